"""Documents and forms for the tests of the desk."""

from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils import timezone

from articles.ingest.documents import Block, BlockType, Kind, ParsedDocument, RawDocument, Removed
from articles.ingest.storage.store import import_document, keep_waiting
from articles.models import (
    Article,
    Dismissal,
    Placement,
    Subscription,
    TagMerge,
    TagSuggestion,
)
from articles.models.topics.label import folded_name
from tests.builders import make_article, make_free_page, make_source, make_tag

MENU, BYLINE = "首頁 > 國際", "記者"


def make_document(headline="渡輪與燈塔", *, body="清晨的渡輪在霧中靠岸。", name="pages/ferry.txt", **fields):
    """A page scrape and what the cleaner made of it: a menu and a label removed, the rest kept."""
    text = f"{MENU}\n{headline}\n{BYLINE}林小滿\n{body}\n"
    removed = [Removed(rule, text.index(cut), text.index(cut) + len(cut)) for rule, cut in REMOVED]
    parsed = ParsedDocument(
        kind=Kind.SCRAPE,
        headline=headline,
        byline="林小滿",
        source_name="東海時報",
        published=date(2025, 8, 24),
        language="zh-Hant",
        keywords=["渡輪"],
        blocks=[Block(BlockType.PARAGRAPH, body)],
        removed=removed,
    )
    return RawDocument(name, text.encode()), replace(parsed, **fields)


REMOVED = [("menu", MENU), ("byline-label", BYLINE)]


def make_waiting(headline="渡輪與燈塔", *, by=None, **fields):
    """A document in the inbox. by: who handed it in."""
    return keep_waiting(*make_document(headline, **fields), by)


def make_imported(headline="渡輪與燈塔", **fields):
    """An article that has its raw document."""
    return Article.objects.get(pk=import_document(*make_document(headline, **fields)).id)


def stock_the_desk(editor) -> list:
    """One of everything the desk has on it."""
    article = make_article(tags=["穿梭外交"], source=make_source())
    TagSuggestion.objects.suggest(article, ["渡輪"])
    merge = TagMerge.merge(make_tag("往返外交").pk, article.tags.get().pk, editor)
    suggestion = TagSuggestion.objects.get()
    Placement.objects.put(article, "pin")
    return [
        article,
        Placement.objects.get(),
        article.source,
        Subscription.objects.create(source=article.source, address="https://news.example/feed"),
        article.tags.get(),
        suggestion,
        merge,
        Dismissal.objects.create(article=article, mark="0" * 32, language="en", rule="number", quote="131"),
        make_free_page(),
        make_waiting(),
        editor,
    ]


def form_data(client, address, /, **changes):
    """What a browser would send from the form at `address`, with the changes typed in."""
    context = client.get(address).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data = {}
    for form in forms:
        for bound in form:
            data |= sent(bound)
    return data | changes


def preview_data(client, address, **typed):
    """What a browser would send from the preview of a waiting document, with the changes typed in.

    typed: by field; of a new source as `source_rights`.
    """
    context = client.get(address).context
    data = {}
    for form in filter(None, (context["fields"], context["form"], context["rights_form"])):
        for bound in form:
            data |= sent(bound)
    return data | {
        name.replace("source_", "source-") if name in OF_SOURCE else name: value
        for name, value in typed.items()
    }


OF_SOURCE = {"source_rights", "source_home_page"}


def as_new(*names) -> dict:
    """What a form sends where an editor means these names as new topics."""
    return {f"topic-{folded_name(name)}": "new" for name in names}


def sent(bound) -> dict:
    """The fields of one form field as the browser sends them; empty ones as empty text."""
    value = bound.value()
    if hasattr(bound.field.widget, "widgets"):
        with timezone.override(settings.DESK_TIME_ZONE):  # as the page showed it
            parts = bound.field.widget.decompress(value)
        return {f"{bound.html_name}_{number}": str(part or "") for number, part in enumerate(parts)}
    if isinstance(value, bool):
        return {bound.html_name: "on"} if value else {}
    return {bound.html_name: shown(bound, value)}


def shown(bound, value) -> str:
    if bound.name == "tags":
        value = bound.field.widget.format_value(value)
    return "" if value is None else str(value)


def desk_data(client, address, **typed) -> dict:
    """What a browser would send from the desk at `address`. typed: words by field: `zh_text`."""
    editor = client.get(address).context["editor"]
    data = {"chinese": editor.chinese, "sure": "", "body": editor.body_now}
    for form in editor.forms:
        for bound in form:
            data[bound.html_name] = "" if bound.value() is None else str(bound.value())
    return data | {name.replace("_", "-"): value for name, value in typed.items()}
