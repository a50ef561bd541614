"""Names of rows that a question shortens in the middle (“其他人事支出” of 其他人力资源事务支出): their beginning and end stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from retrieval.facts.spell_variants import ENDINGS

NUMBER = re.compile(r"(?<=[一-鿿])\d$")  # 平台年度租用费1
CLOSINGS = (*ENDINGS, "费")
PIECE = 2  # a piece that stands has at least so many characters
SHORTEST = 4
SHORTEST_LABEL = 6
LEAST_KEPT = 0.4

Short = tuple[int, int, tuple[str, ...]]


def short_names(text: str, names: Collection[str], spelt: Iterable[str]) -> Iterator[Short]:
    """Where a folded question shortens the name of one row, and that name's keys; what several rows may be shortened to is none."""
    found: dict[tuple[int, int], set[str]] = {}
    known = frozenset(spelt)
    for name in names:
        for start, end in shortened(text, name):
            if text[start:end] not in known:
                found.setdefault((start, end), set()).add(name)
    for (start, end), keys in found.items():
        held = {stem(name) for name in names if name in keys or holds(name, text[start:end])}
        if len(held) == 1:
            yield start, end, tuple(sorted(keys))


def holds(name: str, asked: str) -> bool:
    """Whether a name holds the words asked for in two pieces, wherever they stand in it: then it may be meant as well."""
    cuts = range(PIECE, len(asked) - PIECE + 1)
    return any(0 <= name.find(asked[:cut]) <= name.rfind(asked[cut:]) - cut for cut in cuts)


def shortened(text: str, name: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text that begin and end as a name does and leave out what stands between; its closing 支出 may follow."""
    core = stem(name)
    if len(core) < SHORTEST_LABEL or core[:PIECE] not in text or core[-PIECE:] not in text:
        return
    for start in range(len(text) - SHORTEST + 1):
        if not text.startswith(core[:PIECE], start):
            continue
        for end in range(min(len(text), start + len(core) - 1), start + max(SHORTEST, round(len(core) * LEAST_KEPT)) - 1, -1):
            if text.startswith(core[-PIECE:], end - PIECE) and in_pieces(text[start:end], core):
                closing = name[len(core) :]
                yield start, end + (len(closing) if closing and text.startswith(closing, end) else 0)
                break


@lru_cache(maxsize=4096)
def stem(name: str) -> str:
    """A name without the 支出, 经费 and the like that it ends in, and the number behind that."""
    name = NUMBER.sub("", name)
    return next((name[: -len(ending)] for ending in CLOSINGS if name.endswith(ending)), name)


def in_pieces(asked: str, name: str) -> bool:
    """Whether a text can be cut into pieces that stand in a name in the same order, from its beginning to its end."""
    if asked == name:
        return True
    return any(
        asked[:length] == name[:length]
        and any(in_pieces_from(asked[length:], name, place) for place in range(length + 1, len(name) - PIECE + 1))
        for length in range(PIECE, len(asked) - PIECE + 1)
    )


def in_pieces_from(asked: str, name: str, place: int) -> bool:
    """Whether the rest of a text stands in a name from some place on, in pieces, up to its end."""
    return asked[:PIECE] == name[place : place + PIECE] and in_pieces(asked, name[place:])
