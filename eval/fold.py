"""Texts in one spelling: half width, simplified characters, without marks of emphasis, amounts as digits before one unit."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from eval.plain_amounts import plain_amounts

BOLD = re.compile(r"\*\*|__|`")
ITALIC = re.compile(r"(?<![\d*)])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\d*(])")  # no sign of multiplication


def fold(text: str) -> str:
    """The text in one spelling; a full-width comma becomes 、 so that it never joins digits."""
    folded = unicodedata.normalize("NFKC", text.replace("，", "、")).replace("−", "-").replace("﹪", "%")
    return plain_amounts(ITALIC.sub(r"\1", BOLD.sub("", folded.translate(SIMPLIFIED))))


class Simplified(dict[int, str]):
    """Each character's simplified one, found when it is first met; names are folded like the texts, so that one too many does no harm."""

    def __missing__(self, code: int) -> str:
        """What a character becomes."""
        self[code] = str(_converter().convert(chr(code))) if 0x3400 <= code <= 0x9FFF else chr(code)
        return self[code]


SIMPLIFIED = Simplified()


@cache
def _converter() -> Any:
    from opencc import OpenCC  # here: its tables take a moment to load

    return OpenCC("t2s")
