"""The portal's tables. `Article.objects.published()` is the one definition of what readers may see."""

from articles.models.arrival import Arrival
from articles.models.articles.article import Article, EditConflict
from articles.models.articles.change import ArticleChange
from articles.models.articles.picture import Picture
from articles.models.articles.provenance import Provenance
from articles.models.articles.related import Related
from articles.models.articles.rendering import ArticleRendering
from articles.models.articles.review import ReviewLink, ReviewNote
from articles.models.articles.story import Shingle, Story
from articles.models.articles.taking import Taking
from articles.models.correction import Correction
from articles.models.curation import Place, Placement
from articles.models.free_page import FreePage
from articles.models.handed_in import HandedIn
from articles.models.passkey import Passkey
from articles.models.search_index import FtsEntry, VectorEntry
from articles.models.sitemap_block import SitemapBlock
from articles.models.source import Source
from articles.models.subscription import Subscription
from articles.models.summaries.dismissal import Dismissal
from articles.models.summaries.draft import Draft
from articles.models.summaries.summary import ReviewedBody, Summary, SummaryConflict, Words
from articles.models.topics.distinction import TagDistinction
from articles.models.topics.index import TopicIndexEntry
from articles.models.topics.label import Label, LabelKey, LabelKind
from articles.models.topics.merge import TagMerge
from articles.models.topics.name_use import NameUse
from articles.models.topics.suggestion import TagSuggestion
from articles.models.topics.tag import ArticleTag, Tag

__all__ = [
    "Arrival",
    "Article",
    "ArticleChange",
    "ArticleRendering",
    "ArticleTag",
    "Correction",
    "Dismissal",
    "Draft",
    "EditConflict",
    "FreePage",
    "FtsEntry",
    "HandedIn",
    "Label",
    "LabelKey",
    "LabelKind",
    "NameUse",
    "Passkey",
    "Picture",
    "Place",
    "Placement",
    "Provenance",
    "Related",
    "ReviewLink",
    "ReviewNote",
    "ReviewedBody",
    "Shingle",
    "SitemapBlock",
    "Source",
    "Story",
    "Subscription",
    "Summary",
    "SummaryConflict",
    "Tag",
    "TagDistinction",
    "TagMerge",
    "TagSuggestion",
    "Taking",
    "TopicIndexEntry",
    "VectorEntry",
    "Words",
]
