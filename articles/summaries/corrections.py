"""What a source changed in its text after readers had it: said to readers with the words before and after.

Only what came by an import is the source's own change; what our editors change is theirs.
"""

from articles.models import Article, ArticleChange
from articles.models.articles.change import Why
from articles.rendering import UnrenderableBody, render_body
from articles.summaries.staleness.derivation import glossary
from articles.summaries.staleness.judgement import judge
from articles.text.diff.side_by_side import KEPT, DiffParagraph, paragraph_diff
from articles.text.plain import plain_text, prose

MOST_PARAGRAPHS = 20  # of one change
HEADLINE = "headline"  # the kind of a change of nothing else


def derive_corrections(article: Article) -> None:
    """Keep the changes of an article that its source made since readers first had it, the newest first."""
    if article.is_new:
        return
    rendering = article.rendering
    before, rendering.corrections = rendering.corrections, list(corrections(article))
    if rendering.corrections != before:
        rendering.save(update_fields=["corrections"])


def corrections(article: Article):
    """As `ArticleRendering.corrections` keeps them. A change holds what it replaced: read from today back."""
    after = {"headline": article.headline, "body": article.body}
    for change in article.changes.order_by("-pk"):
        before = after | {name: change.before[name] for name in after if name in change.before}
        if is_the_sources(change, article) and (told := correction(change, before, after)):
            yield told
        after = before


def is_the_sources(change: ArticleChange, article: Article) -> bool:
    """Whether it came by an import, to what readers had already."""
    was_shown = article.visible_from and article.visible_from < change.at and "status" not in change.before
    return change.why == Why.IMPORT and bool(was_shown)


def correction(change: ArticleChange, before: dict, after: dict) -> dict | None:
    """None when no word has changed. kind: a rule of `judge`, "" of what is cosmetic."""
    whole = changed(plain_text(before["body"]), plain_text(after["body"]))
    headline = changed(before["headline"], after["headline"])
    if not whole and not headline:
        return None
    return {
        "at": change.at.isoformat(),
        "kind": judge(before["body"], after["body"], glossary()).rule if whole else HEADLINE,
        "headline": headline,
        "whole": whole,
        "opening": changed(opening(before["body"]), opening(after["body"])),
    }


def changed(old: str, new: str) -> list:
    """The paragraphs that are not the same in both, each as [kind, text] of its runs."""
    differing = [paragraph for paragraph in paragraph_diff(old, new) if paragraph.kind != KEPT]
    return [runs_of(paragraph) for paragraph in differing[:MOST_PARAGRAPHS]]


def runs_of(paragraph: DiffParagraph) -> list:
    return [[str(run.kind), run.text] for run in paragraph.runs]


def opening(body: str) -> str:
    """What an excerpt shows of a body; nothing of one that can no longer be rendered."""
    try:
        return "\n\n".join(block.text for block in prose(render_body(body).opening_html))
    except UnrenderableBody:
        return ""
