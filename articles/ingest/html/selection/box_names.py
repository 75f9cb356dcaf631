"""What the boxes of news pages are called (class, id): general words of the trade, no site's own."""

import re

# Names that makers give to parts of a page that are not the article, by what the parts are.
FURNITURE_NAMES = (
    r"comment|discuss|reply|disqus",  # what readers wrote
    r"relat|recommend|suggest|more[-_]?(news|stor|article|link)",  # other articles
    r"read[-_]?more|also[-_]?like",  # invitations
    r"rank|popular|trending|most[-_]|hot[-_]?(news|list|article|topic)",  # lists of articles
    r"post[-_]?embed|embed(?:ded)?[-_]?(?:post|card|publication)|(?:blog|link|embed)[-_]?card",  # one of them
    r"asin[-_]|kaereba|rinker|book[-_]?(?:card|box)|product[-_]?(?:card|box|link)|affiliate",  # for sale
    r"latest|top[-_]?(news|stor)|recirc|outbrain|taboola",  # newest articles
    r"side[-_]?bar|aside|rightcol|right[-_]?(side|bar|col)",  # the column beside
    # the frame
    r"foot(er)?\b|copyright|breadcrumb|crumb|navi?\b|navbar|menu|masthead|toolbar|tool[-_]?box",
    r"\bcta\b|[-_]cta(?=[-_]|\b)|cta[-_]|(?:signup|bookmark|audio|file|header|button)[-_]card",  # Ghost's
    r"share|social|follow|qr[-_]?code|subscri|newsletter|paywall|login|sign[-_]?(up|in)",  # calls to act
    r"advert|adbox|\bads?\b|ad[-_](box|wrap|slot|unit)|sponsor|promo|banner",  # advertising
    r"popup|pop[-_]up|modal|cookie|consent|overlay|toast|tooltip",  # things laid over
    r"app[-_]?(down|e\d)|download",  # applications
    r"player|playlist|video[-_]?(list|box|wrap)",  # controls of a film
    r"feedback|report|disclaimer|statement|declare",  # answers to the article
    r"signatures?\b|post[-_]?sig|user[-_]?sig|sig[-_]?(box|block|line)",  # below a post on a board
    r"author[-_]?(info|card|bio|box)|about[-_]?the[-_]?author",  # about its author
    r"\btags?\b|tag[-_]?(list|box|item)|keyword|key[-_]word|label",  # topics
)
FURNITURE_NAME = re.compile("|".join(FURNITURE_NAMES), re.I)
# Names that articles' own boxes carry; they win over the ones above.
BODY_NAME = re.compile(
    r"article[-_]?(body|content|text|main|detail)|post[-_]?(body|content|text)|entry[-_]?content"
    r"|news[-_]?(body|content|text)|content[-_]?(body|text|article|main|news)|main[-_]?(content|text|body)"
    r"|story[-_]?(body|text)|rich[-_]?media|article\b|articlebody|storytext",
    re.I,
)
