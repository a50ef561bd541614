"""A plain English question as a Chinese one by rule, or what of it was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest import late_re as re
from retrieval.catalog import Catalog
from retrieval.english.frame_english import frame_english
from retrieval.english.mend_english import mend_english
from retrieval.english.split_english import split_english
from retrieval.english.tag_english import ASKING, Tag, tag_english

CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z]{2,}")
GLOSS = re.compile(r"\s*[(（\[]\s*([\u3400-\u9fff]+)\s*[)）\]]")  # “the basic expenditure (基本支出) of …”
MOST_PARTS = 3
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Translation:
    """The Chinese question, empty where there is none; slips (as typed, as read), words not known, bodies not loaded.

    Talk: it only greets or asks what there is.
    """

    chinese: str = ""
    slips: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    is_talk: bool = False


def is_english(question: str) -> bool:
    """Whether a question is in English, or at least in no Chinese but for words in brackets."""
    plain = GLOSS.sub("", question)
    return not CHINESE.search(plain) and bool(WORD.search(plain))


def translate_question(question: str, catalog: Catalog) -> Translation:
    """What an English question asks, in Chinese; nothing where a word, a body or the way it is asked is not known."""
    if len(question) > LONGEST:
        return Translation()
    words, slips = mend_english(split_english(GLOSS.sub("", question)), catalog)
    tags = tag_english(words, catalog)
    unknown = tuple(dict.fromkeys(" ".join(tag.typed for tag in run) for known, run in groupby(tags, _is_known) if not known))
    bodies = tuple(dict.fromkeys(tag.typed for tag in tags if tag.mark == "NOBODY"))
    if unknown or bodies:
        return Translation("", slips, unknown, bodies)
    asked = [frame_english(part) for part in _parts(tags)]
    whole = frame_english(tags) if len(asked) > 1 else None
    chinese = whole or (",".join(filter(None, asked)) if all(asked) else "")
    if strays := tuple(gloss for gloss in GLOSS.findall(question) if chinese and gloss not in chinese):
        return Translation("", slips, strays)  # what is said in Chinese too is read as something else
    is_talk = any(tag.mark == "SAYS" for tag in tags)
    return Translation(f"{chinese}?" if chinese and not is_talk else chinese, slips, is_talk=is_talk)


def _is_known(tag: Tag) -> bool:
    return tag.mark != "UNKNOWN"


def _follows_on(piece: Sequence[Tag]) -> bool:
    """Whether a question reads on after the one before: “and why did it decrease”."""
    return any(tag.mark == "WHY" for tag in piece)


def _parts(tags: Sequence[Tag]) -> list[tuple[Tag, ...]]:
    """The questions that one sentence joins by “and”, each with the bodies, years and kinds, and where it names no item the one before."""
    starts = [place for place, tag in enumerate(tags[:-1]) if tag.mark == "AND" and tags[place + 1].mark in ASKING]
    if not starts or len(starts) >= MOST_PARTS:
        return [tuple(tags)]
    pieces = [tuple(tags[start:end]) for start, end in zip([0, *(one + 1 for one in starts)], [*starts, len(tags)], strict=True)]
    said = tuple(tag for tag in tags if tag.mark in ("B", "Y"))
    kept = [piece for piece in pieces if {tag.mark for tag in piece} - {"B", "Y", "K"}]
    head = [tag for piece in pieces if piece not in kept for tag in piece if tag.mark == "K"]
    items = next(([tag for tag in piece if tag.mark == "I"] for piece in kept if any(tag.mark == "I" for tag in piece)), [])
    bare = [tuple(tag for tag in piece if tag.mark not in ("B", "Y")) for piece in kept]
    full = [piece if any(tag.mark == "I" for tag in piece) or _follows_on(piece) else (*items, *piece) for piece in bare]
    return [(*(said if number == 0 else ()), *head, *piece) for number, piece in enumerate(full)] if kept else [tuple(tags)]
