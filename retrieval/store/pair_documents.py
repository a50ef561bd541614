"""Which documents of one organisation speak of each other: a year's and that of the year before, a final account and its budget,
the parts of one disclosure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.document import DocumentInfo

AreParts = Callable[[DocumentInfo, DocumentInfo], bool]
Pair = tuple[DocumentInfo, DocumentInfo]  # the one that speaks, the one it speaks of


def pair_documents(info: DocumentInfo, kin: Sequence[DocumentInfo], are_parts: AreParts = lambda _one, _other: False) -> tuple[Pair, ...]:
    """The pairs of this document with others of its organisation; none with a superseded one or where two are alike.

    Parts of one disclosure are not alike: each speaks of the others, both ways round, and is spoken of for itself.
    """
    superseded = {one.supersedes for one in (info, *kin) if one.supersedes}
    current = [one for one in kin if not superseded & {one.id, one.file_name} and one.year is not None]
    clear = [one for one in (info, *current) if all(are_parts(one, other) for other in _twins(one, (info, *current)))]
    if info not in clear or info.year is None:
        return ()
    others = [one for one in clear if one is not info]
    return tuple(pair for one in others for pair in ((info, one), (one, info)) if _is_twin(*pair) or _speaks_of(*pair))


def _twins(info: DocumentInfo, documents: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    return [one for one in documents if one is not info and _is_twin(info, one)]


def _is_twin(one: DocumentInfo, other: DocumentInfo) -> bool:
    return (one.year, one.kind) == (other.year, other.kind)


def _speaks_of(later: DocumentInfo, earlier: DocumentInfo) -> bool:
    if later.kind == earlier.kind:
        return later.year == (earlier.year or 0) + 1
    return (later.kind, earlier.kind) == ("决算", "预算") and later.year == earlier.year
