"""Why the cleaner took or left something, in the words of whoever reads it. The parsers note rules alone."""

from django.utils.translation import gettext_lazy as _

# The ways by which a field was found.
FOUND = {
    "only heading": _("the page's one large heading, above date or text"),
    "printed title": _("a printed line that is what the page calls itself"),
    "title out of sight": _("what the page calls itself, without the site's name"),
    "likeliest line": _("the line above the text whose words the text repeats most"),
    "above the text": _("printed between headline and text"),
    "page's description": _("printed, and the page's own description"),
    "named box": _("stands in a box that the page's makers named so"),
    "heading above the byline": _("a heading above byline or date"),
    "heading above the date": _("a heading above the date"),
    "line above the date": _("a line above the date"),
    "printed by the headline": _("printed beside the headline"),
    "printed by the text": _("printed above or below the text"),
    "printed in the text": _("printed in the text's first or last lines"),
    "signed at the end": _("in brackets behind the last sentence"),
    "signed with others": _("signed below the text, with others than the page names"),
    "stated with others": _("stated in the page's data, with others than it prints"),
    "account to follow": _("the account that the page offers to follow"),
    "translated": _("the translator, where no writer is named"),
    "stated out of sight": _("stated in the page's data, where no reader sees it"),
    "element for times": _("an element for times in the page"),
    "in the address": _("part of the page's address"),
    "linked as topics": _("linked on the page as its topics"),
    "in the title": _("the end of the page's title"),
    "date of an update": _("the date of an update; no other is printed"),
    "holder of the rights": _("named in the line of rights, and elsewhere on the page"),
    "front matter": _("stated in the post's front matter"),
    "name of the file": _("part of the file's name"),
    "letters of the text": _("told by the letters of the text"),
    "not told": "",
}

# The rules by which something was left out.
LEFT_OUT = {
    "links": _("mostly links"),
    "outside the body": _("outside the densest text of the page"),
    "before the body": _("before the text begins"),
    "after the body": _("below the end of the text"),
    "box before the body": _("a box of its own before the text"),
    "box in the body": _("a box of its own inside the text"),
    "box after the body": _("a box of its own below the text"),
    "player": _("controls of a player"),
    "no prose": _("lines without a sentence"),
    "hidden": _("hidden from readers by the page"),
    "control": _("buttons and form fields"),
    "reading": _("how a word is pronounced, printed above it"),
    "film": _("belongs to a film"),
    "furniture": _("furniture of the page"),
    "menu": _("above the headline: the site's menu"),
    "navigation": _("ways through the site"),
    "footer": _("below the text: the page's footer"),
    "label": _("a label beside a field"),
    "mark": _("marks around words"),
    "counter": _("counts views or comments"),
    "share": _("buttons to share and to subscribe"),
    "advert": _("advertising"),
    "promotion": _("promotes the house or its offers"),
    "notice": _("a notice about the site"),
    "related": _("other articles"),
    "related link": _("a link to another article"),
    "list": _("a list of other articles"),
    "legal": _("rights and terms"),
    "small print": _("small print"),
    "paywall": _("membership and paywall"),
    "contact": _("an address to write to"),
    "tags": _("topics the page is filed under"),
    "keywords": _("repeats the keywords"),
    "date": _("repeats the date"),
    "byline": _("repeats the byline"),
    "published": _("repeats the date"),
    "headline repeated": _("repeats the headline"),
    "repeated caption": _("repeats a caption"),
    "pull quote": _("repeats a sentence of the text, set apart"),
    "source in the headline": _("the source's name in the headline"),
    "front matter": _("the post's front matter"),
    "template residue": _("what is left of a template"),
    "running head": _("repeated at the edge of the pages"),
    "page number": _("number of a page"),
    "kicker": _("a line above the headline"),
    "end": _("the mark that ends an article"),
    "closing": _("what a house says below its articles"),
    "rule": _("lines drawn between parts"),
    "hyphen": _("set where a line was broken"),
    "editor": _("an editor left it out"),
    "invisible": _("characters that nobody sees"),
}


def why_found(rule: str) -> str:
    return str(FOUND.get(rule, rule))


def why_left_out(rule: str) -> str:
    return str(LEFT_OUT.get(rule, rule))
