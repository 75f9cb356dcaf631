"""The desk's page, and what it answers when something is done on it.

One form and one address for everybody. A browser with the script asks for JSON and shows what comes back in
place; without it the same actions answer with pages.
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

from articles.admin.articles.review import waiting_notes
from articles.admin.desk import drafting, glossary, history, responses, undoing
from articles.admin.desk.actions import ACTIONS, PUBLISH, SAVE
from articles.admin.desk.body_changes import changes_of
from articles.admin.desk.editing import SummaryEditor
from articles.admin.desk.forms import LanguageForm
from articles.admin.desk.outcomes import SaveOutcome
from articles.admin.desk.queue import Queue
from articles.admin.gone import DELETED, gone_page, words_in
from articles.models import Article

VIEW = ("articles.view_article", "articles.view_summary")


class DeskViews:
    def __init__(self, site):
        self.site = site

    def urls(self):
        view = self.site.admin_view
        return [
            path("desk/", view(self.first_view), name="desk"),
            path("desk/undo/", view(self.undo_view), name="desk_undo"),
            path("desk/<row:pk>/", view(self.article_view), name="desk_article"),
            path("desk/<row:pk>/check/", view(self.check_view), name="desk_check"),
            path("desk/<row:pk>/bearing/", view(self.bearing_view), name="desk_bearing"),
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
        return self._page(request, queue, article, page=page)

    @method_decorator(require_http_methods(["GET", "POST"]))
    def article_view(self, request, pk):
        _require(request, *VIEW)
        is_plain = request.method == "POST" and not responses.wants_json(request)
        if is_plain and not Article.objects.filter(pk=pk).exists():
            return gone_page(request, self.site, DELETED, words_in(LanguageForm))
        article = _article(pk)
        queue = Queue.asked_for(request.GET, article)
        if request.method == "GET":
            return self._page(request, queue, article)
        _require(request, SAVE)
        name, _colon, prefix = request.POST.get("do", "save").partition(":")
        action = ACTIONS.get(name, ACTIONS["save"])
        _require(request, action.permission)
        editor = SummaryEditor(article, request.user, request.POST)
        result = action.run(editor, prefix)
        undoing.offer(request, article, action.permission, result)
        moves_on = action.moves_on and result.outcome == SaveOutcome.DONE
        following = queue.after(article) if moves_on else None
        answer = self._json if responses.wants_json(request) else self._answer
        return answer(request, queue, editor, result, moves_on=moves_on, following=following)

    def _answer(self, request, queue, editor, result, *, moves_on, following):
        level = messages.INFO if result.is_harmless else messages.WARNING
        messages.add_message(request, messages.SUCCESS if result.is_good else level, result.told)
        if not result.is_good:
            return self._page(request, queue, editor.article, editor, result=result)
        if moves_on and not following:
            return redirect(f"{reverse('admin:desk')}?{queue.query}")
        return redirect(_address(following or editor.article, queue))

    def _json(self, request, queue, editor, result, *, moves_on, following):
        told = responses.told(editor, result, request)
        if not moves_on:
            told["undo"] = responses.undo(request)
        if result.outcome == SaveOutcome.REREAD:
            shown = self._context(request, queue, editor.article, editor)
            told["article"] = render_to_string("admin/desk/_article.html", shown, request)
            told["body"] = editor.body_now
        if moves_on:
            article = following and _article(following.pk)
            shown = self._context(request, queue, article)
            told |= {
                "told": shown["undo"].told if shown["undo"] else result.told,
                "html": render_to_string("admin/desk/_desk.html", shown, request),
                "address": _address(article, queue) if article else f"{reverse('admin:desk')}?{queue.query}",
                "title": str(shown["title"]),
            }
        return JsonResponse(told, status=result.status)

    @method_decorator(require_POST)
    def undo_view(self, request):
        """Take back the last action, and stand at its article again."""
        _require(request, *VIEW)
        pk, is_undone = undoing.take_back(request)
        if is_undone:
            messages.success(
                request, _("Taken back: readers see what they saw before; your words stand here.")
            )
        else:
            messages.warning(request, _("This can be undone no longer."))
        return redirect("admin:desk_article", pk) if pk else redirect("admin:desk")

    @method_decorator(require_POST)
    def check_view(self, request, pk):
        """What is to be said about words that are still being typed. Nothing is saved."""
        _require(request, *VIEW)
        editor = SummaryEditor(_article(pk), request.user, request.POST)
        return JsonResponse({"findings": responses.findings(editor)})

    @method_decorator(require_POST)
    def bearing_view(self, request, pk):
        """Each number, date and name of what is typed beside the words that bear it out. Nothing is saved."""
        _require(request, *VIEW)
        article = _article(pk)
        editor = SummaryEditor(article, request.user, request.POST)
        shown = {"article": article, "title": _("What bears it out"), "borne": editor.bearing}
        if responses.wants_json(request):
            return JsonResponse({"html": render_to_string("admin/desk/_bearing.html", shown, request)})
        return TemplateResponse(
            request, "admin/desk/bearing.html", {**self.site.each_context(request), **shown}
        )

    @method_decorator(require_http_methods(["GET", "POST"]))
    def history_view(self, request, pk, language):
        _require(request, *VIEW)
        if request.method == "GET":
            return history.history_page(request, self.site, _article(pk), language)
        _require(request, SAVE)
        return history.restore(request, _article(pk), language)

    def _page(self, request, queue, article, editor=None, *, page=None, result=None):
        context = self._context(request, queue, article, editor, page=page)
        context["sure"] = result.sure if result else ""
        template = "admin/desk/_desk.html" if responses.wants_fragment(request) else "admin/desk/desk.html"
        return TemplateResponse(request, template, context, status=result.status if result else 200)

    def _rows(self, request, queue, page):
        """More of the queue, to stand under what is there."""
        context = {"queue": queue, "page": page, "rows": responses.rows(page, queue)}
        return TemplateResponse(request, "admin/desk/_rows.html", context)

    def _context(self, request, queue, article, editor=None, *, page=None):
        """editor: what was posted; None for the summaries as they are stored."""
        editor = editor or (article and SummaryEditor(article, request.user))
        page = page or queue.page(request.GET, article)
        skipped_to = queue.after(article) if article else None
        return {
            **self.site.each_context(request),
            "title": article.headline if article else _("Desk"),
            "queue": queue,
            "page": page,
            "rows": responses.rows(page, queue),
            "article": article,
            "editor": editor,
            "skip": skipped_to and _address(skipped_to, queue),
            "others": responses.others(article, request.user) if article else "",
            "changes": changes_of(editor) if article else [],
            "undo": undoing.offered(request),
            "notes": waiting_notes(article) if article else [],
            "may_draft": drafting.is_offered(),
            "names": glossary.names_for(article, editor.chinese) if article else [],
            "may_save": request.user.has_perm(SAVE),
            "may_publish": request.user.has_perm(PUBLISH),
        }


def _article(pk):
    return get_object_or_404(Article.objects.select_related("source", "rendering", "taking__by"), pk=pk)


def _address(article, queue):
    return f"{reverse('admin:desk_article', args=[article.pk])}?{queue.query}"


def _require(request, *permissions):
    if not request.user.has_perms(permissions):
        raise PermissionDenied
