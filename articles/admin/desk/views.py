"""The desk's page, and what it answers when something is done on it.

One form and one address for everybody. A browser with the script asks for JSON and shows what comes back in
place; without it the same deeds answer with pages.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles.admin.desk import actions, drafting, glossary, history, responses
from articles.admin.desk.body_changes import changes_of
from articles.admin.desk.editing import Sheet
from articles.admin.desk.queue import Queue
from articles.models import Article

VIEW = ("articles.view_article", "articles.view_summary")
SAVE, PUBLISH = "articles.change_summary", "articles.publish_summary"
FOR_PUBLISHERS = {"publish", "next", "withdraw", "right"}
MOVING_ON = {"next", "submit", "right"}
CONFLICT = 409


class DeskViews:
    def __init__(self, site):
        self.site = site

    def urls(self):
        view = self.site.admin_view
        return [
            path("desk/", view(self.first_view), name="desk"),
            path("desk/<row:pk>/", view(self.article_view), name="desk_article"),
            path("desk/<row:pk>/check/", view(self.check_view), name="desk_check"),
            path("desk/<row:pk>/history/<slug:language>/", view(self.history_view), name="desk_history"),
        ]

    @method_decorator(require_GET)
    def first_view(self, request):
        """The queue, with its first article open."""
        _require(request, *VIEW)
        queue = Queue.asked_for(request.GET)
        page = queue.page(request.GET)
        if "rows" in request.GET:
            return self._rows(request, queue, page)
        article = _article(page.articles[0].pk) if page.articles else None
        return self._page(request, queue, article, article and Sheet(article), page=page)

    @method_decorator(require_http_methods(["GET", "POST"]))
    def article_view(self, request, pk):
        _require(request, *VIEW)
        article = _article(pk)
        queue = Queue.asked_for(request.GET, article)
        if request.method == "GET":
            return self._page(request, queue, article, Sheet(article))
        _require(request, SAVE)
        sheet = Sheet(article, request.POST)
        deed, _colon, which = request.POST.get("do", "save").partition(":")
        if deed in FOR_PUBLISHERS:
            _require(request, PUBLISH)
        result = self._do(deed, which, sheet, request)
        return self._answer(request, queue, sheet, result, moves_on=deed in MOVING_ON)

    def _do(self, deed, which, sheet, request):
        user = request.user
        match deed:
            case "publish" | "next":
                return actions.publish(sheet, user, sure=request.POST.get("sure", ""))
            case "submit":
                return actions.hand_in(sheet, user)
            case "withdraw":
                return actions.withdraw(sheet, user, which)
            case "right":
                return actions.still_right(sheet, user)
            case "theirs":
                return actions.take_theirs(sheet, which)
            case "draft":
                return drafting.draft(sheet, which)
            case _:
                return actions.save(sheet, user, by_clock=deed == "autosave")

    def _answer(self, request, queue, sheet, result, *, moves_on):
        moves_on = moves_on and result.outcome == "done"
        following = queue.after(sheet.article) if moves_on else None
        if responses.wants_json(request):
            return self._json(request, queue, sheet, result, following, moves_on)
        if result.is_good:
            messages.success(request, result.told)
            if moves_on and not following:
                return redirect(f"{reverse('admin:desk')}?{queue.query}")
            return redirect(_address(following or sheet.article, queue))
        messages.add_message(request, _level(result), result.told)
        status = CONFLICT if result.outcome == "conflict" else 200
        sure = sheet.doubts if result.outcome == "doubt" else ""
        return self._page(request, queue, sheet.article, sheet, sure=sure, status=status)

    def _json(self, request, queue, sheet, result, following, moves_on):
        told = responses.told(sheet, result, request)
        if moves_on:
            article = following and _article(following.pk)
            shown = self._context(request, queue, article, article and Sheet(article))
            told |= {
                "html": render_to_string("admin/desk/_desk.html", shown, request),
                "address": _address(article, queue) if article else f"{reverse('admin:desk')}?{queue.query}",
                "title": str(shown["title"]),
            }
        return JsonResponse(told, status=CONFLICT if result.outcome == "conflict" else 200)

    @method_decorator(require_POST)
    def check_view(self, request, pk):
        """What is to be said about words that are still being typed. Nothing is saved."""
        _require(request, *VIEW)
        return JsonResponse({"findings": responses.findings(Sheet(_article(pk), request.POST))})

    @method_decorator(require_http_methods(["GET", "POST"]))
    def history_view(self, request, pk, language):
        _require(request, *VIEW)
        if request.method == "GET":
            return history.history_page(request, self.site, _article(pk), language)
        _require(request, SAVE)
        return history.restore(request, _article(pk), language)

    def _page(self, request, queue, article, sheet, *, page=None, sure="", status=200):
        context = self._context(request, queue, article, sheet, page=page, sure=sure)
        template = "admin/desk/_desk.html" if responses.wants_fragment(request) else "admin/desk/desk.html"
        return TemplateResponse(request, template, context, status=status)

    def _rows(self, request, queue, page):
        """More of the queue, to stand under what is there."""
        context = {"queue": queue, "page": page, "rows": responses.rows(page, queue)}
        return TemplateResponse(request, "admin/desk/_rows.html", context)

    def _context(self, request, queue, article, sheet, *, page=None, sure=""):
        page = page or queue.page(request.GET, article)
        skipped_to = queue.after(article) if article else None
        return {
            **self.site.each_context(request),
            "title": article.headline if article else _("Desk"),
            "queue": queue,
            "page": page,
            "rows": responses.rows(page, queue),
            "article": article,
            "sheet": sheet,
            "sure": sure,
            "skip": skipped_to and _address(skipped_to, queue),
            "others": responses.others(article, request.user) if article else "",
            "changes": changes_of(sheet) if article else [],
            "may_draft": drafting.is_offered(),
            "names": glossary.names_for(article, sheet.chinese) if article else [],
            "may_save": request.user.has_perm(SAVE),
            "may_publish": request.user.has_perm(PUBLISH),
        }


def _level(result):
    return messages.INFO if result.outcome in ("drafted", "shown") else messages.WARNING


def _article(pk):
    return get_object_or_404(Article.objects.select_related("source", "rendering"), pk=pk)


def _address(article, queue):
    return f"{reverse('admin:desk_article', args=[article.pk])}?{queue.query}"


def _require(request, *permissions):
    if not request.user.has_perms(permissions):
        raise PermissionDenied
