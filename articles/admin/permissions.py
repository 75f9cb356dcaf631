"""Who may change what. Authors write drafts and hand them in; what readers see or saw is the editors'."""

from django.contrib import messages
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
