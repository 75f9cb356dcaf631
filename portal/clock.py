"""The desk's clock: whatever zone sources and readers are in, editors plan by one (`DESK_TIME_ZONE`)."""

from django.conf import settings
from django.utils import timezone

from portal.door import EDITORS


class DeskClock:
    """Middleware: times at the desk's addresses are shown and read by the desk's clock."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not EDITORS.match(request.path_info):
            return self.get_response(request)
        with timezone.override(settings.DESK_TIME_ZONE):
            return self.get_response(request)
