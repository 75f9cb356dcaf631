"""Taking back, once, what was just published, handed in or withdrawn: the words stay proposed."""

from dataclasses import asdict, dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare, get_random_string
from django.utils.translation import gettext as _

from articles.models import Summary, SummaryConflict

KEPT = "desk-undo"  # in the session: the last action that can be taken back


@dataclass
class Undoable:
    """before: by number of a summary, what its fields held; after: its version since."""

    before: dict[str, dict] = field(default_factory=dict)
    after: dict[str, int] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Offer:
    """told: what was done, and to what. key: names the action."""

    told: str
    key: str


def stored(summary) -> dict:
    """What an action changes, as a session can keep it."""
    values = {name: summary._meta.get_field(name).value_from_object(summary) for name in Summary.PUT_BACK}
    return {name: at.isoformat() if isinstance(at, datetime) else at for name, at in values.items()}


def offer(request, article, permission: str, result) -> Offer | None:
    """Keep what an action replaced until the next one; None when it changed nothing."""
    if not result.undoable:
        return None
    told = _("“%(headline)s” (%(languages)s): %(done)s") % {
        "headline": article.headline,
        "languages": " · ".join(result.undoable.languages),
        "done": result.told,
    }
    key = get_random_string(16)
    done = asdict(result.undoable)
    request.session[KEPT] = {"key": key, "told": told, "article": article.pk, "needs": permission, **done}
    return Offer(told, key)


def offered(request) -> Offer | None:
    """What stands to be taken back on the page that follows the action; it is offered there once."""
    kept = request.session.get(KEPT)
    if not kept or not kept["told"]:
        return None
    request.session[KEPT] = {**kept, "told": ""}
    return Offer(kept["told"], kept["key"])


def take_back(request) -> tuple[int | None, bool]:
    """The article's number, and whether its summaries are as they were.

    They are not when somebody has done more to them since.
    """
    kept = request.session.pop(KEPT, None)
    if not kept or not constant_time_compare(kept["key"], request.POST.get("undo", "")):
        return None, False
    return kept["article"], request.user.has_perm(kept["needs"]) and _put_back(kept, request.user)


def _put_back(kept, user) -> bool:
    try:
        with transaction.atomic():
            for pk, values in kept["before"].items():
                summary = Summary.objects.filter(pk=pk, version=kept["after"][pk]).first()
                if summary is None:
                    raise SummaryConflict(pk)
                summary.put_back(values, user)
    except SummaryConflict:
        return False
    return True
