"""What an editor does to many articles at once."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.forms import CharField, TextInput
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import EditConflict, Tag
from articles.models.article import Status
from articles.models.tag import split_tags


class TopicActionForm(ActionForm):
    topics = CharField(
        required=False, label=_("Topics:"), widget=TextInput(attrs={"placeholder": _("for “Add topics”")})
    )


def log_changed(request, articles, field):
    """Write into each article's history that a field was changed."""
    told = [{"changed": {"fields": [str(field)]}}]
    LogEntry.objects.log_actions(request.user.pk, articles, CHANGE, told)


def set_status(article, status) -> bool:
    """Give an article a status; False when it had it already. Raises EditConflict."""
    if article.status == status:
        return False
    article.status = status
    article.save(update_fields=["status"])
    return True


@admin.action(description=_("Publish"), permissions=["change"])
def publish(modeladmin, request, queryset):
    _give_status(modeladmin, request, queryset, Status.PUBLISHED)


@admin.action(description=_("Withdraw"), permissions=["change"])
def withdraw(modeladmin, request, queryset):
    _give_status(modeladmin, request, queryset, Status.WITHDRAWN)


def _give_status(modeladmin, request, queryset, status):
    changed = []
    for article in queryset:
        try:
            if set_status(article, status):
                changed.append(article)
        except EditConflict:
            told = _("“%(headline)s” was being saved by somebody else and was left as it is.")
            modeladmin.message_user(request, told % {"headline": article.headline}, messages.WARNING)
    log_changed(request, changed, _("status"))
    modeladmin.message_user(request, _changed_message(len(changed), status))


def _changed_message(count, status):
    if status == Status.PUBLISHED:
        return ngettext("%d article published.", "%d articles published.", count) % count
    return ngettext("%d article withdrawn.", "%d articles withdrawn.", count) % count


@admin.action(description=_("Add topics"), permissions=["change"])
def add_topics(modeladmin, request, queryset):
    names = split_tags(request.POST.get("topics", ""))
    if not names:
        told = _("Write the topics into the field beside the action, parted by commas.")
        return modeladmin.message_user(request, told, messages.ERROR)
    try:
        tags = Tag.objects.named(names)
    except ValidationError as error:
        return modeladmin.message_user(request, " ".join(error.messages), messages.ERROR)
    _tag_all(modeladmin, request, queryset, tags)


def _tag_all(modeladmin, request, queryset, tags):
    articles = list(queryset)
    for article in articles:
        article.tags.add(*tags)
    log_changed(request, articles, _("topics"))
    told = ngettext(
        "%(count)d article: added %(topics)s.", "%(count)d articles: added %(topics)s.", len(articles)
    )
    topics = "、".join(tag.name for tag in tags)
    modeladmin.message_user(request, told % {"count": len(articles), "topics": topics})
