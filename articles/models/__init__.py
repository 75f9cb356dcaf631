"""The portal's tables. `Article.objects.published()` is the one definition of what readers may see."""

from articles.models.article import Article, EditConflict
from articles.models.article_change import ArticleChange
from articles.models.curation import Place, Placement
from articles.models.dismissal import Dismissal
from articles.models.distinction import TagDistinction
from articles.models.draft import Draft
from articles.models.handed_in import HandedIn
from articles.models.label import Label, LabelKey, LabelKind
from articles.models.merge import TagMerge
from articles.models.picture import Picture
from articles.models.provenance import Provenance
from articles.models.related import Related
from articles.models.rendering import ArticleRendering
from articles.models.search_index import FtsEntry, VectorEntry
from articles.models.sitemap_block import SitemapBlock
from articles.models.source import Source
from articles.models.story import Shingle, Story
from articles.models.suggestion import TagSuggestion
from articles.models.summary import ReviewedBody, Summary, SummaryConflict, Words
from articles.models.tag import ArticleTag, Tag
from articles.models.topic_index import TopicIndexEntry

__all__ = [
    "Article",
    "ArticleChange",
    "ArticleRendering",
    "ArticleTag",
    "Dismissal",
    "Draft",
    "EditConflict",
    "FtsEntry",
    "HandedIn",
    "Label",
    "LabelKey",
    "LabelKind",
    "Picture",
    "Place",
    "Placement",
    "Provenance",
    "Related",
    "ReviewedBody",
    "Shingle",
    "SitemapBlock",
    "Source",
    "Story",
    "Summary",
    "SummaryConflict",
    "Tag",
    "TagDistinction",
    "TagMerge",
    "TagSuggestion",
    "TopicIndexEntry",
    "VectorEntry",
    "Words",
]
