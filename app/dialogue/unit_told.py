"""“它有几个内设机构” after a department's units were asked for and one was told: the question with that unit's name."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.dialogue.refer_back import Ask
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.facts.statement_of_unit import plain
from retrieval.spelling.normalize_question import normalize_question

ITS = re.compile(r"(?:那么?)?(?:它|(?:该|[这那]个|[这那]家)(?:单位|中心|机构|事业单位|二级机构|下属单位))(?:的|自己|本身)*(?=.{2,})")
UNITS_ASKED = re.compile(r"(?:下属|所属|下设|直属|二级|下辖|下面)的?[^,;?]{0,6}(?:单位|机构|中心|预算单位)")
QUOTED, OWN = "> ", re.compile(r"本级|机关")


def with_unit_told(question: str, history: Sequence[str], infos: Sequence[DocumentInfo], ask: Ask) -> tuple[str, tuple[str, ...]]:
    """The question and the turns before it, each with the unit that it means by a pronoun; as they are where they mean none."""
    done: tuple[str, ...] = ()
    unit = ""
    for turn in (*history, question):
        asked = normalize_question(turn)
        its = ITS.match(asked) if done else None
        unit = (unit or _only_unit(done, infos, ask)) if its else ""
        done = (*done, f"{unit}{asked[its.end() :]}" if its and unit else turn)
    return done[-1], done[:-1]


def _only_unit(before: Sequence[str], infos: Sequence[DocumentInfo], ask: Ask) -> str:
    """The only unit that the answer to the latest question names, where that asked for units; empty where it names none or several."""
    units = units_told(ask(before[-1], tuple(before[:-1])), infos) if UNITS_ASKED.search(before[-1]) else []
    return units[0] if len(units) == 1 else ""


def units_told(answer: Answer, infos: Sequence[DocumentInfo]) -> list[str]:
    """The units of one document, its own level apart, that the words quoted in an answer name."""
    ids = {one.document_id for one in answer.citations} if answer.status == "answered" else set()
    quoted = plain("".join(line for line in answer.text.splitlines() if line.startswith(QUOTED)))
    named = [
        unit for info in infos if ids == {info.id} for unit in info.units
        if not OWN.search(unit) and plain(unit) != plain(info.organization or "") and plain(unit) in quoted
    ]  # fmt: skip
    return list(dict.fromkeys(named))
