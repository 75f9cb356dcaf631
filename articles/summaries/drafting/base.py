"""What every drafting backend is: a class with `draft`, chosen by SUMMARY_BACKEND."""

from dataclasses import dataclass

from articles.models.summaries.summary import Words


class DraftError(Exception):
    """No draft; the message is one line for an editor."""


class CannotDraft(DraftError):
    """This backend makes no such draft, whatever the text says. Nothing was asked and nothing is stored."""


class DraftFailed(DraftError):
    """The backend did not answer, or not in time."""


class DraftRefused(DraftError):
    """The backend answered with something that is no summary."""


@dataclass(frozen=True)
class Manuscript:
    """What a summary is drafted from. paragraphs: plain text, numbered from 1 as citations count them."""

    headline: str
    language: str
    paragraphs: tuple[str, ...]


class Drafter:
    """A drafting backend.

    model: who drafts, at most 100 characters; readers are told. prompt_version: changes when the same body
    would be drafted otherwise. With the body these two tell one draft from another.
    """

    model = ""
    prompt_version = ""

    def check(self, language_of_article: str, language: str) -> None:
        """Raise CannotDraft when no summary in `language` can be made of such an article."""

    def draft(self, manuscript: Manuscript, language: str) -> Words:
        """A summary in a language ("zh-Hant", "zh-Hans", "en"), its citations as `[3]`.

        Raises CannotDraft, DraftFailed or DraftRefused. It knows no database.
        """
        raise NotImplementedError
