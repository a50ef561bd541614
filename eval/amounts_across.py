"""The amounts of several documents that can be held against one another."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from eval.ask_facts import facts_by_subject
from eval.invented import Fact
from eval.invented_ledger import ROUNDED_YUAN
from eval.question_draft import Filed, exact_yuan, yuan

COMPARED = (
    "公务接待费", "“三公”经费", "支出合计", "基本支出", "项目支出", "收入合计", "机关运行经费", "人员经费", "公用经费", "政府采购预算",
    "政府采购支出总额",
)  # fmt: skip


def is_comparable(one: Filed, other: Filed) -> bool:
    """Whether two documents are of one year and kind."""
    return (one.document.year, one.document.kind) == (other.document.year, other.document.kind)


def is_next_year(one: Filed, other: Filed) -> bool:
    """Whether the first is the same department's document of the next year."""
    key = (other.document.organization, other.document.kind, other.document.year + 1)
    return (one.document.organization, one.document.kind, one.document.year) == key


def amounts_of(filed: Filed) -> dict[str, Fact]:
    """The amounts that can be compared, by subject."""
    return {subject: fact for subject, fact in facts_by_subject(filed).items() if subject in COMPARED and Decimal(fact.value)}


def shared_subject(random: Random, one: Filed, other: Filed) -> str | None:
    """A subject of which both documents state an amount, and not the same; their texts and their tables give one difference."""
    mine, theirs = amounts_of(one), amounts_of(other)
    subjects = sorted(
        subject
        for subject in mine.keys() & theirs.keys()
        if mine[subject].value != theirs[subject].value and is_plain_difference((one, mine[subject]), (other, theirs[subject]))
    )
    return random.choice(subjects) if subjects else None


def is_plain_difference(one: tuple[Filed, Fact], other: tuple[Filed, Fact]) -> bool:
    """Whether two stated amounts differ by what those of the tables do, which the texts round, and by what a text states of them."""
    first, second = (exact_yuan(filed.document, fact) - yuan(fact.value, fact.unit) for filed, fact in (one, other))
    return abs(first - second) <= ROUNDED_YUAN and not is_change_stated_otherwise(one, other)


def is_change_stated_otherwise(one: tuple[Filed, Fact], other: tuple[Filed, Fact]) -> bool:
    """Whether the later of two years' documents states another change of the amount than the two amounts give, if only by rounding."""
    (before, earlier), (after, later) = one, other
    change = facts_by_subject(after, "增减额").get(later.subject) if is_next_year(after, before) else None
    return change is not None and Decimal(change.value) != abs(Decimal(later.value) - Decimal(earlier.value))
