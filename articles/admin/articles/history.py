"""Every change of an article: what stood there and what stands there since; any of it can be restored."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.models import Article, ArticleChange, EditConflict, Source
from articles.models.article_change import TOPICS, WORDS, Why
from articles.models.row_numbers import row_number
from articles.models.tag import join_tags, split_tags
from articles.text.diff.side_by_side import Paragraph, paragraph_diff

PAGE_SIZE = 20
MOST_ACTIONS = 100
RESTORABLE = (*WORDS, TOPICS)  # not the status: publishing and withdrawing have their own buttons


@dataclass(frozen=True)
class Replaced:
    """One field of a change. paragraphs: its text in both versions, as runs that stayed, came and went."""

    name: str
    label: str
    paragraphs: list[Paragraph]

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
    before = row_number(request.GET.get("before", ""))
    shown, older = page_of(list(changes_of(article)), before)
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("History"),
        "opts": modeladmin.opts,
        "article": article,
        "changes": shown,
        "older": older,
        "actions": actions_on(article),
        "may_restore": modeladmin.has_change_permission(request, article),
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


def changes_of(article: Article) -> Iterator[Change]:
    """Newest first: what a change put there is what the next one replaced, or what stands there now."""
    after = {name: stored(article, name) for name in RESTORABLE}
    for row in article.changes.select_related("by"):
        fields = []
        for name, value in row.before.items():
            now = after.get(name, stored(article, name))
            diff = paragraph_diff(in_words(article, name, value), in_words(article, name, now))
            fields.append(Replaced(name, label_of(article, name), diff))
            after[name] = value
        yield Change(row, fields)


def actions_on(article: Article):
    """What was done with it as a whole: published, pinned, joined with a copy."""
    kind = ContentType.objects.get_for_model(Article)
    log = LogEntry.objects.filter(content_type=kind, object_id=article.pk)
    return log.select_related("user").order_by("-action_time")[:MOST_ACTIONS]


def page_of(changes: list[Change], before: int | None) -> tuple[list[Change], int | None]:
    """A page of changes, and the number of its last one where older ones follow."""
    rest = [change for change in changes if before is None or change.row.pk < before]
    shown = rest[:PAGE_SIZE]
    return shown, shown[-1].row.pk if len(rest) > PAGE_SIZE else None


def stored(article, name):
    if name == TOPICS:
        return join_tags(article.tags.all())
    return article._meta.get_field(name).value_from_object(article)


def label_of(article, name) -> str:
    return _("topics") if name == TOPICS else article._meta.get_field(name).verbose_name


def in_words(article, name, value) -> str:
    """A stored value as an editor reads it."""
    if value in (None, ""):
        return ""
    if name == "source":
        return str(Source.objects.filter(pk=value).first() or "")
    try:
        choices = article._meta.get_field(name).choices
    except FieldDoesNotExist:
        choices = None
    return str(dict(choices or ()).get(value, value))


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
        labels = "、".join(str(label_of(article, name)) for name in names)
        messages.success(request, _("Restored: %(fields)s") % {"fields": labels})
    return redirect(request.path)


def put_back(article: Article, values: dict, user) -> None:
    """Raises EditConflict, and ValidationError when what was replaced could not be saved today."""
    topics = values.pop(TOPICS, None)
    article.changed_by, article.changed_because = user, Why.RESTORE
    for name, value in values.items():
        field = article._meta.get_field(name)
        setattr(article, field.attname, field.to_python(value))
    article.full_clean(exclude=["tags"])
    with transaction.atomic():
        article.save()
        if topics is not None:
            ArticleChange.objects.record(article, {TOPICS: join_tags(article.tags.all())})
            article.tags.set(split_tags(topics))
