"""Pages for readers, each in every language: canonical addresses first, then what leads to them."""

from django.urls import path, re_path, register_converter

from articles.models.row_numbers import ROW_NUMBER
from articles.pages import front_page, reading, redirects
from articles.pages.cards import views as cards
from articles.pages.feeds import views as feeds
from articles.pages.search import views as search
from articles.pages.topics import index as topic_index
from articles.pages.topics import views as topics
from articles.pages.weekly import views as weekly


class FeedForm:
    regex = "atom|json"

    def to_python(self, value):
        return value

    to_url = to_python


register_converter(FeedForm, "form")

NUMBER = rf"(?P<pk>{ROW_NUMBER})"
WEEK = r"weekly/(?P<year>[0-9]{4})/W(?P<number>[0-9]{2})"
SEVERAL = rf"{ROW_NUMBER}(?:\+{ROW_NUMBER}){{1,2}}"  # numbers of up to three topics

urlpatterns = [
    path("", reading.home, name="home"),
    path("feed.<form:form>", feeds.latest, name="home_feed"),
    path("articles/<row:pk>/<str:slug>/", reading.article, name="article"),
    path("articles/<row:pk>/<str:slug>/card.png", cards.of_article, name="article_card"),
    path("tags/", topic_index.index, name="tags"),
    path("tags/<row:pk>/<str:slug>/", topics.topic, name="tag"),
    path("tags/<row:pk>/<str:slug>/feed.<form:form>", feeds.of_tag, name="tag_feed"),
    path("tags/<row:pk>/<str:slug>/card.png", cards.of_tag, name="tag_card"),
    path("sources/", reading.sources, name="sources"),
    path("sources/<row:pk>/<str:slug>/", reading.source, name="source"),
    path("sources/<row:pk>/<str:slug>/feed.<form:form>", feeds.of_source, name="source_feed"),
    path("search/", search.page, name="search"),
    path("search/feed.<form:form>", search.feed, name="search_feed"),
    path("picks/", front_page.picks, name="picks"),
    path("picks/feed.<form:form>", feeds.picks, name="picks_feed"),
    path("weekly/", weekly.latest, name="weekly"),
    path("weekly/feed.<form:form>", weekly.feed, name="weekly_feed"),
    re_path(rf"^{WEEK}/$", weekly.week, name="week"),
    re_path(rf"^{WEEK}/card\.png$", weekly.card, name="week_card"),
    re_path(r"^weekly/(?P<year>[0-9]{4})/$", weekly.year, name="weeks"),
    re_path(r"^weekly/(?P<year>[0-9]{4})[/-]?[Ww]?(?P<number>[0-9]{1,2})/?$", weekly.moved),
    re_path(rf"^tags/(?P<numbers>{SEVERAL})/$", topics.together, name="topics_together"),
    re_path(rf"^tags/(?P<numbers>{SEVERAL})/feed\.(?P<form>atom|json)$", feeds.of_tags_together),
    re_path(rf"^articles/{NUMBER}(?P<rest>(?s:.*))$", redirects.to_article),
    re_path(rf"^sources/{NUMBER}(?P<rest>(?s:.*))$", redirects.to_source),
    re_path(rf"^tags/(?P<numbers>{SEVERAL})(?P<rest>(?![0-9+])(?s:.*))$", topics.together),
    re_path(rf"^tags/{NUMBER}/(?P<rest>(?s:.+))$", redirects.to_tag),
    re_path(r"^tags/(?P<name>(?s:.+?))/?$", redirects.to_tag_named),
    re_path(rf"^t/{NUMBER}(?P<rest>(?s:.*))$", redirects.to_tag),
]
