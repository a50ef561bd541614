"""Names that a question gives twice: those that only repeat another, or that another one's full names say too."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from retrieval.facts.label_mention import Mention

WHOLE_END = re.compile(r"(?:支出|预算|决算|金额|总额|合计)+$")
SHORTEST_STEM = 3
SAME_WORD = 2


def said_once(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that say nothing beside the others."""
    return without_implied(without_repeated(mentions))


def without_repeated(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that only repeat the end of another (“辅导服务买了多少钱的服务”), or say before it whom it is for."""
    return tuple(one for one in mentions if not any(one is not other and repeats(one, other) for other in mentions))


def repeats(one: Mention, other: Mention) -> bool:
    """Whether a mention says again what another says: its end, or with 的 before it its beginning (退休人员的退休费)."""
    is_owner = other.start - one.end == 1 and one.asked[:SAME_WORD] == other.asked[:SAME_WORD] and len(one.asked) > SAME_WORD
    return other.asked.endswith(one.asked) or is_owner


def without_implied(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that the full names of another say too (“政府采购支出中服务类”: 政府采购服务支出)."""
    return tuple(
        one for one in mentions
        if not any(other is not one and says_too(other, WHOLE_END.sub("", one.asked)) for other in mentions)
    )  # fmt: skip


def says_too(one: Mention, stem: str) -> bool:
    """Whether every name that a mention stands for holds a stem that its own words lack."""
    return len(stem) >= SHORTEST_STEM and bool(one.keys) and stem not in one.asked and all(stem in key for key in one.keys)
