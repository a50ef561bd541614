"""The codes that a row's labels print, whole: 205 08 03 in one cell or in three is 2050803, and so is [2050803]."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.quantity import REMEMBERED

CODE = re.compile(r"\d[\d\s]*|[\[［【(（]\d{3,9}[\]］】)）]")
BRACKETS = re.compile(r"[\[［【(（\]］】)）]")
PREFIXED = re.compile(  # [2110301]大气, 510001-某中心, 51000024T000010046683-某项目
    r"[\[【](\d{3,9})[\]】]\s*(?=\S)|(\d{3,9}|\d{6,12}[A-Z]\d{6,15})[-_－—]\s*(?=[\u4e00-\u9fff])"
)


@lru_cache(maxsize=REMEMBERED)
def row_codes(row: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of a row, outermost first; pieces of 类 款 项 are joined, each after the first two digits wide."""
    codes: list[str] = []
    for place, part in enumerate(row):
        if prefixed := PREFIXED.match(part.strip()):
            codes.append(prefixed[1] or prefixed[2])
            continue
        if not CODE.fullmatch(part.strip()):
            continue
        first, *rest = BRACKETS.sub("", part).split()
        digits = first + "".join(piece.zfill(2) if len(first) == 3 else piece for piece in rest)
        if codes and place and CODE.fullmatch(row[place - 1].strip()) and len(digits) <= 2:
            codes[-1] += digits.zfill(2)
        else:
            codes.append(digits)
    return tuple(codes)
