"""Who may change what readers see. Authors write; what is published or scheduled is the editors'."""

from articles.models.article import Status

EDITORS_OWN = (Status.PUBLISHED, Status.SCHEDULED)
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

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if self.has_publish_permission(request) else [*fields, *FOR_EDITORS]
