"""What every test stands on."""

import multiprocessing

import pytest
from django.db import transaction
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis.internal.conjecture import providers

from articles.ingest import worker
from articles.ingest.clean import PARSERS

# `make test` tries the same examples on every machine, remembers none, and no test fails because a machine is
# slow. Hypothesis also draws from the constants of the modules imported so far; these depend on the order of
# the tests, so they stay out.
hypothesis_settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
# `make fuzz` tries new ones, and prints what fails to be pasted above the test.
hypothesis_settings.register_profile(
    "fuzz", hypothesis_settings.get_profile("house"), derandomize=False, max_examples=3000, print_blob=True
)
hypothesis_settings.load_profile("house")
pytest.MonkeyPatch().setattr(providers, "_get_local_constants", lambda: providers._local_constants)

# A test process has threads where several share the work. What cleans documents is forked off a process that
# has read the parsers already: spawned, each takes a second to read them.
worker.BESIDE_THREADS = "forkserver"
multiprocessing.set_forkserver_preload([worker.__name__, *PARSERS.values()])


@pytest.fixture(autouse=True)
def _surroundings(settings, tmp_path):
    """No test leaves its pictures or its language to the next."""
    settings.MEDIA_ROOT = tmp_path / "media"
    with translation.override("zh-hant"):
        yield


@pytest.fixture(scope="module")
def database_of_module(django_db_setup, django_db_blocker):
    """What is made on it stands for every test of a module; what a test adds is taken back after it."""
    with django_db_blocker.unblock(), translation.override("zh-hant"), transaction.atomic():
        yield
        transaction.set_rollback(True)
