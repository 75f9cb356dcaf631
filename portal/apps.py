from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    """Django's own admin on the editors' site (articles.admin.site)."""

    default_site = "articles.admin.site.EditorsSite"
