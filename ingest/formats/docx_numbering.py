"""The numbers that Word itself prints before paragraphs (一、 （一） 1.): they stand nowhere in the text and are counted here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ingest.formats.docx_text import WORD

NUMERALS = "零一二三四五六七八九"
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers are written, the text they stand in (%1 is the number of level 1), where they start."""

    style: str
    text: str
    start: int = 1


class Numbering:
    """Counts the paragraphs of every list."""

    def __init__(self, part: Any) -> None:
        """Start from the w:numbering element, None where the document has none."""
        self.levels: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, str] = {}
        self.counts: dict[str, list[int]] = {}
        if part is not None:
            self._read(part)

    def number(self, list_id: str, depth: int) -> str:
        """The printed number of the next paragraph of this list at this depth."""
        abstract = self.lists.get(list_id, "")
        levels = self.levels.get(list_id) or self.levels.get(abstract) or {}
        level = levels.get(depth)
        if level is None or level.style in ("none", "bullet"):
            return ""
        counts = self.counts.setdefault(abstract, [0] * LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)

        def shown(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            own = levels.get(place, level)
            return NUMBER_STYLES.get(own.style, str)(counts[place] or own.start)

        return re.sub(r"%([1-9])", shown, level.text)

    def _read(self, part: Any) -> None:
        for abstract in part.iterfind(WORD + "abstractNum"):
            key = "abstract " + (abstract.get(WORD + "abstractNumId") or "")
            self.levels[key] = dict(_levels(abstract))
        for one in part.iterfind(WORD + "num"):
            list_id, abstract = one.get(WORD + "numId") or "", one.find(WORD + "abstractNumId")
            key = "abstract " + (_value(abstract) or "")
            changed = dict(pair for override in one.iterfind(WORD + "lvlOverride") for pair in _levels(override))
            restarts = any(override.find(WORD + "startOverride") is not None for override in one.iterfind(WORD + "lvlOverride"))
            self.lists[list_id] = list_id if restarts or changed else key
            self.levels[list_id] = {**self.levels.get(key, {}), **changed}


def _levels(parent: Any) -> list[tuple[int, Level]]:
    found = []
    for level in parent.iterfind(WORD + "lvl"):
        style, text, start = (_value(level.find(WORD + name)) for name in ("numFmt", "lvlText", "start"))
        depth = int(level.get(WORD + "ilvl") or 0)
        if 0 <= depth < LEVELS:
            found.append((depth, Level(style or "decimal", text or "", int(start) if start and start.isdigit() else 1)))
    return found


def _value(element: Any) -> str | None:
    found = element.get(WORD + "val") if element is not None else None
    return str(found) if found is not None else None


def chinese_numeral(number: int) -> str:
    """A number up to 99 as it is counted in Chinese; larger ones in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 0 < number <= 20 else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text, number = text + sign, number - value
    return text


NUMBER_STYLES: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"), chinese_numeral),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "chineseLegalSimplified", "ideographTraditional"), chinese_numeral),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "decimalZero": lambda number: f"{number:02d}",
}
