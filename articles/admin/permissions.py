"""Who may change what. Authors write drafts and hand them in; what readers see or saw is the editors'."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models.articles.article import Status

AUTHORS, EDITORS, ADMINISTRATORS = "Authors", "Editors", "Administrators"  # groups, each a role

AUTHORS_TOO = (Status.DRAFT, Status.REVIEW)
EDITORS_OWN = [status for status in Status if status not in AUTHORS_TOO]
FOR_EDITORS = ("status", "scheduled_for")


class PublishingRights:
    """For an admin of articles: permission `publish_article`, beside Django's own four."""

    def has_publish_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_change_permission(self, request, obj=None):
        """Who may not publish may change drafts, and read the rest."""
        is_editors = obj is not None and obj.status in EDITORS_OWN
        allowed = super().has_change_permission(request, obj)
        return allowed and (not is_editors or self.has_publish_permission(request))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Words for a draft that became the editors' while they were written come back."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except PermissionDenied:
            article = self.get_object(request, object_id) if object_id else None
            if request.method != "POST" or not article or not self.has_change_permission(request):
                raise
            return self._taken_over(request, article)

    def _taken_over(self, request, article):
        """The words that came too late, to be sent once more should it become a draft again."""
        told = _("“%(headline)s” is an editor's now: it became “%(status)s” while you wrote.")
        told %= {"headline": article.headline, "status": article.get_status_display()}
        here, way_on = (
            request.get_full_path(),
            _("Look at it as it is now; a draft again, it takes your words."),
        )
        ways = {"leads_to": (here, way_on), "sent_again": here, "status": HTTPStatus.FORBIDDEN}
        return self.gone(request, told, **ways)

    def changeable(self, request, queryset):
        """Those of the articles that this person may change; the others are told of and left as they are."""
        if self.has_publish_permission(request):
            return queryset
        if count := queryset.filter(status__in=EDITORS_OWN).count():
            told = ngettext(
                "%(count)d article was left as it is: only editors change what readers see.",
                "%(count)d articles were left as they are: only editors change what readers see.",
                count,
            )
            self.message_user(request, told % {"count": count}, messages.WARNING)
        return queryset.exclude(status__in=EDITORS_OWN)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if self.has_publish_permission(request) else [*fields, *FOR_EDITORS]
