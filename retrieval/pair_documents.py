"""Which documents of one organisation speak of each other: a year's and that of the year before, a final account and its budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.document import DocumentInfo

Pair = tuple[DocumentInfo, DocumentInfo]  # the one that speaks, the one it speaks of


def pair_documents(info: DocumentInfo, kin: Sequence[DocumentInfo]) -> tuple[Pair, ...]:
    """The pairs of this document with others of its organisation; none with a superseded one or where two are alike."""
    superseded = {one.supersedes for one in (info, *kin) if one.supersedes}
    current = [one for one in kin if not superseded & {one.id, one.file_name} and one.year is not None]
    counted = Counter((one.year, one.kind) for one in (info, *current))
    alone = [one for one in current if counted[one.year, one.kind] == 1]
    if counted[info.year, info.kind] > 1 or info.year is None:
        return ()
    pairs = [pair for one in alone for pair in ((info, one), (one, info)) if _speaks_of(*pair)]
    return tuple(pairs)


def _speaks_of(later: DocumentInfo, earlier: DocumentInfo) -> bool:
    if later.kind == earlier.kind:
        return later.year == (earlier.year or 0) + 1
    return (later.kind, earlier.kind) == ("决算", "预算") and later.year == earlier.year
