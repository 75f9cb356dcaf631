"""Names that wait for an editor to say whether they are topics."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models.articles.article import Article
from articles.models.articles.turns import in_turn
from articles.models.topics.keyword_runs import Piece, cut, possible_names
from articles.models.topics.label import MAX_NAME, Label, folded_name, validate_name
from articles.models.topics.tag import Tag
from articles.text.normalise import clean_name


class TagSuggestionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(is_dismissed=False)

    def suggest(self, article, names) -> None:
        """Let names wait for an editor. Those that wait already, or were dismissed, stay as they are."""
        self.bulk_create(
            (TagSuggestion(article=article, text=name, folded=folded_name(name)) for name in names),
            ignore_conflicts=True,
        )

    def dismiss(self, article, names) -> None:
        """An article is not about these names, whether they wait for an editor or its text suggested them.

        What cannot be a name is passed over.
        """
        names = [name for name in map(clean_name, names) if _can_be_topic(name)]
        self.suggest(article, names)
        self.filter(article=article, folded__in=map(folded_name, names)).update(is_dismissed=True)

    def one_a_name(self):
        """The first row of each name, with `uses`: how many articles have it in the same state."""
        alike = TagSuggestion.objects.filter(
            folded=models.OuterRef("folded"), is_dismissed=models.OuterRef("is_dismissed")
        )
        counted = alike.order_by().values("folded").annotate(uses=models.Count("pk")).values("uses")
        earlier = alike.filter(pk__lt=models.OuterRef("pk"))
        return self.filter(~models.Exists(earlier)).annotate(uses=Coalesce(models.Subquery(counted), 0))

    def settle(self, tag) -> int:
        """Give a topic to the articles that wait with one of its names; returns how many."""
        waiting = self.waiting().filter(folded__in=tag.keys.values("folded"))
        with in_turn():
            settled = list(waiting.select_related("article__story").defer("article__body"))
            for suggestion in settled:
                suggestion.article.tags.add(tag)
            self.filter(pk__in=[suggestion.pk for suggestion in settled]).delete()
        return len(settled)


class TagSuggestion(models.Model):
    """A name that a document prints as a keyword, or that its text suggests, and the glossary does not know.

    Dismissed ones are kept, so that importing again does not bring them back.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="suggestions", verbose_name=_("article")
    )
    text = models.CharField(_("name"), max_length=MAX_NAME)
    folded = models.CharField(max_length=2 * MAX_NAME, db_index=True, editable=False)
    is_dismissed = models.BooleanField(_("dismissed"), default=False)
    created_at = models.DateTimeField(_("suggested at"), auto_now_add=True)

    objects = TagSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggested topic")
        verbose_name_plural = _("suggested topics")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "folded"], name="one_suggestion_once_an_article"),
        ]

    def __str__(self):
        return self.text

    @in_turn()
    def accept(self) -> Tag:
        """Make a topic of the name, for all articles that wait with it. Raises ValidationError."""
        (tag,) = Tag.objects.named([self.text])
        TagSuggestion.objects.settle(tag)
        return tag

    @in_turn()
    def accept_as_alias(self, tag: Tag) -> None:
        """Make the name another one of a topic's. Raises ValidationError when it means another topic."""
        if not tag.keys.filter(folded=self.folded).exists():
            Label.objects.create(tag=tag, text=self.text)
        TagSuggestion.objects.settle(tag)

    def dismiss(self) -> None:
        """This article is not about it. Other articles may still be."""
        TagSuggestion.objects.filter(pk=self.pk).update(is_dismissed=True)


@dataclass
class Keywords:
    """Printed keywords as the glossary reads them: topics, and names it does not know."""

    tags: list[Tag] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def read_keywords(printed: list[str], but_not: str | None = None) -> Keywords:
    """Look keywords up in the glossary, cutting those printed run together by the names it knows.

    but_not: a folded name that is no topic here, the source's own.
    """
    names = list(filter(None, map(clean_name, printed)))
    if not names:
        return Keywords()
    wanted = {folded_name(name) for name in names}.union(*map(possible_names, names))
    known = Tag.objects.known(wanted | {but_not or ""})
    found = Keywords()
    for name in names:
        _sort(name, known, found)
    return _without(but_not, known.get(but_not), found)


def _sort(name, known, found):
    if tag := known.get(folded_name(name)):
        found.tags.append(tag)
        return
    for piece in cut(name, known) or [Piece(name, is_known=False)]:
        if piece.is_known:
            found.tags.append(known[folded_name(piece.text)])
        elif _can_be_topic(piece.text):
            found.unknown.append(piece.text)


def _can_be_topic(name):
    try:
        validate_name(name)
    except ValidationError:
        return False
    return True


def _without(folded, own, found):
    """Each topic and name once, and not the one that is none here."""
    tags = [tag for tag in dict.fromkeys(found.tags) if tag != own]
    unknown = {folded_name(name): name for name in reversed(found.unknown)}
    return Keywords(tags, [name for key, name in reversed(unknown.items()) if key != folded])
