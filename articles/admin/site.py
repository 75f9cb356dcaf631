"""The editors' site: Django's own admin, with what is waiting on its first page."""

from contextlib import suppress
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, translate_url
from django.utils.translation import (
    get_language,
    get_language_from_path,
    get_language_from_request,
    get_language_info,
)
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from taggit.models import Tag as TaggitTag

from articles.admin.articles.admin import ArticleAdmin
from articles.admin.deleting import things_of_the_desk
from articles.admin.desk.queue import Queue
from articles.admin.desk.views import VIEW, DeskViews
from articles.admin.dismissals import DismissalAdmin
from articles.admin.free_pages import FreePageAdmin
from articles.admin.front_page import PlacementAdmin
from articles.admin.imports.admin import ProvenanceAdmin
from articles.admin.people import in_our_way
from articles.admin.second_factor.forms import SignInForm
from articles.admin.second_factor.views import SecondFactor, has_to_set_one_up, is_satisfied
from articles.admin.sources import SourceAdmin
from articles.admin.subscriptions import SubscriptionAdmin
from articles.admin.tables import views as tables
from articles.admin.topics.admin import TagAdmin
from articles.admin.topics.merging import TagMergeAdmin
from articles.admin.topics.suggestions import TagSuggestionAdmin
from articles.admin.two_editors import once_more
from articles.models import (
    Article,
    ArticleTag,
    Dismissal,
    FreePage,
    Placement,
    Provenance,
    ReviewNote,
    Source,
    Subscription,
    Tag,
    TagMerge,
    TagSuggestion,
)
from articles.models.articles.queryset import TRASH
from articles.models.row_numbers import row_number
from articles.models.summaries.desk_state import DeskState

DESK = {
    Article: ArticleAdmin,
    Dismissal: DismissalAdmin,
    FreePage: FreePageAdmin,
    Placement: PlacementAdmin,
    Provenance: ProvenanceAdmin,
    Source: SourceAdmin,
    Subscription: SubscriptionAdmin,
    Tag: TagAdmin,
    TagSuggestion: TagSuggestionAdmin,
    TagMerge: TagMergeAdmin,
}
# Django's two boxes for many choices have names that no screen reader is told.
ACCOUNTS = {"auth.user": {"filter_horizontal": ()}, "auth.group": {"filter_horizontal": ()}}
PLAIN_NAMES = {"auth": _("Accounts")}  # of apps
UNLISTED = (TaggitTag, TOTPDevice, StaticDevice)
IN_HEADER = (Article, Placement, Provenance, Source, Subscription, Tag)  # others: from the topics' list


@dataclass(frozen=True)
class Work:
    """A number on the first page, and the list that it counts."""

    label: str
    count: int
    url: str
    is_capped: bool = False


def refusing_odd_rows(view):
    """A view of the admin that answers 400 to chosen rows without a number, and to a field without a name."""

    @wraps(view)
    def answered(request, *args, **kwargs):
        rows = map(row_number, request.POST.getlist(ACTION_CHECKBOX_NAME))
        fields = [*request.GET.getlist(TO_FIELD_VAR), *request.POST.getlist(TO_FIELD_VAR)]
        if None in rows or not all(map(str.isidentifier, fields)):
            return HttpResponseBadRequest()
        return view(request, *args, **kwargs)

    return answered


