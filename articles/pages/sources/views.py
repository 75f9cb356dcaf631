"""The sources, and the articles of one."""

from django.http import Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Source
from articles.models.articles.prepared import shared
from articles.pages.kept import rows
from articles.pages.kept.scopes import remembered_lists
from articles.pages.listings import of_source, render_list
from articles.pages.redirects import moved

MOST = 100  # sources that readers turn to


@require_safe
def index(request):
    sources = known()
    made_from = tuple(source.told for source in sources)
    return rows.page(request, "pages/sources.html", made_from, lambda: {"sources": sources})


@require_safe
def source(request, pk, slug):
    source = next(iter(known(pk)), None)
    if source is None:
        raise Http404
    if slug != source.slug:
        return moved(source)
    return render_list(request, "pages/source.html", of_source(source), (source.told,), source=source)


@remembered_lists(room=MOST)
def known(*numbers: int) -> list[Source]:
    """As `read_sources` reads them: their articles are counted."""
    return read_sources(timezone.now(), *numbers)


@shared
def read_sources(now, *numbers):
    """All that readers may know of, by their names; or those of some numbers."""
    sources = Source.objects.counted(now).linked(now).order_by("name")
    return sources.filter(pk__in=numbers) if numbers else sources
