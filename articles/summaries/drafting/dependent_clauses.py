"""Clauses of Chinese that do not stand by themselves, told by how they begin and end.

English clauses are taken as they come: a sentence is seldom longer than the room there is.
"""

import re

from articles.text.scripts import fold

# Folded words, and why a clause with one leans on its neighbour.
# It follows from what is said before, or turns it round.
RESULTS = "但 而 却 就 则 所以 因此 因而 那么 从而 以便 以免 使 令 让 不过 然而 甚至 尤其 于是 反而 否则 才"
# What comes next holds only then, or in spite of it.
CONDITIONS = (
    "如果 若 假如 倘若 一旦 除非 虽然 虽 尽管 只要 只有 因为 由于 即使 即便 哪怕 "
    "不管 无论 不论 不仅 不但 不是"
)
# Whose words come next.
SAYING = (
    "表示 指出 认为 强调 透露 称 说 问 道 写道 介绍 宣布 声明 提到 坦言 "
    "希望 警告 呼吁 否认 批评 要求 建议 担心"
)
# When, where and how far what comes next holds; it can do without.
SETTINGS = "当 随着 据 根据 按照 为了 除了 除 对于 关于 在"

OPENING_MARKS = r"^[“「『‘《\s]*"


def _any(words: str) -> str:
    return "|".join(words.split())


BACK = re.compile(rf"{OPENING_MARKS}(?:{_any(RESULTS)})")
NEXT = re.compile(
    rf"{OPENING_MARKS}(?:{_any(CONDITIONS)})|(?:(?:{_any(SAYING)})[，,:：\s]{{0,9}}|[:：—]\s{{0,9}})$"
)
SETTING = re.compile(rf"{OPENING_MARKS}(?:{_any(SETTINGS)})")


def leans_back(clause: str) -> bool:
    """Whether a clause says nothing without the one before it."""
    return bool(BACK.search(fold(clause)))


def binds_next(clause: str) -> bool:
    """Whether the clause after it would say something else without this one."""
    return bool(NEXT.search(fold(clause)))


def leans_forward(clause: str) -> bool:
    """Whether a clause says nothing without the one after it."""
    return binds_next(clause) or bool(SETTING.search(fold(clause)))
