"""An article as a reviewer without an account reads it, by a signed link, and the notes they leave."""

from dataclasses import dataclass

from django import forms
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article, ReviewLink, ReviewNote
from articles.models.articles.review import Part
from articles.pages.articles.preview import show_proposed
from articles.pages.articles.related import beside
from articles.pages.well_known import sent_picture

PICTURES = "/pictures/"


class NoteForm(forms.ModelForm):
    class Meta:
        model = ReviewNote
        fields = ["text", "name"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}


@dataclass(frozen=True)
class Asked:
    """A part of the article with the note that was left on it, or the form for one."""

    part: Part
    note: ReviewNote | None
    form: NoteForm


@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request, token):
    """The page of one link. A note that cannot be kept comes back with its words."""
    link = ReviewLink.objects.of_token(token)
    if link is None:
        return closed(request)
    article = to_review(link)
    parts = parts_of(article)
    sent = request.POST.get("part") if request.method == "POST" else None
    form = NoteForm(request.POST, prefix=sent) if sent in parts else None
    if form and form.is_valid() and keep_note(link, sent, form):
        return redirect(f"{link.get_absolute_url()}#notes")
    context = {
        "article": article,
        "beside": beside(article),
        "link": link,
        "asked": asked(link, parts, form),
    }
    response = render(request, "pages/review.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def closed(request):
    """The answer of a link that is revoked, expired or none, with the words that were sent to it."""
    words = [
        (name, value) for name, value in request.POST.items() if name.endswith(("-text", "-name")) and value
    ]
    if not words:
        raise Http404
    return render(request, "404.html", {"words": words}, status=404)


@require_safe
def picture(request, token, name):
    """A picture of the article under review, which readers may not see yet."""
    if not open_link(token).article.pictures.filter(name=name).exists():
        raise Http404
    return sent_picture(name, "private, no-store")


def open_link(token: str) -> ReviewLink:
    """Raises Http404 for a link that is revoked, expired or none."""
    link = ReviewLink.objects.of_token(token)
    if link is None:
        raise Http404
    return link


def to_review(link: ReviewLink) -> Article:
    """The article as readers would see it, with its summaries as they stand at the desk."""
    article = Article.objects.for_reading().get(pk=link.article_id)
    own = reverse("review_picture", args=[link.token, "x"]).removesuffix("x")
    article.rendering.body_html = article.rendering.body_html.replace(f'"{PICTURES}', f'"{own}')
    show_proposed(article)
    return article


def parts_of(article: Article) -> list[Part]:
    written = {each.language[:2] for each in article.summaries.all()}
    return [part for part in Part if part == Part.ARTICLE or part in written]


def asked(link: ReviewLink, parts: list[Part], sent: NoteForm | None) -> list[Asked]:
    """sent: a form that was refused."""
    notes = {note.part: note for note in link.notes.all()}
    blank = {part: NoteForm(prefix=part) for part in parts} | ({sent.prefix: sent} if sent else {})
    return [Asked(part, notes.get(part), blank[part]) for part in parts]


def keep_note(link: ReviewLink, part: str, form: NoteForm) -> bool:
    """Whether it is kept: the first note on a part stands, and another one is refused beside its words."""
    note, _is_new = link.notes.get_or_create(part=part, defaults=form.cleaned_data)
    is_kept = note.text == form.cleaned_data["text"]
    if not is_kept:
        form.add_error("text", _("A note on this part arrived before; only the first one is kept."))
    return is_kept
