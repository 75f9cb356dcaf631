"""The WSGI application: `granian --interface wsgi portal.wsgi:application`."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

from django.conf import settings

from portal.door import Door  # reads the settings
from portal.page_cache.edge import Edge

application = Door(Edge(get_wsgi_application()))

if settings.READ_QUEUE:
    import_module("portal.background").start()  # knows the tables, which are there only now
