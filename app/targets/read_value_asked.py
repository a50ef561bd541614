"""The value of an indicator that a question gives to ask whose it is (“≤101套”, 不少于26人): the rows that say it, and the words around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.forms.form_rows import FormRow
from ingest import late_re as re
from retrieval.spelling.label_key import fold

AT_LEAST = r"≥|>=|不(?:得|能)?(?:少|低|小)于|至少|最少|大于等于"
AT_MOST = r"≤|<=|不(?:得|能)?(?:超过|高于|多于|大于|超)|至多|最多|小于等于"
SIGN = re.compile(rf"(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|[=<>])\s*$")
SIGN_FIRST = re.compile(rf"^(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|[=<>])\s*")
COMPARED = re.compile(r"(?:超过|[高大多低小少]于)$")
COMPARED_AFTER = re.compile(r"^(?:以[上下内]|左右)")
SPELT_ALIKE = str.maketrans("名％", "人%")
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class ValueAsked:
    """The rows whose cell says the value that the question gives, and the question without it."""

    rows: tuple[FormRow, ...]
    around: str


def read_value_asked(text: str, rows: Sequence[FormRow], role: str) -> ValueAsked | None:
    """What is asked by a value; None where the question gives none of theirs, or compares with one."""
    spelt = _spell(text)
    said = [(row, core) for row in rows if (core := _core(row.shown(role))) and _place(core, spelt) is not None]
    longest = max((core for _, core in said), key=len, default="")
    place = _place(longest, spelt) if longest else None
    if place is None:
        return None
    before, after = spelt[:place], spelt[place + len(longest) :]
    sign = SIGN.search(before)
    if not sign and (COMPARED.search(before) or COMPARED_AFTER.search(after)):
        return None
    named = [row for row, core in said if core == longest]
    signed = [row for row in named if _sign(SIGN_FIRST.search(_spell(row.shown(role)))) == _sign(sign)]
    around = f"{SIGN.sub('', before)}~{after}"
    return ValueAsked(tuple(signed or ([] if sign else named)), around)


def _spell(text: str) -> str:
    return re.sub(r"\s|(?<=\d),(?=\d)|20\d\d年度?", "", fold(text)).translate(SPELT_ALIKE)


def _core(shown: str) -> str:
    """A cell without its bound; nothing where it has no number or too few characters to be known by."""
    core = SIGN_FIRST.sub("", _spell(shown))
    return core if len(core) >= SHORTEST and re.search(r"\d", core) else ""


def _place(core: str, text: str) -> int | None:
    """Where a value stands in a text as a number of its own."""
    last = r"(?![\d.%万亿元\u4e00-\u9fff])" if core[-1].isdigit() else ""
    found = re.search(rf"(?<![\d.]){re.escape(core)}{last}", text)
    return found.start() if found else None


def _sign(found: re.Match[str] | None) -> str:
    return "" if found is None else "≥" if found["least"] else "≤" if found["most"] else ""
