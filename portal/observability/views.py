"""`/metrics`: what this process has counted, and what waits in the library, for Prometheus."""

import os
from http import HTTPStatus
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from articles.models import Article, HandedIn, Provenance
from articles.models.articles.article import Status


@require_safe
def metrics(request):
    """Nobody's page unless a setting says whose."""
    if not (settings.METRICS_TOKEN or settings.METRICS_ALLOWED):
        raise Http404
    if not may_see(request):
        return HttpResponse("Forbidden\n", status=HTTPStatus.FORBIDDEN, content_type="text/plain")
    told = generate_latest(counted()) + generate_latest(waiting())
    return HttpResponse(told, content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


def may_see(request) -> bool:
    """Whoever has the token, or asks from an address that is allowed."""
    given = request.headers.get("Authorization", "").encode()
    token = settings.METRICS_TOKEN
    if token and constant_time_compare(given, f"Bearer {token}".encode()):
        return True
    return is_allowed(request.META["REMOTE_ADDR"])


def is_allowed(address: str) -> bool:
    allowed = [ip_network(network, strict=False) for network in settings.METRICS_ALLOWED]
    return bool(address) and any(ip_address(address) in network for network in allowed)


def counted():
    """The figures of this process; of all of them where they share a folder, as prometheus-client has it."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return registry


def waiting():
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Library())
    return registry


class Library:
    """What the database alone knows, asked when it is told."""

    def collect(self):
        queue = HandedIn.objects.waiting()
        oldest = queue.values_list("handed_in_at", flat=True).first()
        age = (timezone.now() - oldest).total_seconds() if oldest else 0
        inbox = Provenance.objects.filter(article=None)
        drafts = Article.objects.filter(status=Status.DRAFT)
        yield gauge("shuttle_queue_length", "Documents handed in and not read yet.", queue.count())
        yield gauge("shuttle_queue_age_seconds", "For how long the first of them waits.", age)
        yield gauge("shuttle_inbox_documents", "Documents that wait for an editor.", inbox.count())
        yield gauge("shuttle_draft_articles", "Articles that readers do not see yet.", drafts.count())


def gauge(name, meaning, value):
    return GaugeMetricFamily(name, meaning, value=value)
