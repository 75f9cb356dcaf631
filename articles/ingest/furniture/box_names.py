"""What the boxes of news pages are called (class, id): general words of the trade, no site's own."""

import re

# Names that makers give to parts of a page that are not the article, by what the parts are.
FURNITURE_NAMES = {
    "what readers wrote": r"comment|discuss|reply|disqus",
    "other articles": r"relat|recommend|suggest|more[-_]?(news|stor|article|link)",
    "invitations": r"read[-_]?more|also[-_]?like",
    "lists of articles": r"rank|popular|trending|most[-_]|hot[-_]?(news|list|article|topic)",
    "newest articles": r"latest|top[-_]?(news|stor)|recirc|outbrain|taboola",
    "the column beside": r"sidebar|side[-_]?bar|aside|rightcol|right[-_]?(side|bar|col)",
    "the frame": r"foot(er)?\b|copyright|breadcrumb|crumb|navi?\b|navbar|menu|masthead|toolbar|tool[-_]?box",
    "calls to act": r"share|social|follow|qr[-_]?code|subscri|newsletter|paywall|login|sign[-_]?(up|in)",
    "advertising": r"advert|adbox|\bads?\b|ad[-_](box|wrap|slot|unit)|sponsor|promo|banner",
    "things laid over": r"popup|pop[-_]up|modal|cookie|consent|overlay|toast|tooltip",
    "applications": r"app[-_]?(down|e\d)|download",
    "controls of a film": r"player|playlist|video[-_]?(list|box|wrap)",
    "answers to the article": r"feedback|report|disclaimer|statement|declare",
    "about its author": r"author[-_]?(info|card|bio|box)|about[-_]?the[-_]?author",
    "topics": r"\btags?\b|tag[-_]?(list|box|item)|keyword|key[-_]word|label",
}
FURNITURE_NAME = re.compile("|".join(FURNITURE_NAMES.values()), re.I)
# Names that articles' own boxes carry; they win over the ones above.
BODY_NAME = re.compile(
    r"article[-_]?(body|content|text|main|detail)|post[-_]?(body|content|text)|entry[-_]?content"
    r"|news[-_]?(body|content|text)|content[-_]?(body|text|article|main|news)|main[-_]?(content|text|body)"
    r"|story[-_]?(body|text)|rich[-_]?media|article\b|articlebody|storytext",
    re.I,
)
