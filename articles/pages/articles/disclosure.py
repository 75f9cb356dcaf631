"""What readers are told of a summary, in one line each and in the summary's own language.

Fixed sentences, not interface strings: they belong to the text they speak of and go with it into feeds and
structured data, whatever the language of the interface around them.
"""

from articles.models.summaries.summary import Summary, SummaryOrigin, SummaryStatus

DRAFTED = {
    "zh-Hant": "本摘要由機器起草，經編輯審定。",
    "zh-Hans": "本摘要由机器起草，经编辑审定。",
    "en": "Drafted by machine, checked by an editor.",
}
# By whom, where the drafter has a name.
DRAFTED_BY = {
    "zh-Hant": "本摘要由機器（{name}）起草，經編輯審定。",
    "zh-Hans": "本摘要由机器（{name}）起草，经编辑审定。",
    "en": "Drafted by machine ({name}), checked by an editor.",
}
STALE = {
    "zh-Hant": "本摘要審定後，文章已有改動。",
    "zh-Hans": "本摘要审定后，文章已有改动。",
    "en": "The article has changed since this summary was checked.",
}


def disclosure(summary: Summary) -> str:
    """That a machine wrote the first version, "" when none did. Nobody publishes a draft but a person."""
    if summary.origin != SummaryOrigin.DRAFTED:
        return ""
    lines = DRAFTED_BY if summary.drafted_by else DRAFTED
    return lines[summary.language].format(name=summary.drafted_by)


def stale_line(summary: Summary) -> str:
    """That the article is no longer the one the summary was checked against, "" when it is."""
    return STALE[summary.language] if summary.status == SummaryStatus.STALE else ""
