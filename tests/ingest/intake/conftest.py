"""Fetching runs in a process without an event loop; a browser test before may have left its own running."""

from asyncio import events

import pytest


@pytest.fixture(autouse=True)
def _no_event_loop_of_a_browser():
    running = events._get_running_loop()
    events._set_running_loop(None)
    yield
    events._set_running_loop(running)
