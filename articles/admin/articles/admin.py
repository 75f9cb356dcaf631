"""Articles: the list, the form, and publishing in one click."""

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import TextField, URLField
from django.forms import Script
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin import actions, front_page
from articles.admin.articles import history, undo
from articles.admin.articles.coming import ComingViews
from articles.admin.articles.forms import ArticleForm, PlainLines, PrintedMoment
from articles.admin.articles.next_untagged import NextUntagged
from articles.admin.articles.preview import PreviewViews
from articles.admin.articles.related import RelatedViews
from articles.admin.articles.review import ReviewViews
from articles.admin.articles.searching import ArticleSearch
from articles.admin.articles.taking import TakingViews
from articles.admin.articles.trash import Trash
from articles.admin.articles.undo import UndoViews
from articles.admin.articles.writing import WritingViews
from articles.admin.filters import NotesFilter, SourceFilter, SummaryFilter, TopicFilter
from articles.admin.gone import GivesWordsBack
from articles.admin.imports.cleaning_record import CleaningRecord
from articles.admin.imports.rows import corrections_of, rows_shown
from articles.admin.imports.views import ImportViews
from articles.admin.permissions import PublishingRights
from articles.admin.spoken_names import LogsOwnNames
from articles.admin.topics import bulk_tagging
from articles.admin.topics.fields import TopicsWidget
from articles.admin.two_editors import ShowsTheirs
from articles.models import Article, ArticleChange, EditConflict, Summary, TagSuggestion
from articles.models.articles.article import Status
from articles.models.articles.change import TOPICS
from articles.models.row_numbers import row_number
from articles.models.topics.tag import join_tags

HAND_IN = "_hand_in"  # the button of those who may not publish
TOLD = {
    Status.DRAFT: _("“{}” is a draft again."),
    Status.SCHEDULED: _("“{}” is scheduled."),
    Status.REVIEW: _("“{}” is handed in for review."),
    Status.PUBLISHED: _('“{}” is published. <a href="{}">View on site</a>'),
    Status.WITHDRAWN: _("“{}” is withdrawn."),
}
STATUS_BUTTONS = {"_publish": Status.PUBLISHED, "_withdraw": Status.WITHDRAWN}


class ArticleList(ChangeList):
    """Rows without bodies, and what they show beside them in two more queries."""

    def get_queryset(self, request, **kwargs):
        articles = super().get_queryset(request, **kwargs)
        return articles.defer("body", "standfirst").prefetch_related("summaries")


