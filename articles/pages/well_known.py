"""Conventional addresses for machines: health, crawlers, installation, pictures."""

import mimetypes
from datetime import timedelta

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Picture
from articles.models.articles.picture import folder
from articles.pages.languages import prefixes
from articles.pages.palette import PALETTE

SECURITY_LASTS = timedelta(days=180)
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def healthz(request):
    """The process is alive."""
    return plain("ok")


def plain(text, **options):
    response = HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", **options)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def robots(request):
    admin = reverse("admin:index")
    lines = [
        "User-agent: *",
        *(f"Disallow: {prefix}{admin}" for prefix in prefixes()),
        "",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security(request):
    """Whom to tell of a hole (RFC 9116). Its date has to lie within a year; ours renews itself."""
    expires = timezone.now().date() + SECURITY_LASTS
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        "Preferred-Languages: zh, en",
        f"Canonical: {settings.SITE_URL}{reverse('security')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def manifest(request):
    """https://www.w3.org/TR/appmanifest/"""
    told = {
        "name": settings.SITE_NAME,
        "short_name": settings.SITE_NAME.split()[0],
        "lang": "zh-Hant",
        "start_url": "/",
        "display": "browser",
        "background_color": PALETTE["paper"].light,
        "theme_color": PALETTE["paper"].light,
        "icons": [icon("seal.svg", "any"), icon("seal-192.png", "192x192"), icon("seal-512.png", "512x512")],
    }
    return JsonResponse(told, content_type="application/manifest+json")


def icon(name, sizes):
    return {"src": static(f"icons/{name}"), "sizes": sizes, "type": mimetypes.guess_type(name)[0]}


@require_safe
def opensearch(request):
    """https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md"""
    addresses = {
        "text/html": reverse("search"),
        "application/atom+xml": reverse("search_feed", args=["atom"]),
        "application/feed+json": reverse("search_feed", args=["json"]),
    }
    context = {
        "name": settings.SITE_NAME.split()[0][:16],  # the longest that the format allows
        "long_name": settings.SITE_NAME[:48],
        "addresses": {kind: f"{settings.SITE_URL}{path}" for kind, path in addresses.items()},
        "icon": f"{settings.SITE_URL}{static('icons/seal.svg')}",
    }
    return render(request, "opensearch.xml", context, content_type="application/opensearchdescription+xml")


@require_safe
def favicon(request):
    """For those who ask without reading the page, which names the same picture."""
    return redirect(static("icons/seal.svg"))


@require_safe
def picture(request, name):
    """A picture kept with an article. Its name is made of its content, so it may be cached for ever.

    name: the address has let through only what pictures are called, no folders. Without an article that
    readers may see, it is for those alone who prepare one.
    """
    is_public = Picture.objects.published().filter(name=name).exists()
    if not is_public and not request.user.is_staff:
        raise Http404
    return sent_picture(name, FOR_EVER if is_public else "private, no-store")


def sent_picture(name: str, kept: str) -> FileResponse:
    """kept: its Cache-Control. Raises Http404 when there is no such file."""
    try:
        file = (folder() / name).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, content_type=mimetypes.guess_type(name)[0])
    response["Cache-Control"] = kept
    response["X-Content-Type-Options"] = "nosniff"
    return response
