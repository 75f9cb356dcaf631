"""A letter as HTML to paste into a newsletter, as Markdown, and as a message for a chat."""

from django.template.loader import render_to_string
from django.utils.text import Truncator

from articles.ingest.block_markdown import to_markdown
from articles.ingest.documents import Block, BlockType
from articles.pages.newsletter.letter import Letter, Story

MOST_CHARACTERS, MOST_STORIES = 500, 3  # of a message: what LINE shows without unfolding it
LONGEST_HEADLINE = 60
SHORTEST_TEXT = 20  # less of a summary says nothing


def as_html(letter: Letter) -> str:
    return render_to_string("pages/newsletter.html", {"letter": letter})


def as_markdown(letter: Letter) -> str:
    parts = [f"# [{escaped(letter.title)}]({letter.address})"]
    for story in letter.stories:
        headlines = " / ".join(escaped(headline.text) for headline in story.headlines)
        parts.append(f"## [{headlines}]({story.address})")
        for told in story.told:
            parts += [escaped(told.text), *(f"*{escaped(line)}*" for line in told.remarks)]
        parts.append(escaped(" · ".join(story.facts)))
    return "\n\n".join(filter(None, parts)) + "\n"


def escaped(text: str) -> str:
    return to_markdown([Block(BlockType.PARAGRAPH, " ".join(text.split()))])


def as_text(letter: Letter) -> str:
    """The first stories, together never longer than a message."""
    stories = letter.stories[:MOST_STORIES]
    title = Truncator(letter.title).chars(LONGEST_HEADLINE)
    around = len(f"{title}\n\n\n\n{letter.address}\n") + 2 * len(stories)
    room = (MOST_CHARACTERS - around) // max(len(stories), 1)
    return "\n\n".join([title, *(message(story, room) for story in stories), letter.address]) + "\n"


def message(story: Story, room: int) -> str:
    """A story in so many characters: headlines, address, and as much of its summaries as there is room."""
    headlines = [Truncator(headline.text).chars(LONGEST_HEADLINE) for headline in story.headlines]
    left = room - len("\n".join([*headlines, story.address]))
    each = left // max(len(story.told), 1) - 1
    texts = [Truncator(told.text).chars(each) for told in story.told] if each >= SHORTEST_TEXT else []
    return "\n".join([*headlines, *texts, story.address])


WRITERS = {
    "html": (as_html, "text/html"),
    "md": (as_markdown, "text/markdown"),
    "txt": (as_text, "text/plain"),
}