class EditorsSite(admin.AdminSite):
    site_header = _("穿梭閱讀")
    site_title = _("穿梭閱讀")
    index_title = _("Editors' desk")
    site_url = "/"
    empty_value_display = "–"
    login_form = SignInForm
    login_template = "admin/second_factor/sign_in.html"
    enable_nav_sidebar = False  # the header has the few places there are

    def __init__(self, name="admin"):
        super().__init__(name)
        for model, options in DESK.items():
            self.register(model, options)

    def register(self, model_or_iterable, admin_class=None, **options):
        """Like Django's, but for taggit's model, which we do not use, and the secrets of second factors.

        Accounts are shown with their roles, and have fields that everybody can use.
        """
        options = {"get_deleted_objects": things_of_the_desk, **options}
        models = model_or_iterable if isinstance(model_or_iterable, tuple | list) else [model_or_iterable]
        for model in models:
            if model not in UNLISTED:
                of_accounts = ACCOUNTS.get(model._meta.label_lower, {})
                super().register(model, in_our_way(model, admin_class), **options, **of_accounts)

    def has_permission(self, request):
        return super().has_permission(request) and is_satisfied(request.user)

    def login(self, request, extra_context=None):
        """Like Django's. Whoever has to set up a second factor first is led there."""
        if request.method == "GET" and super().has_permission(request) and has_to_set_one_up(request.user):
            return redirect("admin:second_factor")
        if request.method == "GET" and is_newcomer(request):
            language = get_language_from_request(request)
            if language != get_language():
                return redirect(in_language(request, language))
        return super().login(request, extra_context)

    def admin_view(self, view, cacheable=False):
        """Like Django's, which fails on rows and fields that no form names, and on two who store one."""
        return super().admin_view(refusing_odd_rows(once_more(view)), cacheable)

    def each_context(self, request):
        places = list(self.places(request))
        around = [address for _label, address in places if request.path.startswith(address)]
        return {
            **super().each_context(request),
            "desk_places": places,
            "desk_place": max(around, key=len, default=""),
            "desk_languages": [
                (code, get_language_info(code)["name_local"], in_language(request, code))
                for code, _name in settings.LANGUAGES
            ],
        }

    def get_urls(self):
        shown = path("r/<row:content_type_id>/<row:object_id>/", self.admin_view(self.view_on_site))
        return [
            shown,
            SecondFactor(self).url(),
            *DeskViews(self).urls(),
            *tables.urls(self),
            *super().get_urls(),
        ]

    def view_on_site(self, request, content_type_id, object_id):
        """Django's way from a form to its page, for who may see the form: the address spells a headline."""
        kind = get_object_or_404(ContentType, pk=content_type_id)
        options = self._registry.get(kind.model_class())
        if not options or not options.has_view_permission(request):
            raise PermissionDenied
        return shortcut(request, content_type_id, object_id)

    def places(self, request):
        """The header's links: the desk, lists that this editor may see, and the way in."""
        if request.user.has_perms(VIEW):
            yield _("Desk"), reverse("admin:desk")
        for model in IN_HEADER:
            if self.get_model_admin(model).has_view_permission(request):
                yield model._meta.verbose_name_plural, _list_url(model)
        if self.get_model_admin(Article).has_add_permission(request):
            yield _("Import"), reverse("admin:articles_article_import")

    def get_app_list(self, request, app_label=None):
        """Our own tables first, accounts after them."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["name"] = PLAIN_NAMES.get(app["app_label"], app["name"])
        return sorted(apps, key=lambda app: app["app_label"] != "articles")

    def index(self, request, extra_context=None):
        return super().index(request, {"work": list(self.work(request)), **(extra_context or {})})

    def work(self, request):
        """What waits for an editor, as far as this one may see it."""
        if request.user.has_perms(VIEW):
            yield from summary_work()
        if self.get_model_admin(Article).has_view_permission(request):
            yield from article_work()
        if self.get_model_admin(Provenance).has_view_permission(request):
            waiting = Provenance.objects.filter(article=None).count()
            yield Work(_("waiting in the inbox"), waiting, f"{_list_url(Provenance)}?state=waiting")
        if self.get_model_admin(TagSuggestion).has_view_permission(request):
            names = TagSuggestion.objects.waiting().values("folded").distinct().count()
            yield Work(_("suggested topics"), names, _list_url(TagSuggestion))


def is_newcomer(request):
    """Who neither was here before, nor follows a link of ours or an address that names a language."""
    follows_ours = _site_of(request.headers.get("Referer", "")) == request.get_host()
    was_here = request.user.is_authenticated or settings.KNOWN_COOKIE_NAME in request.COOKIES
    return not (follows_ours or was_here or get_language_from_path(request.path))


def _site_of(address):
    try:
        return urlsplit(address).netloc
    except ValueError:  # as of "http://[": a browser sends none, and whoever likes may
        return ""


def in_language(request, code):
    """The address of the same page in a language; where signing in leads to is in it too."""
    query = request.GET.copy()
    if REDIRECT_FIELD_NAME in query:
        with suppress(ValueError):  # no address: signing in leads elsewhere
            query[REDIRECT_FIELD_NAME] = translate_url(query[REDIRECT_FIELD_NAME], code)
    return translate_url(request.path, code) + (f"?{query.urlencode(safe='/')}" if query else "")


def summary_work():
    """What waits at the desk, by queue."""
    for tab in Queue(DeskState.NONE).tabs:
        if tab.state != DeskState.DONE:
            yield Work(tab.label, tab.shown, f"{reverse('admin:desk')}?{tab.query}", tab.is_capped)


def article_work():
    articles, address = Article.objects.out_of_trash(), _list_url(Article)
    notes = ReviewNote.objects.waiting().exclude(link__article__status=TRASH).values("link__article")
    counted = [
        (_("articles for review"), articles.filter(status="review"), "status__exact=review"),
        (_("drafts"), articles.filter(status="draft"), "status__exact=draft"),
        (
            _("provisional headlines"),
            articles.filter(headline_is_provisional=True),
            "headline_is_provisional__exact=1",
        ),
        (_("with reviewers' notes"), notes.distinct(), "notes=waiting"),
        # Not by a join or for each article: this walks along the indexes of both.
        (
            _("without a topic"),
            articles.exclude(pk__in=ArticleTag.objects.values("content_object")),
            "topic=none",
        ),
    ]
    return [Work(label, found.count(), f"{address}?{query}") for label, found, query in counted]


def _list_url(model):
    return reverse(f"admin:articles_{model._meta.model_name}_changelist")
