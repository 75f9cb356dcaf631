"""What stands beside an article: what was computed, what editors put there, hid and ordered."""

import re

from django import forms
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.admin.front_page import BUTTONS, STEPS
from articles.discovery.related import MOST, derive_related
from articles.discovery.search import results
from articles.discovery.search.base import SearchTookTooLong
from articles.discovery.search.query import parse
from articles.models import Article, Related
from articles.models.row_numbers import ROW_NUMBER, row_number
from articles.pages.articles.related import found_reason

MOST_OFFERED = 10  # articles that words may mean
PUT = _("“%s” was put beside it by hand.")
NUMBERED = re.compile(
    rf"(?:\S*/(?:articles|a)/)?({ROW_NUMBER})(?:/\S*)?"
)  # 12, /a/12, https://…/articles/12/…


class PutForm(forms.Form):
    """An article to put beside another, and why. candidates: what the words may mean."""

    what = forms.CharField(
        label=_("Article"),
        max_length=2000,
        help_text=_("Its address or number, or words of it."),
    )
    reason_zh = forms.CharField(label=_("reason in Chinese"), max_length=200, required=False)
    reason_en = forms.CharField(label=_("reason in English"), max_length=200, required=False)

    def __init__(self, article, data=None):
        super().__init__(data)
        self.article, self.candidates, self.other = article, [], None

    def clean(self):
        given = super().clean()
        if not (given.get("reason_zh") or given.get("reason_en")):
            self.add_error("reason_zh", _("Say why, in one of the languages: readers see it."))
        self.other = self._chosen(given.get("what", ""))
        if not self.other and not self.candidates and not self.has_error("what"):
            self.add_error("what", _("No article is found by this."))

    def _chosen(self, words):
        """The article of a button, an address or a number; words are answered with candidates."""
        numbered = NUMBERED.fullmatch(words)
        number = row_number(self.data.get("choose", "")) or (numbered and int(numbered[1]))
        others = Article.objects.out_of_trash().exclude(pk=self.article.pk).defer("body")
        if number:
            return self._refusing_copies(others.filter(pk=number).first())
        self.candidates = candidates(words, others)
        return None

    def _refusing_copies(self, other):
        if other and other.story_id and other.story_id == self.article.story_id:
            self.add_error("what", _("This is the same story, and stands beside it as such."))
        return other


def candidates(words: str, articles) -> list[Article]:
    """The newest published articles that have all of these words."""
    terms = parse(words).terms
    try:
        places = results.older(terms, Article.objects.published(), None, MOST_OFFERED) if terms else []
    except SearchTookTooLong:
        places = []
    return results.articles_at(places, articles.select_related("source"))


class RelatedViews:
    """For the admin of articles: who may publish arranges what stands beside an article."""

    def related_urls(self):
        view = self.admin_site.admin_view(self.related_view)
        return [path("<row:pk>/related/", view, name="articles_article_related")]

    def related_view(self, request, pk):
        article = get_object_or_404(Article.objects.out_of_trash().prefetch_related("tags"), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        if request.method != "POST":
            return self._related_page(request, article, PutForm(article))
        if not self.has_publish_permission(request, article):
            raise PermissionDenied
        if "put" in request.POST or "choose" in request.POST:
            return self._put(request, article)
        return self._arrange(request, article)

    def _related_page(self, request, article, form):
        rows = Related.objects.filter(article=article).select_related("other__source", "by").in_order()
        rows = rows.defer("other__body")
        found = rows.found().published()[: 2 * MOST]
        context = {
            "article": article,
            "by_hand": reasoned(rows.by_hand(), article),
            "found": reasoned(found, article),
            "hidden": reasoned(rows.hidden(), article),
            "form": form,
            "move_buttons": BUTTONS,
            "may_arrange": self.has_publish_permission(request, article),
        }
        return self._page(request, "articles/article/related", _("Related articles"), context)

    def _put(self, request, article):
        form = PutForm(article, request.POST)
        if not form.is_valid() or form.candidates:
            return self._related_page(request, article, form)
        told = {name: form.cleaned_data[name] for name in ("reason_zh", "reason_en")}
        Related.objects.put(article, form.other, request.user, **told)
        log_pair(request, article, form.other, PUT)
        told = _("“%s” stands beside it now, and it beside that.") % form.other
        self.message_user(request, told, messages.SUCCESS)
        return redirect(request.path)

    def _arrange(self, request, article):
        """Carry out the one button that was pressed: its name says what, its value beside which article."""
        pressed = next((name for name in ARRANGING if name in request.POST), None)
        number = row_number(request.POST.get(pressed, "")) if pressed else None
        rows = Related.objects.select_related("other").defer("other__body")
        row = rows.filter(article=article, other=number).first()
        if row is None:
            self.message_user(request, _("It stands here no longer."), messages.WARNING)
        else:
            ARRANGING[pressed](request, article, row)
        return redirect(request.path)


def reasoned(rows, article) -> list[tuple]:
    """Rows, each with the reason that was computed for it."""
    return [(row, found_reason(row, article)) for row in rows]


def put_first(request, article, row):
    Related.objects.put(article, row.other, request.user)
    log_pair(request, article, row.other, PUT)


def hide(request, article, row):
    Related.objects.hide(article, row.other, request.user)
    for one in (article, row.other):
        derive_related(one)
    log_pair(request, article, row.other, _("“%s” is hidden: neither stands beside the other."))


def leave(request, article, row):
    """No longer by hand, or no longer hidden: what is computed has the word again."""
    Related.objects.forget(article, row.other)
    derive_related(article)
    log_pair(request, article, row.other, _("Whether “%s” stands beside it is computed again."))


def mover(direction):
    def move(request, article, row):
        if row.is_by_hand:
            row.move(STEPS[direction])
            log(request, article, _("The order of its related articles was changed."))

    return move


ARRANGING = {
    "first": put_first,
    "hide": hide,
    "leave": leave,
    **{direction: mover(direction) for direction in STEPS},
}


def log_pair(request, article, other, told):
    """Write into the history of both what was done with the other. told: with a place for its headline."""
    for one, another in ((article, other), (other, article)):
        log(request, one, told % another)


def log(request, article, told):
    LogEntry.objects.log_actions(request.user.pk, [article], CHANGE, str(told))
