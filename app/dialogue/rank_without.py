"""“除了劳务费，最大的是哪一项”: the largest or smallest of a list, the second where the one left out is the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.dialogue.refer_back import Ask
from app.telling.wording_told import LARGEST, LEFT_OUT, SMALLEST
from ingest import late_re as re
from retrieval.spelling.label_key import label_key
from retrieval.spelling.normalize_question import normalize_question

EXCEPT = re.compile(
    r"[,，、]?(?:除(?:了|去|开|掉)?|不算|去掉|剔除|扣除)(?P<item>[^,;?除]{2,24}?)(?:(?:以外|之外|外(?![事包聘籍]))(?:的话)?[,，]?|[,，])(?:其他|其余|剩下)?的?(?=[^,;?]{0,10}最(?P<way>[大多高小少低]))"
)
FIRST = re.compile(r"最[高低]的是\*\*(?P<name>[^*]+)\*\*")
SECOND = re.compile(r"第二[大多高小少低]的?是\*\*")


def rank_without(question: str, history: Sequence[str], ask: Ask) -> Answer | None:
    """The first of the ranked things that is not the one left out; None where none is left out, or the list is not ranked so."""
    asked = normalize_question(question)
    left = EXCEPT.search(asked)
    if left is None:
        return None
    base = f"{asked[: left.start()]}{',' if asked[: left.start()].endswith('中') else ''}{asked[left.end() :]}"
    first = ask(base, tuple(history))
    top = FIRST.search(first.text) if first.status == "answered" else None
    if top is None:
        return None
    item = label_key(left["item"])
    is_first = item in label_key(top["name"])
    told = ask(base.replace(f"最{left['way']}", f"第二{left['way']}", 1), tuple(history)) if is_first else first
    if told.status != "answered" or (is_first and not SECOND.search(told.text)):
        return None
    if not is_first:
        return told
    text = SECOND.sub(LARGEST if left["way"] in "大多高" else SMALLEST, told.text, count=1)
    return replace(told, text=f"{LEFT_OUT.format(item=left['item'])}{text}")
