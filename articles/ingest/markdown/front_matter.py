"""The front matter of a post: YAML between two lines of dashes, TOML between lines of plus signs (Hugo), or
fields without a line above them (Pelican, MultiMarkdown, Hexo).

Everything is read as text; YAML's own dates, numbers and booleans would only lose what was written.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

import yaml

# Real front matter has under 2 kB, three levels and some dozens of values.
MAX_CHARACTERS = 64_000
MAX_DEPTH = 20
MAX_EVENTS = 5_000

FENCED = re.compile(
    r"\A\s*---[ \t]*\r?\n(?P<matter>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
FENCED_TOML = re.compile(
    r"\A\s*\+\+\+[ \t]*\r?\n(?P<matter>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
# Without a line above them fields end at a blank one, or at a line of dashes.
UNFENCED = re.compile(
    r"\A\s*(?P<matter>(?:"
    r"(?:[A-Za-z_][\w-]{0,30}[ \t]*:(?!//)[^\n]{0,1000}|-[ \t][^\n]{0,200}|[ \t]{2,20}\S[^\n]{0,1000})\n"
    r"){3,60})"
    r"(?P<dashes>---[ \t]*)?(?:\n|\Z)"
)
# The fields that only a site's generator asks for: mails and exports of articles have title and date too.
GENERATORS = frozenset(
    {"slug", "layout", "status", "category", "categories", "tags", "modified", "permalink"}
)
FIELD = re.compile(r"^(?P<name>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*$")
FIELD_NAME = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:", re.MULTILINE)
ITEM = re.compile(r"^[ \t]*-[ \t]+(?P<value>.+?)[ \t]*$")
QUOTES = "\"'“”"

# Names under which posts keep a field, the most telling first.
TITLE = ("title", "headline")
STANDFIRST = ("subtitle", "deck", "standfirst")
DATE = (
    *("date", "published", "publish_date", "published_at", "date_published", "publishdate", "datepublished"),
    *("publishedat", "pubdate", "posted", "created", "created_at", "createdat"),
)
AUTHORS = ("byline", "writer", "author", "authors", "creator")  # a house is an author too, and writes nothing
ADDRESS = ("from", "source_url", "original_url", "canonical_url", "original", "link", "url", "source")
SOURCE = ("source_name", "publisher", "publication", "source", "site")
TAGS = ("tags", "tag", "keywords", "topics")
CATEGORIES = ("categories", "category")


@dataclass
class FrontMatter:
    """What a post states about itself. text: as written, "" when there is none.

    fields: its values by lower-case name, a list each. is_broken: whether it had to be read line by line
    because it is no YAML, or more than a post needs.
    """

    text: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    is_broken: bool = False

    def first(self, names: tuple[str, ...]) -> str:
        """The first value of the first of these fields that has any."""
        return next(iter(self.all(names)), "")

    def all(self, names: tuple[str, ...]) -> list[str]:
        """All values of the first of these fields that has any."""
        return next(self.each(names), [])

    def each(self, names: tuple[str, ...]) -> Iterator[list[str]]:
        """The values of each of these fields that has any."""
        return (self.fields[name] for name in names if self.fields.get(name))


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """The front matter of a post, empty where it has none, and the rest of its text."""
    text = text.removeprefix("\ufeff")
    fenced = FENCED.match(text[: MAX_CHARACTERS + 100])
    if fenced and ":" in fenced["matter"]:
        return _read(fenced["matter"]), text[fenced.end() :]
    fenced = FENCED_TOML.match(text[: MAX_CHARACTERS + 100])
    if fenced and "=" in fenced["matter"]:
        return _read_toml(fenced["matter"]), text[fenced.end() :]
    if unfenced := opening_fields(text):
        return _read_unfenced(unfenced), text[unfenced.end() :]
    return FrontMatter(), text


def opening_fields(text: str) -> re.Match | None:
    """The fields of a site's generator with which a text begins though no line stands above them."""
    opening = UNFENCED.match(text[:MAX_CHARACTERS])
    names = {name.lower() for name in FIELD_NAME.findall(opening["matter"])} if opening else set()
    return opening if "title" in names and names & GENERATORS and names.intersection(DATE) else None


def _read_unfenced(opening: re.Match) -> FrontMatter:
    """Hexo's are YAML; those of the others state what stands behind the colon, whatever it is."""
    if opening["dashes"]:
        return _read(opening["matter"])
    return FrontMatter(opening["matter"], _read_lines(opening["matter"]))


def _read_toml(matter: str) -> FrontMatter:
    """What TOML states, its dates and numbers as they are written; what is no TOML states nothing."""
    try:
        stated = tomllib.loads(matter)
    except (tomllib.TOMLDecodeError, RecursionError):
        return FrontMatter(matter, is_broken=True)
    return FrontMatter(matter, {name.lower(): _values(_as_text(value)) for name, value in stated.items()})


def _as_text(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return value if isinstance(value, dict) else str(value)


def _read(matter: str) -> FrontMatter:
    try:
        _refuse_excess(matter)
        document = yaml.load(matter, Loader=yaml.BaseLoader)  # noqa: S506  text, lists and mappings only
    except (yaml.YAMLError, RecursionError):
        document = None
    if not isinstance(document, dict):
        return FrontMatter(matter, _read_lines(matter), is_broken=True)
    return FrontMatter(matter, {str(name).lower(): _values(value) for name, value in document.items()})


def _refuse_excess(matter: str) -> None:
    """Deep lists exhaust the stack and aliases multiply, both only when the document is put together."""
    depth = 0
    for number, event in enumerate(islice(yaml.parse(matter, Loader=yaml.BaseLoader), MAX_EVENTS + 1)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH or number == MAX_EVENTS or isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("more than a post needs")


def _values(value) -> list[str]:
    """The texts in a value: one, the items of a list, or the names of people given as mappings."""
    if isinstance(value, str):
        return [text] if (text := value.strip()) else []
    if isinstance(value, dict):
        return _values(_as_text(value.get("name", "")))
    return [text for item in value for text in _values(item)]


def _read_lines(matter: str) -> dict[str, list[str]]:
    """What can be saved of broken YAML: `name: value` lines and the items below them."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in matter.splitlines():
        if found := FIELD.match(line):
            values = fields.setdefault(found["name"].lower(), [])
            values += _listed(found["value"] or "")
        elif item := ITEM.match(line):
            values.append(item["value"].strip(QUOTES))
    return fields


def _listed(value: str) -> list[str]:
    if value.startswith("[") and value.endswith("]"):
        return [item for piece in value[1:-1].split(",") if (item := piece.strip().strip(QUOTES))]
    return [text] if (text := value.strip().strip(QUOTES)) else []
