"""“其中博物馆是多少”, “那博物馆有多少”: of the item asked for before, what one unit of the department has of it."""

from __future__ import annotations

from collections.abc import Sequence

from app.question_reader import QuestionReader
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.facts.statement_of_unit import plain

PART = re.compile(
    r"(?:其中|里面|这里面|这里头|这当中)[,，]?(?:属于|来自)?(?P<part>[^,，?？\d]{2,16}?)(?:的|那边|这边)*(?:呢|是多少|有多少|占多少|多少|花了?多少|安排了?多少)(?:钱|万元|元)?[?？]?"
)
ALONE = re.compile(  # only a unit is named: of it the item asked for before is meant, not its whole budget
    r"(?:那么?|再看看?|还有|至于)?[,，]?(?P<part>[^,，?？\d]{3,20}?)(?:的|那边|这边|那里)*(?:又|也)?(?:是|有)?(?:多少|几)(?:个|名)?人?呢?[?？]?"
)
SIDE = re.compile(r"收入|支出")
SHORTEST = 2


def unit_within(question: str, history: Sequence[str], reader: QuestionReader, infos: Sequence[DocumentInfo]) -> str:
    """The question with the unit in full and the item of the question before; as it is where it names no unit of the documents meant."""
    found = PART.fullmatch(question.strip()) if history else None
    alone = ALONE.fullmatch(question.strip()) if history and not found else None
    if not (found := found or alone):
        return question
    chosen = set(reader.choose(reader.read(question)[0], history)[0].documents)
    named = ((plain(unit), unit, plain(info.organization or "")) for info in infos if info.id in chosen for unit in info.units)
    units = {name: unit for name, unit, own in named if name != own}
    meant = [unit for name, unit in units.items() if len(found["part"]) >= SHORTEST and name.endswith(plain(found["part"]))]
    if alone:
        return f"{found['part']}呢?" if len(meant) == 1 and reader.named_item(history[-1], history[:-1]) else question
    side = SIDE.search(history[-1])
    item = re.sub(r"\s", "", reader.named_item(history[-1], history[:-1])) or (side[0] if side else "")
    return f"{meant[0]}的{item}是多少" if len(meant) == 1 and item and meant[0] not in history[-1] else question
