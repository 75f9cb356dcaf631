"""Giving topics to many articles at once, and taking them away."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, ActionForm
from django.core.exceptions import ValidationError
from django.forms import CharField, TextInput
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.actions import log_changed
from articles.admin.articles import undo
from articles.admin.topics.fields import answer, completes_topics, own_names
from articles.models import ArticleChange, Tag, TagSuggestion
from articles.models.articles.change import TOPICS
from articles.models.topics.label import folded_name, validate_name
from articles.models.topics.tag import join_tags, split_tags
from articles.pages.languages import joined

RESENT = ("action", "topics", "select_across", ACTION_CHECKBOX_NAME)  # with the answers to our questions


class TopicsInput(TextInput):
    def build_attrs(self, base_attrs, extra_attrs=None):
        return completes_topics() | super().build_attrs(base_attrs, extra_attrs)


class TopicActionForm(ActionForm):
    topics = CharField(
        required=False, label=_("Topics:"), widget=TopicsInput(attrs={"placeholder": _("to add or remove")})
    )


@admin.action(description=_("Add topics"), permissions=["change"])
def add_topics(modeladmin, request, queryset):
    names = _typed(modeladmin, request)
    try:
        for name in names:
            validate_name(name)
        answered = answer(names, request.POST)
        if answered.questions:
            return _ask(modeladmin, request, answered.questions)
        tags = Tag.objects.named(answered.names)
    except ValidationError as error:
        return modeladmin.message_user(request, " ".join(error.messages), messages.ERROR)
    if tags:
        answered.remember(request.user)
        articles = modeladmin.changeable(request, queryset).select_related("source")
        _tag_all(modeladmin, request, articles, tags)


def _typed(modeladmin, request):
    names = split_tags(request.POST.get("topics", ""))
    if not names:
        told = _("Write the topics into the field beside the action, parted by commas.")
        modeladmin.message_user(request, told, messages.ERROR)
    return names


def _ask(modeladmin, request, questions):
    context = {
        **modeladmin.admin_site.each_context(request),
        "opts": modeladmin.opts,
        "title": _("About these topics"),
        "questions": questions,
        "resent": [(name, value) for name in RESENT for value in request.POST.getlist(name)],
    }
    return TemplateResponse(request, "admin/topics/questions.html", context)


def _tag_all(modeladmin, request, queryset, tags):
    names = [tag.name for tag in tags]
    left_out, tagged = [], []
    for article in queryset:
        (left_out if own_names(names, article.source) else tagged).append(article)
    before = {article: record_topics(request, article) for article in tagged}
    for article in tagged:
        article.tags.add(*tags)
    for tag in tags:
        TagSuggestion.objects.settle(tag)
    _tell_left_out(modeladmin, request, left_out)
    log_changed(request, tagged, _("topics"))
    told = ngettext(
        "%(count)d article: added %(topics)s.", "%(count)d articles: added %(topics)s.", len(tagged)
    )
    told %= {"count": len(tagged), "topics": joined(names)}
    undo.offer(modeladmin, request, told, before, messages.INFO)


def record_topics(request, article) -> dict:
    """Keep an article's topics as they are, for its history; returns them as they can be put back."""
    article.changed_by = request.user
    ArticleChange.objects.record_topics(article)
    return {TOPICS: join_tags(article.tags.all())}


def _tell_left_out(modeladmin, request, articles):
    if articles:
        told = _("Left as they are, because the source's own name is no topic: %(headlines)s")
        headlines = joined(article.headline for article in articles)
        modeladmin.message_user(request, told % {"headlines": headlines}, messages.WARNING)


@admin.action(description=_("Remove topics"), permissions=["change"])
def remove_topics(modeladmin, request, queryset):
    names = _typed(modeladmin, request)
    known = Tag.objects.known(names)
    unknown = [name for name in names if folded_name(name) not in known]
    if unknown:
        told = _("There is no topic of this name: %(names)s") % {"names": joined(unknown)}
        return modeladmin.message_user(request, told, messages.ERROR)
    if names:
        _untag_all(modeladmin, request, queryset, dict.fromkeys(known.values()))


def _untag_all(modeladmin, request, queryset, tags):
    articles = list(modeladmin.changeable(request, queryset).filter(tagged__tag__in=tags).distinct())
    before = {article: record_topics(request, article) for article in articles}
    for article in articles:
        article.tags.remove(*tags)
    log_changed(request, articles, _("topics"))
    told = ngettext(
        "%(count)d article: removed %(topics)s.", "%(count)d articles: removed %(topics)s.", len(articles)
    )
    topics = joined(tag.name for tag in tags)
    undo.offer(modeladmin, request, told % {"count": len(articles), "topics": topics}, before, messages.INFO)
