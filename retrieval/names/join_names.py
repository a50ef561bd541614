"""Names asked for with a 的 that the document does not print (“在职人员的定额公用经费” for 在职人员定额公用经费)."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.facts.fact import FactIndex
from retrieval.spelling.label_key import fold

BETWEEN = re.compile(r"(?<=[一-鿿]{2})的(?=[一-鿿]{2})")
LONGEST, SHORTEST = 12, 6
MOST = 0.7  # of the printed name, the share that the joined words must make


def join_names(rest: str, index: FactIndex) -> str:
    """`rest` without every 的 that parts the beginning of a row's name, where the words do not end in a name before it."""
    printed = [at for name in index.names if "的" in name for one in re.finditer(re.escape(name), rest) for at in range(*one.span())]
    for found in reversed(list(BETWEEN.finditer(rest))):
        if found.start() in printed:
            continue  # a row prints it
        before, after = fold(rest[max(0, found.start() - LONGEST) : found.start()]), fold(rest[found.end() : found.end() + LONGEST])
        longest = max((end for end in range(2, len(after) + 1) if after[:end] in index.variants), default=0)
        if any(is_parted(name, before, after, longest) for name in index.names):
            rest = f"{rest[: found.start()]}{rest[found.end() :]}"
    return rest


def is_parted(name: str, before: str, after: str, longest: int) -> bool:
    """Whether a name begins with the end of what stands before and goes on with what stands after.

    What stands after may begin with a name of its own, as long as this; a part of that one is no part of the other.
    """
    for size in range(2, min(len(before), len(name) - 2) + 1):
        if not name.startswith(before[-size:]):
            continue
        left = name[size:]
        same = next((at for at, (one, other) in enumerate(zip(left, after, strict=False)) if one != other), min(len(left), len(after)))
        if same >= max(longest, 2) and size + same >= max(SHORTEST, MOST * len(name)):
            return True
    return False
