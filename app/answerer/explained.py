"""Whether words explain what a question names: what it is, what it is for, of what it consists, told right after its name."""

from __future__ import annotations

from app.question.evidence_words import LETTER, Asked
from ingest import late_re as re

CLAUSE = re.compile(r"[;；。,，]+")
EXPLAINS = re.compile(
    r"(?:具体|主要|全部|均|都|专项|将|拟)*(?:用于|用作|用来|投向|是指|(?<!原因)是(?![否因由])|(?<![作成较应])为(?![\d了])|系(?![统列数])|包括|包含|来自|来源于|源于|改为|改用)"
)
LISTS = re.compile(r"、[^、]+、.*[\d一二两三四五六七八九十]个")  # “内设甲科、乙科、丙科3个科室”
BARE = re.compile(r"[^\d]*\d[\d.,]*\s*(?:[万亿]?元|%)?$")
MOSTLY = 0.6


def explains(text: str, asked: Asked) -> bool:
    """Whether the clause that names most of what is asked, or the next one, goes on to explain it."""
    for part, after, pairs in _naming(text, asked):
        end = max(part.rindex(pair) for pair in pairs) + 1
        if EXPLAINS.search(part, end) or EXPLAINS.match(after) or LISTS.search(part):
            return True
    return False


def is_bare(text: str, asked: Asked) -> bool:
    """Whether the clauses that name what is asked give but an amount of it."""
    naming = _naming(text, asked)
    return bool(naming) and all(BARE.match(part) and not EXPLAINS.match(after) for part, after, _ in naming)


def continues(text: str) -> bool:
    """Whether words begin with the explanation of what was named before them (具体用于…)."""
    return bool(EXPLAINS.match(text))


def _naming(text: str, asked: Asked) -> list[tuple[str, str, set[str]]]:
    """The clauses that name most of what is asked, each with the one after it and the pairs of characters that it names."""
    parts = [part for part in CLAUSE.split(text) if part]
    held = [{pair for pair in _pairs(asked) if pair in part} for part in parts]
    total = len(set().union(*held)) if held else 0
    each = zip(parts, [*parts[1:], ""][: len(parts)], held, strict=True)
    return [(part, after, pairs) for part, after, pairs in each if pairs and len(pairs) >= MOSTLY * total]


def _pairs(asked: Asked) -> set[str]:
    """The neighbouring characters that name something."""
    text = asked.text
    places = (at for at in range(len(text) - 1) if LETTER.match(text[at]) and LETTER.match(text[at + 1]))
    return {text[at : at + 2] for at in places if not {at, at + 1} <= asked.talk}
