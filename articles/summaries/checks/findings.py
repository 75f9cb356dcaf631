"""What the checks say of a summary."""

from dataclasses import dataclass

FAULTS = ("number", "date", "name", "direction", "office", "quotation", "otherwise")
TO_LOOK_AT = (
    "number_not_found",
    "date_not_found",
    "unknown_name",
    "house_name",
    "two_forms",
    "number_left_out",
    "date_left_out",
    "name_left_out",
    "word_left_out",
    "score_turned",
    "score_other",
    "names_turned",
    "polarity",
    "spelling",
    "elsewhere",
    "told_otherwise",
    "speaker",
    "affiliation",
    "claimed",
    "reason",
)
ADVICE = ("length", "ratio", "no_text", "number_unshared", "date_unshared", "name_unshared")
# What the body lacks.
UNBORNE = ("number", "date", "name", "number_not_found", "date_not_found")
# What stands in another language than the one that it is told of.
OF_THE_OTHER = ("_unshared", "_left_out")


@dataclass(frozen=True)
class Finding:
    """One thing to see to. quote: the words in question, "" when it is about all.

    rule: what is wrong, as `articles.summaries.messages` has it in words; values: for its placeholders.
    Of the rules that end as OF_THE_OTHER says, language is the one that lacks something, and quote stands in
    another language.
    """

    language: str
    field: str
    rule: str
    quote: str
    values: tuple[tuple[str, object], ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether no summary may be so."""
        return self.rule not in FAULTS + TO_LOOK_AT + ADVICE

    @property
    def ours(self) -> str:
        """What the house writes in place of the quote; "" where it is about something else."""
        return str(dict(self.values).get("ours", ""))

    @property
    def level(self) -> str:
        """block (refused beside the field), fault (a red chip), look (an amber one) or advice."""
        if self.blocks:
            return "block"
        if self.rule in TO_LOOK_AT:
            return "look"
        return "advice" if self.rule in ADVICE else "fault"


def find(language: str, field: str, rule: str, quote: str = "", **values) -> Finding:
    return Finding(language, field, rule, quote, tuple(values.items()))
