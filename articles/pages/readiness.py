"""`/readyz`: whether the portal does all of its work, part by part, for whoever watches over it."""

import shutil
from http import HTTPStatus

from django.conf import settings
from django.db import Error, connections
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import HandedIn

MEGABYTE = 1024**2


@require_safe
def readyz(request):
    """JSON of the parts; 503 where one fails, which is named."""
    parts = {"disk": disk(), **database(), **replica()}
    failing = [name for name, told in parts.items() if not told["ok"]]
    status = HTTPStatus.SERVICE_UNAVAILABLE if failing else HTTPStatus.OK
    told = {"ready": not failing, "failing": failing, "parts": parts}
    return JsonResponse(told, status=status, headers={"Cache-Control": "no-store"})


def database() -> dict:
    """Whether it answers, and whether somebody reads the queue in it: else the first one waits and waits."""
    try:
        first = HandedIn.objects.waiting().values_list("handed_in_at", flat=True).first()
    except Error:
        return {"database": {"ok": False}}
    minutes = int((timezone.now() - first).total_seconds() // 60) if first else 0
    queue = {"ok": minutes <= settings.READY_QUEUE_MINUTES, "oldest_minutes": minutes}
    return {"database": {"ok": True}, "queue": queue}


def replica() -> dict:
    """Whether the copy that readers' pages are made from follows, where there is one."""
    if "replica" not in connections:
        return {}
    try:
        with connections["replica"].cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming')")
            return {"replica": {"ok": cursor.fetchone()[0]}}
    except Error:
        return {"replica": {"ok": False}}


def disk() -> dict:
    free = shutil.disk_usage(settings.VAR).free // MEGABYTE
    return {"ok": free >= settings.READY_FREE_MB, "free_mb": free}
