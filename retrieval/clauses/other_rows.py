"""“除了甲经费，还有哪些项目”: a list without the rows that the question sets aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from retrieval.facts.candidate import Found
from retrieval.facts.task import Task
from retrieval.spelling.label_key import fold

OTHERS = re.compile(
    r"(?:(?<![一-鿿])|(?<=的))(?:除(?:了|去|开)?(?P<before>[^,;?~]{2,20}?)|(?P<after>[^,;?~除的]{2,20}?)(?=(?:这个)?(?:项目)?(?:以外|之外)))(?:这个)?(?:项目)?(?:以外|之外|外)?[,、]?"
    r"(?:还|剩下|余下|其余|其他|其它|另外|别)的?(?:有|是)?(?P<asked>[^,;?]{0,10}项目)"
)
LISTED, EACH = "有哪些项目", ",各多少钱"
ASKS_LIST = re.compile(r"哪|什么|啥|叫|几个|各|分别|[两二三四五六七八九]个")
JOINT = re.compile(r"[和与跟及、]")


def set_others_apart(text: str) -> tuple[str, tuple[str, ...]]:
    """A folded question as one for the whole list, and the names that it sets aside; as it is where it sets none aside."""
    found = OTHERS.search(text)
    if found is None or not ASKS_LIST.search(text[found.start("asked") :]):
        return text, ()
    names = JOINT.split((found["before"] or found["after"]).removesuffix("项目"))
    amounts = EACH if "多少" in text[found.start("asked") :] else ""
    return f"{text[: found.start()]}{LISTED}{amounts}", tuple(names)


def without_named(task: Task, names: Sequence[str]) -> Task:
    """A list with the names of the rows that are set aside."""
    return replace(task, set_aside=tuple(names)) if task.measure == "list" and names else task


def rows_left(rows: Sequence[Found], names: Sequence[str]) -> tuple[Found, ...]:
    """The rows of a list that bear none of the names; none at all where a name is that of no row."""
    labels = [[fold(key) for key, _ in row.candidates[0].facts[0].labels] for row in rows]
    named = [{place for place, keys in enumerate(labels) if any(name in key for key in keys)} for name in names]
    if not all(named):
        return ()
    return tuple(row for place, row in enumerate(rows) if not any(place in places for places in named))
