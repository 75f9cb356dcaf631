"""Topics as editors type them: names parted by commas, found by any label, new ones asked about."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from taggit.forms import TagField, TextareaTagWidget

from articles.models import Tag, TagDistinction
from articles.models.topics.distinction import Twin, twins_of
from articles.models.topics.label import folded_name, validate_name
from articles.models.topics.tag import join_tags
from articles.text.names.confusables import Likeness

NEW = "new"  # the answer of an editor who means a topic of its own
SPLIT = "split"  # of one who meant several topics with spaces between them
MOST_WORDS = 12  # of a name that is looked at for such topics
WHY_ALIKE = {
    Likeness.MARKS: _("only spaces or punctuation apart"),
    Likeness.LOOKS: _("drawn alike"),
    Likeness.SLIP: _("one character apart"),
}


def completes_topics(**attributes) -> dict:
    """Attributes of a field that the desk's script completes with names of topics."""
    return {"data-topics": reverse("admin:articles_tag_names"), "autocomplete": "off", **attributes}


class TopicsWidget(TextareaTagWidget):
    """Works as it is; with the script, names are offered while they are typed."""

    class Media:
        js = ["js/admin-topics.js"]

    def __init__(self, attrs=None):
        super().__init__({"rows": 2} | (attrs or {}))

    def build_attrs(self, base_attrs, extra_attrs=None):
        asks = {"data-asks": reverse("admin:articles_tag_questions")}
        return completes_topics(**asks) | super().build_attrs(base_attrs, extra_attrs)


class TopicsField(TagField):
    """taggit's field, telling which name cannot be a topic and why, whatever their order."""

    widget = TopicsWidget

    def clean(self, value):
        names = super().clean(value)
        for name in names:
            validate_name(name)
        return names

    def has_changed(self, initial, data):
        try:
            return {tag.name for tag in initial or ()} != set(self.clean(data))
        except ValidationError:
            return True


@dataclass(frozen=True)
class Question:
    """A new name, and what an editor may have meant: topics that look like it, or those it is made of."""

    name: str
    twins: list[Twin]
    parts: list[Tag]

    @property
    def key(self) -> str:
        return f"topic-{folded_name(self.name)}"

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose; otherwise it is only said that the name is new."""
        return bool(self.twins or self.parts)

    @property
    def choices(self):
        """What to offer: (the topic, its name that looks alike, why)."""
        return [(twin.tag, twin.name, WHY_ALIKE[twin.likeness]) for twin in self.twins]

    @property
    def split_names(self) -> str:
        return join_tags(self.parts)

    @property
    def html(self) -> SafeString:
        return render_to_string("admin/topics/_question.html", {"question": self})


@dataclass
class Answered:
    """Names after an editor's answers. told_apart: new names with the topics they are not."""

    names: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    told_apart: list[tuple[str, Tag]] = field(default_factory=list)

    def errors(self) -> ValidationError:
        return ValidationError([question.html for question in self.questions])

    def remember(self, by) -> None:
        """Keep what was told apart, once the new topics are made."""
        made = Tag.objects.known([name for name, _ in self.told_apart])
        for name, tag in self.told_apart:
            TagDistinction.declare(made[folded_name(name)], tag, by)


def answer(names: list[str], data) -> Answered:
    """Put an editor's answers in the place of new names; what is open is asked.

    data: the form as it was sent. It says `new`, `split` or a topic's number for each question.
    """
    questions, answered = {question.name: question for question in questions_about(names)}, Answered()
    for name in names:
        if name in questions:
            _answer(questions[name], data, answered)
        else:
            answered.names.append(name)
    return answered


def questions_about(names: list[str]) -> list[Question]:
    """A question about each name that no topic has yet."""
    known, twins = Tag.objects.known(names), twins_of(names)
    new = [name for name in names if folded_name(name) not in known]
    return [Question(name, twins.get(name, []), parts_of(name)) for name in new]


def parts_of(name: str) -> list[Tag]:
    """The topics that a name is made of, word by word; none unless every word belongs to one.

    A topic of several words comes before its beginnings: Lee Jae-myung Takaichi Sanae.
    """
    words = name.split()
    if not 1 < len(words) <= MOST_WORDS:
        return []
    pieces = [
        " ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)
    ]
    known, parts = Tag.objects.known(pieces), []
    while words:
        ends = (end for end in range(len(words), 0, -1) if folded_name(" ".join(words[:end])) in known)
        end = next(ends, None)
        if end is None:
            return []
        parts.append(known[folded_name(" ".join(words[:end]))])
        words = words[end:]
    return list(dict.fromkeys(parts))


def _answer(question, data, answered):
    said = data.get(question.key)
    meant = {str(twin.tag.pk): twin.tag for twin in question.twins}
    if said == NEW:
        answered.names.append(question.name)
        answered.told_apart += [(question.name, tag) for tag in meant.values()]
    elif said == SPLIT and question.parts:
        answered.names += [tag.name for tag in question.parts]
    elif said in meant:
        answered.names.append(meant[said].name)
    else:
        answered.questions.append(question)


def own_names(names: list[str], source) -> list[str]:
    """Those of the names that mean the source itself, which is no topic of its articles."""
    if source is None:
        return []
    known = Tag.objects.known([*names, source.name])
    own = known.get(source.folded)
    return [
        name
        for name in names
        if folded_name(name) == source.folded or (own and known.get(folded_name(name)) == own)
    ]
