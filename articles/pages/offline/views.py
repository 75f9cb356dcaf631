"""What is read without a network: what is saved, a page for what is not, the worker that has the copies."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def saved(request):
    """The articles that this browser has saved: it alone knows which, and everybody is sent the same page."""
    return render(request, "pages/saved.html")


@require_safe
def offline(request):
    """What a browser keeps to show in place of a page that cannot be fetched."""
    return render(request, "pages/offline.html")


@require_safe
def service_worker(request):
    """The program that answers in the browser; it names the parts of this version of the portal."""
    answer = render(request, "service_worker.js", content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer
