"""From one article without topics to the next, without going back to the list."""

from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article


class NextUntagged:
    """Articles whose form is saved with “next” lead to the next one that has no topic."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["offers_next"] = change and not obj.tagged.exists()
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_change(self, request, obj):
        if "_next" not in request.POST:
            return super().response_change(request, obj)
        self.message_user(request, _("“%s” is saved.") % obj)
        following = next_untagged(obj)
        if following is None:
            self.message_user(request, _("No other article is without a topic."))
            return self.response_post_save_change(request, obj)
        address = reverse("admin:articles_article_change", args=[following])
        filters = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return redirect(add_preserved_filters(filters, address))


def next_untagged(article: Article) -> int | None:
    """The key of the next article without topics, newest first; after the last the first."""
    untagged = Article.objects.out_of_trash().filter(tagged=None).exclude(pk=article.pk)
    keys = untagged.order_by("-pk").values_list("pk", flat=True)
    return keys.filter(pk__lt=article.pk).first() or keys.first()
