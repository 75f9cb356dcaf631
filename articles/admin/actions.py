"""What an editor does to many articles at once."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override

from articles.admin.articles import undo
from articles.discovery.stories import join, split
from articles.models import EditConflict
from articles.models.articles.article import Status


def log_changed(request, articles, field):
    """Write into each article's history that a field was changed: in English, each reads it in their own."""
    with override(None):
        told = [{"changed": {"fields": [str(field)]}}]
    LogEntry.objects.log_actions(request.user.pk, articles, CHANGE, told)


def set_status(article, status, user) -> bool:
    """Give an article a status; False when it had it already. Raises EditConflict."""
    if article.status == status:
        return False
    article.status, article.changed_by = status, user
    article.save(update_fields=["status"])
    return True


def change_status(modeladmin, request, article, status) -> bool:
    """Give one article a status, with a line in its history; False, and told, when somebody is saving it."""
    try:
        set_status(article, status, request.user)
    except EditConflict:
        told = _("Somebody is saving this article; try again.")
        modeladmin.message_user(request, told, messages.WARNING)
        return False
    log_changed(request, [article], _("status"))
    return True


@admin.action(description=_("Publish"), permissions=["publish"])
def publish(modeladmin, request, queryset):
    _give_status(modeladmin, request, queryset, Status.PUBLISHED)


@admin.action(description=_("Withdraw"), permissions=["publish"])
def withdraw(modeladmin, request, queryset):
    _give_status(modeladmin, request, queryset, Status.WITHDRAWN)


@admin.action(description=_("Move to the trash"), permissions=["delete"])
def throw_away(modeladmin, request, queryset):
    _give_status(modeladmin, request, modeladmin.changeable(request, queryset), Status.TRASH)


@admin.action(description=_("These are one story"), permissions=["publish"])
def join_story(modeladmin, request, queryset):
    first, *others = queryset.order_by("pk")
    if not others:
        return modeladmin.message_user(request, _("Choose two articles or more."), messages.WARNING)
    for article in others:
        join(article, first)
    log_changed(request, [first, *others], _("story"))
    told = ngettext("%d article joined.", "%d articles joined into one story.", len(others) + 1)
    modeladmin.message_user(request, told % (len(others) + 1))


@admin.action(description=_("Each is a story of its own"), permissions=["publish"])
def split_story(modeladmin, request, queryset):
    articles = list(queryset)
    for article in articles:
        split(article)
    log_changed(request, articles, _("story"))
    told = ngettext("%d article set apart.", "%d articles set apart.", len(articles))
    modeladmin.message_user(request, told % len(articles))


def _give_status(modeladmin, request, queryset, status):
    before = {}
    for article in queryset:
        stood = article.status
        try:
            if set_status(article, status, request.user):
                before[article] = {"status": stood}
        except EditConflict:
            told = _("“%(headline)s” was being saved by somebody else and was left as it is.")
            modeladmin.message_user(request, told % {"headline": article.headline}, messages.WARNING)
    log_changed(request, list(before), _("status"))
    undo.offer(modeladmin, request, _changed_message(len(before), status), before, messages.INFO)


def _changed_message(count, status):
    if status == Status.PUBLISHED:
        return ngettext("%d article published.", "%d articles published.", count) % count
    if status == Status.TRASH:
        return ngettext("%d article moved to the trash.", "%d articles moved to the trash.", count) % count
    return ngettext("%d article withdrawn.", "%d articles withdrawn.", count) % count
