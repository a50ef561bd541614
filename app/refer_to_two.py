"""“这两个差多少”, “哪年多”: a question that points at the two answers before it, with what they told of put in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.answer import Answer
from retrieval.normalize_question import normalize_question

Ask = Callable[[str, Sequence[str]], Answer]

LEAD = r"(?:那么?|请问|比一下|比较一下|对比一下|[,、])*"
OPERATION = r"(?:之间|相比|比较)?(?:[,、])?(?:[相]?差|差距|一共|总共|合计|加|合|哪|谁|比).{0,12}"
TWO = re.compile(rf"{LEAD}(?:这|上面|刚才|前面)?(?:说的)?(?:两|2)(?:个|项|笔|者|样)(?:项目|科目|指标|数字?|钱)?(?P<rest>{OPERATION})")
YEARS = re.compile(rf"{LEAD}(?:这|前后)?(?:两年)?(?P<rest>哪(?:一)?年.{{0,10}}|(?<=两年)(?:{OPERATION}))")
DATED = re.compile(r"^(?P<body>.*?)(?P<year>20\d\d)年(?P<kind>.*)$")
OF_A_COLUMN = "·"  # a label put together of a row and a column


def refer_to_two(question: str, before: Sequence[str], ask: Ask, name_of: Callable[[str], str]) -> str:
    """The question with the two things or years that were told of before; as it is where it points at none or they do not fit.

    `ask` gives the answers, `name_of` the name of a document by its id.
    """
    normalized = normalize_question(question).rstrip("?")
    found, years = TWO.fullmatch(normalized), YEARS.fullmatch(normalized)
    if len(before) < 2 or not (found or years):
        return question
    answers = [ask(before[end], before[:end]) for end in (len(before) - 2, len(before) - 1)]
    told = [(_document(one), one.values[0].label) for one in answers if one.status == "answered" and one.values]
    if len(told) < 2 or any(not document or OF_A_COLUMN in label for document, label in told):
        return question
    (first, label), (second, other) = told
    if found and first == second and label != other:
        return f"{name_of(first)}“{label}”和“{other}”{found['rest']}?"
    one, two = DATED.match(name_of(first)), DATED.match(name_of(second))
    if not (years and label == other and one and two and (one["body"], one["kind"]) == (two["body"], two["kind"])):
        return question
    return f"{one['body']}{one['year']}年和{two['year']}年{one['kind']}{label}{years['rest']}?"


def _document(answer: Answer) -> str:
    """The only document of an answer; empty where it is of several."""
    documents = {one.document_id for one in answer.citations}
    return documents.pop() if len(documents) == 1 else ""
