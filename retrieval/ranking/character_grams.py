"""Text as overlapping character n-grams: the one tokenizer of the keyword index and of our own embedding model."""

from __future__ import annotations

import re
import unicodedata
from operator import add
from sys import intern

THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
# An account's code printed in parts (208 05 01) is one word, as where it is printed whole.
PARTED_CODE = re.compile(r"(?<![\d.])(\d{3}) (\d\d)(?: (\d\d))?(?![\d.,])")
RUN = re.compile(r"[a-z0-9]+(?:[./-][a-z0-9]+)*|[\u3400-\u9fff〇]+")


def character_grams(text: str) -> list[str]:
    """Single characters and pairs of neighbours of each run of Chinese; codes and numbers whole."""
    folded = PARTED_CODE.sub(r"\1\2\3", THOUSANDS.sub("", unicodedata.normalize("NFKC", text).lower()))
    grams: list[str] = []
    for run in RUN.findall(folded):
        if run.isascii():
            grams.append(run)
        else:
            grams.extend(map(intern, run))  # one string for all: a whole base has 10⁸
            grams.extend(map(intern, map(add, run, run[1:])))
    return grams
