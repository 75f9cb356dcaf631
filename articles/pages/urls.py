"""Pages for readers, each in every language: canonical addresses first, then what leads to them."""

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from articles.models.articles.picture import NAME
from articles.models.row_numbers import ROW_NUMBER
from articles.pages import front_page, redirects
from articles.pages.archive import views as archive
from articles.pages.articles import markdown, review
from articles.pages.articles import views as articles
from articles.pages.cards import views as cards
from articles.pages.feeds import views as feeds
from articles.pages.free_pages import views as free_pages
from articles.pages.newsletter import views as newsletter
from articles.pages.offline import views as offline
from articles.pages.search import views as search
from articles.pages.sources import views as sources
from articles.pages.topics import index as topic_index
from articles.pages.topics import passages
from articles.pages.topics import views as topics
from articles.pages.weekly import views as weekly


class FeedForm(StringConverter):
    regex = "atom|json"


class Several(StringConverter):
    """The numbers of two or three topics."""

    regex = rf"{ROW_NUMBER}(?:\+{ROW_NUMBER}){{1,2}}(?![0-9+])"


class Slug(StringConverter):
    """As articles.text.slugs makes it; PostgreSQL takes no NUL to look a row up by."""

    regex = r"[\w-]+"


class Rest(StringConverter):
    """Whatever follows, were it slashes, line breaks or nothing."""

    regex = "(?s:.*)"


register_converter(FeedForm, "form")
register_converter(Several, "several")
register_converter(Rest, "rest")
register_converter(Slug, "slug_of_ours")

WEEK = r"weekly/(?P<year>[0-9]{4})/W(?P<number>[0-9]{2})"
LETTER = r"newsletter(?P<both>-both)?\.(?P<form>html|md|txt)"

urlpatterns = [
    path("", front_page.home, name="home"),
    path("feed.<form:form>", feeds.latest, name="home_feed"),
    path("articles/<row:pk>/<str:slug>/", articles.article, name="article"),
    path("articles/<row:pk>/<str:slug>/article.md", markdown.as_markdown, name="article_markdown"),
    path("articles/<row:pk>/<str:slug>/card.png", cards.of_article, name="article_card"),
    path("review/<str:token>/", review.review, name="review"),
    re_path(rf"^review/(?P<token>[^/]+)/pictures/(?P<name>{NAME}|x)$", review.picture, name="review_picture"),
    path("tags/", topic_index.index, name="tags"),
    path("tags/<row:pk>/<str:slug>/", topics.topic, name="tag"),
    re_path(
        rf"^tags/(?P<pk>{ROW_NUMBER})/(?P<slug>[^/]+)/{LETTER}$", newsletter.of_topic, name="tag_newsletter"
    ),
    path("tags/<row:pk>/<str:slug>/passages/", passages.passages, name="tag_passages"),
    path("tags/<row:pk>/<str:slug>/feed.<form:form>", feeds.of_tag, name="tag_feed"),
    path("tags/<row:pk>/<str:slug>/card.png", cards.of_tag, name="tag_card"),
    path("pages/<slug_of_ours:slug>/", free_pages.page, name="free_page"),
    path("saved/", offline.saved, name="saved"),
    path("offline/", offline.offline, name="offline"),
    path("sources/", sources.index, name="sources"),
    path("sources/<row:pk>/<str:slug>/", sources.source, name="source"),
    path("sources/<row:pk>/<str:slug>/feed.<form:form>", feeds.of_source, name="source_feed"),
    path("search/", search.page, name="search"),
    path("search/feed.<form:form>", search.feed, name="search_feed"),
    path("picks/", front_page.picks, name="picks"),
    path("picks/feed.<form:form>", feeds.picks, name="picks_feed"),
    path("archive/", archive.index, name="archive"),
    re_path(r"^archive/(?P<year>[0-9]{4})/$", archive.index, name="archive_year"),
    re_path(r"^archive/(?P<year>[0-9]{4})/(?P<number>0[1-9]|1[0-2])/$", archive.month, name="archive_month"),
    path("undated/", front_page.undated, name="undated"),
    path("undated/feed.<form:form>", feeds.undated, name="undated_feed"),
    path("weekly/", weekly.latest, name="weekly"),
    path("weekly/feed.<form:form>", weekly.feed, name="weekly_feed"),
    re_path(rf"^{WEEK}/$", weekly.week, name="week"),
    re_path(rf"^{WEEK}/{LETTER}$", newsletter.of_week, name="week_newsletter"),
    re_path(rf"^{WEEK}/card\.png$", weekly.card, name="week_card"),
    re_path(r"^weekly/(?P<year>[0-9]{4})/$", weekly.year, name="weeks"),
    re_path(r"^weekly/(?P<year>[0-9]{4})[/-]?[Ww]?(?P<number>[0-9]{1,2})/?$", weekly.moved),
    path("tags/<several:numbers>/", topics.together, name="topics_together"),
    path("tags/<several:numbers>/feed.<form:form>", feeds.of_tags_together, name="topics_together_feed"),
    path("a/<row:pk>", redirects.to_article, name="short_article"),
    path("a/<row:pk><rest:rest>", redirects.to_article),
    path("articles/<row:pk><rest:rest>", redirects.to_article),
    path("sources/<row:pk><rest:rest>", redirects.to_source),
    path("tags/<several:numbers><rest:rest>", topics.together),
    path("tags/<row:pk>/<str:slug><rest:rest>", redirects.to_tag),
    path("tags/<rest:name>", redirects.to_tag_named),
    path("t/<row:pk>", redirects.to_tag, name="short_tag"),
    path("t/<row:pk><rest:rest>", redirects.to_tag),
]
