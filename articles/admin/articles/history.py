"""Every change of an article: what stood there and what stands there since; any of it can be restored."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.models import Article, ArticleChange, EditConflict, Source
from articles.models.articles.change import TOPICS, WORDS, Why
from articles.models.row_numbers import row_number
from articles.models.topics.tag import join_tags, split_tags
from articles.pages.languages import joined
from articles.text.diff.side_by_side import DiffParagraph, paragraph_diff

PAGE_SIZE = 20  # changes with their diffs: some screens
MOST_ACTIONS = 100  # of the log, a line each
RESTORABLE = (*WORDS, TOPICS)  # not the status: publishing and withdrawing have their own buttons


@dataclass(frozen=True)
class Replaced:
    """One field of a change. paragraphs: its text in both versions, as runs that stayed, came and went."""

    name: str
    label: str
    paragraphs: list[DiffParagraph]

    @property
    def is_restorable(self) -> bool:
        return self.name in RESTORABLE


@dataclass(frozen=True)
class Change:
    row: ArticleChange
    fields: list[Replaced]

    @property
    def is_restorable(self) -> bool:
        return any(field.is_restorable for field in self.fields)


def history_page(request, modeladmin, article: Article) -> TemplateResponse:
    """The changes of an article, newest first, a page at a time."""
    rows = list(article.changes.select_related("by"))
    shown, older = page_of(rows, row_number(request.GET.get("before", "")))
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("History"),
        "opts": modeladmin.opts,
        "article": article,
        "changes": changes_of(article, rows, shown),
        "older": older,
        "actions": actions_on(article),
        "may_restore": modeladmin.has_change_permission(request, article),
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


def page_of(rows: list[ArticleChange], before: int | None) -> tuple[list[ArticleChange], int | None]:
    """A page of changes, and the number of its last one where older ones follow."""
    rest = [row for row in rows if before is None or row.pk < before]
    shown = rest[:PAGE_SIZE]
    return shown, shown[-1].pk if len(rest) > PAGE_SIZE else None


def changes_of(article: Article, rows: list[ArticleChange], shown: list[ArticleChange]) -> list[Change]:
    """Those that are shown, beside what they put there: what the next one replaced, or what stands there now.

    rows: all changes, newest first.
    """
    words, after, changes = Words(article, rows), {}, []
    for row in rows:
        if row in shown:
            fields = [words.replaced(name, value, after) for name, value in row.before.items()]
            changes.append(Change(row, fields))
        after |= row.before
    return changes


class Words:
    """An article's values as an editor reads them; the sources of all changes are looked up at once."""

    def __init__(self, article: Article, rows: list[ArticleChange]):
        self.article = article
        numbers = {row.before["source"] for row in rows if "source" in row.before}
        self.sources = {
            None: "",
            **Source.objects.in_bulk(numbers - {None}),
            article.source_id: article.source,
        }

    def replaced(self, name: str, value, after: dict) -> Replaced:
        """after: by name of the field, what stood there when the next change came."""
        now = after[name] if name in after else stored(self.article, name)
        paragraphs = paragraph_diff(self.said(name, value), self.said(name, now))
        return Replaced(name, label_of(self.article, name), paragraphs)

    def said(self, name: str, value) -> str:
        if value in (None, ""):
            return ""
        if name == "source":
            return str(self.sources.get(value, ""))
        choices = () if name == TOPICS else self.article._meta.get_field(name).choices
        return str(dict(choices or ()).get(value, value))


def actions_on(article: Article):
    """What was done with it as a whole: published, pinned, joined with a copy."""
    kind = ContentType.objects.get_for_model(Article)
    log = LogEntry.objects.filter(content_type=kind, object_id=article.pk)
    return log.select_related("user").order_by("-action_time")[:MOST_ACTIONS]


def stored(article, name):
    if name == TOPICS:
        return join_tags(article.tags.all())
    return article._meta.get_field(name).value_from_object(article)


def label_of(article, name) -> str:
    return _("topics") if name == TOPICS else article._meta.get_field(name).verbose_name


def restore(request, modeladmin, article: Article):
    """Put back what a change replaced, in one field or in all; the restoring is a change itself."""
    change = get_object_or_404(article.changes, pk=row_number(request.POST.get("change", "")))
    names = [name for name in change.before if name in RESTORABLE]
    if request.POST.get("field") in names:
        names = [request.POST["field"]]
    try:
        if request.POST.get("version") != str(article.version):
            raise EditConflict(article.headline)
        put_back(article, {name: change.before[name] for name in names}, request.user)
    except EditConflict:
        messages.warning(request, _("Somebody has saved since; look at the newest version first."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        labels = joined(str(label_of(article, name)) for name in names)
        messages.success(request, _("Restored: %(fields)s") % {"fields": labels})
    return redirect(request.path)


def put_back(article: Article, values: dict, user) -> None:
    """Raises EditConflict, and ValidationError when what was replaced could not be saved today."""
    article.changed_by, article.changed_because = user, Why.RESTORE
    for name in values.keys() - {TOPICS}:
        field = article._meta.get_field(name)
        setattr(article, field.attname, field.to_python(values[name]))
    article.full_clean(exclude=["tags"])
    with transaction.atomic():
        article.save()
        if TOPICS in values:
            ArticleChange.objects.record_topics(article)
            article.tags.set(split_tags(values[TOPICS]), clear=True)  # in the order that they had
