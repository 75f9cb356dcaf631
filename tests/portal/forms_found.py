"""The forms of the editors' pages as an administrator is shown them, filled in to change what they can."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

import tablib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles.admin.tables.files import written
from tests.portal.test_rights import addresses

CHANGED, HAN = "竄改", re.compile(r"[\u4e00-\u9fff]")
TYPED = ("text", "search", "")  # addresses stay good ones too
OWN_AFFAIRS = ("logout", "/login/", "second-factor")  # what everybody may do to themselves
CHOOSES = ("action", "status")  # fields of which every choice is another deed


@dataclass(frozen=True)
class File:
    name: str
    content: bytes


@dataclass(frozen=True)
class Deed:
    """What one button of a form sends, and where to."""

    address: str
    data: tuple

    def post(self, client):
        sent = {}
        for name, value in self.data:
            is_file = isinstance(value, File)
            value = SimpleUploadedFile(value.name, value.content) if is_file else value
            sent.setdefault(name, []).append(value)
        return client.post(self.address, sent)


def deeds(client, things) -> list[Deed]:
    """Everything that can be sent by the pages about these things. client: an administrator's."""
    found = {}
    for address in addresses(things):
        if "/admin/" in address:
            answer = client.get(address)
            if (
                answer.status_code == 200
                and answer["Content-Type"].startswith("text/html")
                and answer.content
            ):
                for deed in deeds_of(address, answer.content):
                    found.setdefault((deed.address.partition("?")[0], frozenset(deed.data)), deed)
    return list(found.values())


def uploads(client) -> list[Deed]:
    """A file in each field that takes one: a document, and the table of all summaries with other words."""
    page = File("page.html", f"<title>{CHANGED}</title><p>{CHANGED}</p>".encode())
    taken_out = client.get(reverse("admin:summary_table_export"), {"kind": "csv"})
    table = tablib.import_set(taken_out.content.decode("utf-8-sig"), format="csv")
    rows = [row | {"text": CHANGED} for row in table.dict if row["language"] == "zh-Hant"]
    changed = tablib.Dataset(*(row.values() for row in rows), headers=table.headers)
    return [
        Deed(reverse("admin:articles_article_import"), (("files", page),)),
        Deed(reverse("admin:summary_tables"), (("table", File("table.csv", written(changed, "csv"))),)),
    ]


def deeds_of(address, page):
    for form in html.document_fromstring(page.decode() or "<html></html>").forms:
        to = urljoin(address, form.get("action") or address)
        if form.method == "POST" and not any(name in to for name in OWN_AFFAIRS):
            yield from sent_by(form, to)


def sent_by(form, address):
    fields = [pair for field in form.inputs for pair in typed(field) if field.name]
    for extra in [*buttons(form), *choices(form)]:
        names = {name for name, _value in extra}
        yield Deed(address, tuple([pair for pair in fields if pair[0] not in names] + extra))


def typed(field):
    """What a person of ill will would send by a field."""
    if field.tag == "select":
        return [(field.name, value) for value in (field.value if field.multiple else [field.value]) if value]
    kind = "" if field.tag == "textarea" else field.get("type", "text")
    if kind in ("submit", "button", "file", "image", "radio") or field.name == "csrfmiddlewaretoken":
        return [(field.name, field.get("value"))] if kind == "radio" and field.checked else []
    if kind == "checkbox":
        return [(field.name, field.get("value", "on"))]
    return [(field.name, retyped(field) if kind in TYPED else field.value or "")]


def retyped(field) -> str:
    """Words become others, and what has to be there is; everything else stays good, so that the form is."""
    value = field.value or ""
    is_prose = HAN.search(value) or (not value and field.get("required") is not None)
    return value + CHANGED if is_prose and field.name != "tags" else value


def buttons(form):
    pressed = form.xpath(".//button[@name] | .//input[@type='submit'][@name]")
    return [[]] + [[(button.get("name"), button.get("value") or "")] for button in pressed]


def choices(form):
    for field in form.xpath(".//select"):
        if field.name in CHOOSES:
            for value in filter(None, field.value_options):
                yield [(field.name, value), ("post", "yes")]