class ArticleAdmin(
    *(
        PublishingRights,
        LogsOwnNames,
        ShowsTheirs,
        Trash,
        GivesWordsBack,
        RelatedViews,
        WritingViews,
        PreviewViews,
        ReviewViews,
        TakingViews,
        ComingViews,
        UndoViews,
        front_page.Curating,
        NextUntagged,
        ArticleSearch,
        ImportViews,
    ),
    admin.ModelAdmin,
):
    form = ArticleForm
    formfield_overrides = {URLField: {"assume_scheme": "https"}, TextField: {"widget": PlainLines}}
    list_display = ["headline_marked", "source", "printed", "language", "state", "summarised", "changed"]
    list_display_links = ["headline_marked"]
    list_filter = [
        "status", "headline_is_provisional", SummaryFilter, TopicFilter, NotesFilter, "language",
        ("source", SourceFilter),
    ]  # fmt: skip
    list_select_related = ["source", "taking__by"]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["-pk"]
    search_fields = ["headline"]
    search_help_text = _("Words of the text, a source or a topic, in either script.")
    action_form = bulk_tagging.TopicActionForm
    actions = [
        actions.publish,
        actions.withdraw,
        actions.throw_away,
        bulk_tagging.add_topics,
        bulk_tagging.remove_topics,
        actions.join_story,
        actions.split_story,
        front_page.pin,
        front_page.pick,
        front_page.take_off,
    ]
    fieldsets = [
        (None, {"fields": ["seen_version", "headline", "headline_is_provisional", "standfirst", "body"],
                "classes": ["words"]}),
        (_("Topics and publication"), {
            "fields": ["tags", "link_topics", "status", "note_to_editor", "scheduled_for"],
            "classes": ["desk"],
        }),
        (_("Where it comes from"), {
            "fields": ["byline", "source", "source_url", "language", "published_at", "published_precision"],
            "classes": ["origin"],
        }),
    ]  # fmt: skip

    class Media:
        js = (*TopicsWidget.Media.js, Script("js/writing.js", type="module"))

    # The list

    def get_changelist(self, request, **kwargs):
        return ArticleList

    def get_list_display(self, request):
        """Who may not publish sees the status without its button."""
        if self.has_publish_permission(request):
            return self.list_display
        return ["state_alone" if column == "state" else column for column in self.list_display]

    @admin.display(description=_("headline"), ordering="headline")
    def headline_marked(self, article):
        mark = format_html(' <em class="mark">{}</em>', _("provisional"))
        return format_html(
            '<span lang="{}">{}</span>{}',
            article.language,
            article.headline,
            mark if article.headline_is_provisional else "",
        )

    @admin.display(description=_("printed"), ordering="published_at")
    def printed(self, article):
        return article.printed_on and date_format(article.printed_on, "Y-m-d")

    @admin.display(description=_("status"), ordering="status")
    def state(self, article):
        if article.status == Status.PUBLISHED:
            return self.state_alone(article)
        address = reverse("admin:articles_article_publish", args=[article.pk])
        return format_html(
            '{} <button type="submit" class="quiet" formaction="{}">{}</button>',
            self.state_alone(article),
            address,
            _("Publish"),
        )

    @admin.display(description=_("status"), ordering="status")
    def state_alone(self, article):
        """With the hour of a scheduled one, by the desk's clock, and who has taken what is for review."""
        if article.taken:
            told = _("taken by %(name)s") % {"name": article.taken.by.get_username()}
            return format_html("{} <small>{}</small>", article.get_status_display(), told)
        if article.status != Status.SCHEDULED:
            return article.get_status_display()
        at = timezone.localtime(article.scheduled_for)
        told = '{} <time datetime="{}">{}</time>'
        return format_html(told, article.get_status_display(), at.isoformat(), date_format(at, "Y-m-d H:i"))

    @admin.display(description=_("summaries"))
    def summarised(self, article):
        marks = [
            (summary.status, summary.get_status_display(), summary.short_language)
            for summary in article.summaries.all()
        ]
        return format_html_join(" ", '<span class="summary-{}" title="{}">{}</span>', marks)

    @admin.display(description=_("updated at"), ordering="updated_at")
    def changed(self, article):
        return date_format(timezone.localtime(article.updated_at), "Y-m-d H:i")

    # The form

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "published_at":
            kwargs["form_class"] = PrintedMoment
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The ordinary form; its Publish and Withdraw buttons save with that status.

        Somebody who saves between our check and our own save makes the model refuse. The form is then asked
        once more, and finds that the version has changed.
        """
        if self.has_publish_permission(request):
            request.POST = with_status_of_button(request.POST)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except EditConflict:
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:  # of a refused form with the words that were typed, which may be past rendering
            saved = self.model._default_manager.get(pk=obj.pk) if request.method == "POST" else obj
            context |= {
                "summaries": Summary.objects.filter(article=obj.pk),
                "saved_html": saved.body_html,
            }
        context["show_save_and_add_another"] = False
        context["may_publish"] = self.has_publish_permission(request)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        obj.changed_by = request.user
        if HAND_IN in request.POST and obj.status == Status.DRAFT:
            obj.status = Status.REVIEW
        obj.stood = form.initial.get("status") or Status.DRAFT  # to be taken back to
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Topics after the article: what was told apart, what waited for a new name, what was decided."""
        super().save_related(request, form, formsets, change)
        if change and "tags" in form.changed_data:
            ArticleChange.objects.record(form.instance, {TOPICS: join_tags(form.initial["tags"])})
        form.topics.remember(request.user)
        if "tags" in form.changed_data:
            for tag in form.instance.tags.all():
                TagSuggestion.objects.settle(tag)
        for refusal in form.decide():
            self.message_user(request, refusal, messages.WARNING)

    def view_on_site(self, article):
        """Also of a draft: its page shows it to people of the desk."""
        return article.get_absolute_url()

    def response_add(self, request, obj, post_url_continue=None):
        return self._response_status(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._response_status(request, obj) or super().response_change(request, obj)

    def _response_status(self, request, article):
        """To a change of status, by a button or its field; None where there was none."""
        buttons = STATUS_BUTTONS if self.has_publish_permission(request) else [HAND_IN]
        if article.status == article.stood and not {*buttons} & {*request.POST}:
            return None
        self._tell_status(request, article, article.stood)
        if "_continue" in request.POST:
            return redirect("admin:articles_article_change", article.pk)
        return self.response_post_save_change(request, article)

    def _tell_status(self, request, article, stood):
        """What readers see of it now, with the way back. stood: the status before."""
        told = format_html(TOLD[article.status], article.headline, article.get_absolute_url())
        undo.offer(self, request, told, {article: {"status": stood}})

    # Pages of our own

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<row:pk>/publish/", view(self.publish_view), name="articles_article_publish"),
            path("<row:pk>/raw/", view(self.raw_view), name="articles_article_raw"),
            *self.writing_urls(),
            *self.preview_urls(),
            *self.import_urls(),
            *self.related_urls(),
            *self.coming_urls(),
            *self.undo_urls(),
            *self.review_urls(),
            *self.taking_urls(),
            *self.trash_urls(),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """In place of Django's list of who saved: what was changed, and the way back."""
        article = get_object_or_404(Article, pk=row_number(object_id))
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        if request.method == "POST" and self.has_change_permission(request, article):
            return history.restore(request, self, article)
        return history.history_page(request, self, article)

    @method_decorator(require_POST)
    def publish_view(self, request, pk):
        """One click in the list. Answers with the list as it was."""
        article = self._publishable(request, pk)
        stood = article.status
        if actions.change_status(self, request, article, Status.PUBLISHED):
            self._tell_status(request, article, stood)
        return redirect(_came_from(request) or "admin:articles_article_changelist")

    def _publishable(self, request, pk):
        article = get_object_or_404(Article, pk=pk)
        if not self.has_publish_permission(request, article):
            raise PermissionDenied
        return article

    def raw_view(self, request, pk):
        """The raw document with what was removed, beside the article as it is now."""
        article = get_object_or_404(Article.objects.select_related("rendering"), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        documents = article.provenance.defer("data", "parsed")
        chosen = row_number(request.GET.get("document", ""))
        document = documents.first() if chosen is None else documents.filter(pk=chosen).first()
        context = {"article": article, "documents": documents}
        context["record"] = record = CleaningRecord(document) if document else None
        if record:
            is_latest = document == documents.first()
            context["may_correct"] = is_latest and self.has_change_permission(request, article)
            context |= rows_shown(record) | {"corrections": corrections_of(document)}
        return self._page(request, "imports/raw", _("Raw beside cleaned"), context)

    def _page(self, request, template, title, context):
        common = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        return TemplateResponse(request, f"admin/{template}.html", common | context)


def with_status_of_button(data):
    """Form data with the status that the pressed button means."""
    for button, status in STATUS_BUTTONS.items():
        if button in data:
            data = data.copy()
            data["status"] = status
    return data


def _came_from(request):
    """The page the click came from, if it is one of ours."""
    referer = request.headers.get("referer", "")
    return referer if url_has_allowed_host_and_scheme(referer, {request.get_host()}) else None
