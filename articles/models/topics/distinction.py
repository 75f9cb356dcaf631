"""Topics that may be one: whose names look alike, but for those that an editor has told apart."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.topics.label import Label, LabelKey, folded_name
from articles.models.topics.tag import Tag
from articles.text.names.confusables import Likeness, alike_pairs, likeness

MOST_TWINS = 5  # shown of one name; more are a pattern


class TagDistinction(models.Model):
    """Two topics that look alike and are not the same, as an editor said."""

    first = models.ForeignKey(Tag, models.CASCADE, related_name="+")
    second = models.ForeignKey(Tag, models.CASCADE, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("distinction")
        verbose_name_plural = _("distinctions")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="two_topics_told_apart_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="lower_topic_stands_first"
            ),
        ]

    def __str__(self):
        return f"{self.first_id} ≠ {self.second_id}"

    @classmethod
    def declare(cls, one: Tag, other: Tag, by=None) -> None:
        """Remember that two topics are not the same; nothing when they are one by now."""
        first, second = sorted([one, other], key=lambda tag: tag.pk)
        if first != second:
            cls.objects.get_or_create(first=first, second=second, defaults={"decided_by": by})

    @classmethod
    def of(cls, tag: Tag) -> list[list]:
        """The numbers of each topic that one has been told apart from, and of who said so."""
        pairs = cls.objects.filter(models.Q(first=tag) | models.Q(second=tag))
        told = pairs.values_list("first", "second", "decided_by")
        return [[second if first == tag.pk else first, by] for first, second, by in told]


@dataclass(frozen=True)
class Twin:
    """A topic that a name may mean: the name of it that looks alike, and how it does."""

    tag: Tag
    name: str
    likeness: Likeness


@dataclass(frozen=True)
class Pair:
    """Two topics whose names look alike."""

    one: Tag
    other: Tag
    names: tuple[str, str]
    likeness: Likeness


def twins_of(names) -> dict[str, list[Twin]]:
    """The topics that new names look like, by name; names of the glossary and unlike ones are left out.

    Compares with every name of the glossary: .6 s for 20,000 on one core the first time, .04 s afterwards.
    """
    new = {folded_name(name): name for name in names}
    keys = dict(LabelKey.objects.values_list("folded", "tag")) if new else {}
    alike = {name: _alike(folded, keys) for folded, name in new.items() if folded not in keys}
    printed = _printed({key for found in alike.values() for key, _ in found.values()})
    tags = Tag.objects.in_bulk({pk for found in alike.values() for pk in found})
    return {
        name: [Twin(tags[pk], printed.get(key, key), how) for pk, (key, how) in found.items() if pk in tags]
        for name, found in alike.items()
        if found
    }


def twins_of_topic(tag: Tag) -> list[Twin]:
    """The other topics that a topic's names look like, but for those it has been told apart from."""
    known = {tag.pk, *(other for other, _by in TagDistinction.of(tag))}
    keys = dict(LabelKey.objects.exclude(tag__in=known).values_list("folded", "tag"))
    alike = {}
    for own in tag.keys.values_list("folded", flat=True):
        alike |= _alike(own, keys)
    printed = _printed({key for key, _ in alike.values()})
    tags = Tag.objects.in_bulk(alike)
    return [Twin(tags[pk], printed.get(key, key), how) for pk, (key, how) in alike.items() if pk in tags]


def _alike(folded, keys):
    """{topic: (its name, likeness)} of the topics that a folded name looks like, the surest first."""
    found = [(how, key) for key in keys if (how := likeness(folded, key))]
    found.sort(key=lambda pair: (list(Likeness).index(pair[0]), pair[1]))
    alike = {}
    for how, key in found:
        alike.setdefault(keys[key], (key, how))
    return dict(list(alike.items())[:MOST_TWINS])


def _printed(keys):
    """The labels that folded names are made of."""
    labels = Label.objects.filter(tag__keys__folded__in=keys).values_list("text", flat=True)
    return {folded_name(text): text for text in labels}


def all_twins() -> list[Pair]:
    """Every two topics that look alike and have not been told apart, the surest first."""
    keys = dict(LabelKey.objects.order_by("folded").values_list("folded", "tag"))
    apart = set(TagDistinction.objects.values_list("first", "second"))
    found = {}
    for one, other, how in alike_pairs(keys):
        topics = tuple(sorted((keys[one], keys[other])))
        if topics[0] != topics[1] and topics not in apart:
            names = (one, other) if keys[one] == topics[0] else (other, one)
            found.setdefault(topics, (names, how))
    return sorted(_pairs(found), key=lambda pair: list(Likeness).index(pair.likeness))


def _pairs(found):
    tags = Tag.objects.in_bulk({pk for topics in found for pk in topics})
    printed = _printed({name for names, _ in found.values() for name in names})
    for (one, other), (names, how) in found.items():
        if one in tags and other in tags:
            yield Pair(tags[one], tags[other], tuple(printed.get(name, name) for name in names), how)
