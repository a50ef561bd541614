"""Whether a total answers a question that names something narrower, which neither the answer nor its evidence speaks of."""

from __future__ import annotations

import re

from app.answer import Answer
from retrieval.label_key import fold
from retrieval.load_vocabulary import Vocabulary

TOTAL = re.compile(r"(?:本年|预算|决算|收入|支出|收支)*(?:收入|支出|收支|预算|决算)(?:总额|合计|总计|总数)?")
LONGEST_CHATTER = 5  # characters in a row that nothing accounts for


def leaves_named(answer: Answer, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether all that is told are totals and the question (without its document's words) names something else at length."""
    if not answer.values or not all(TOTAL.fullmatch(value.label) for value in answer.values):
        return False
    text = fold(re.sub(r"\s", "~", rest))
    held = fold(answer.text + "".join("".join((one.section, one.table or "", one.quote, *one.row, *one.col)) for one in answer.citations))
    spent = {at for pattern in (vocabulary.fillers, *(one for _, one in vocabulary.operations)) for at in places(pattern, text)}
    spent |= {at for one in vocabulary.synonyms for word in one.asked for at in places(re.compile(re.escape(word)), text)}
    spent |= {at for start in range(len(text) - 1) if text[start : start + 2] in held for at in (start, start + 1)}
    left = "".join("~" if at in spent or not re.match(r"[一-鿿]", letter) else letter for at, letter in enumerate(text))
    return any(len(run) >= LONGEST_CHATTER for run in left.split("~"))


def places(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    """Where a pattern stands in a text, character by character."""
    return frozenset(at for found in pattern.finditer(text) for at in range(*found.span()))
