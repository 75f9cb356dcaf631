"""Pages that are there at the click: browsers may fetch a link while a pointer rests on it.

https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API. The rules come from an address of their own,
because the content security policy refuses them inside a page.
"""

from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.pages.languages import prefixes
from articles.pages.scripts import is_page_for_readers

# Not fetched: what is made for one asker, costs much to make, or is no page.
KEPT_OUT = (
    "/admin/*",
    "/search/*",
    "/*feed.*",
    "/*.png",
    "/*.md",
    "/*passages/*",
    "/*newsletter*",
    "/static/*",
    "/pictures/*",
)


class InstantPages:
    """Middleware: every page for readers says where the rules are."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_page_for_readers(request, response):
            response["Speculation-Rules"] = f'"{reverse("speculation_rules")}"'
        return response


@require_safe
def rules(request):
    kept_out = [f"{prefix}{path}" for prefix in prefixes() for path in KEPT_OUT]
    where = {"and": [{"href_matches": "/*"}, {"not": {"href_matches": kept_out}}]}
    told = {"prefetch": [{"where": where, "eagerness": "moderate"}]}
    return JsonResponse(told, content_type="application/speculationrules+json")
