"""What a question asks in words of an amount besides it (拿来做什么, 从哪来, 为什么): the sentence that states the amount told says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from app.answer import Answer, Citation, Value
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.passages import cite_passage, narrative, sentences
from ingest import late_re as re
from ingest.document import Document
from ingest.quantity import Quantity, convert_money, parse_quantity, rounds_to
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

CLAUSE = re.compile(r"[^,，;；?？。]+")
MONEY = re.compile(r"\d[\d,.]*\s*(?:百万元|万元|亿元|千元|元)")
CLAUSES_OPEN = re.compile(r"多少|几(?!乎)|哪|什么|啥|呢|吗|谁")
PURPOSE = re.compile(r"\s*(?:主要|专项|全部)?(?:用于|用来)")
QUOTED = re.compile(r"^> .*$|“[^”]{12,}”", re.MULTILINE)
FUND_SAID = re.compile(r"基金|公益金|使用权出让|配套费")
COUNTED = ("辆", "台", "套")
FUND, NOT_SAID = "政府性基金", "没有写明"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of thing asked in words: how a clause asks for it, and what the sentence says right before it."""

    asked: re.Pattern[str]
    said: re.Pattern[str]


KINDS = (
    _Kind(
        re.compile(r"(?:拿|用|花|投)(?:来|去|于|在|到)?(?:做|干)?(?:了)?(?:什么|啥|嘛|哪)(?!.{0,4}项目)|(?:干|做)(?:什么|啥)用|用途"),
        re.compile(r"(?:主要)?用于|用来|用途|专项用"),
    ),
    _Kind(
        re.compile(r"(?:从|打)哪(?:里|儿)?(?:来|出)|来源|哪(?:里|儿)?来的|谁(?:给|出|捐)的|是(?:些|一?笔)?(?:什么|啥)钱"),
        re.compile(
            r"来源|来自|捐赠|由[^，。；]{2,20}(?:安排|拨入|资助|承担)"
            r"|(?:系|主要是|主要为|全部为|均为|，[为是])[^，。；]{0,24}(?:拨入|拨付|拨款|收入|资金|补助|经费)"
        ),
    ),
    _Kind(
        re.compile(r"为(?:什么|何|啥)|(?:什么|啥)原因|原因(?:是|呢|$)|怎么会"),
        re.compile(r"(?<!原)因(?![此而素公])|由于|原因|系(?![统列])"),
    ),
)


def without_further(rest: str) -> str:
    """A question without its later clauses that only ask in words about the amount: these are told by the sentence that states it."""
    first, *others = CLAUSE.findall(rest) or [rest]
    return ",".join((first, *(one for one in others if not any(kind.asked.search(one) for kind in KINDS))))


def tell_left_open(answer: Answer, question: str, document_of: Callable[[str], Document]) -> Answer:
    """The answer with what its later clauses ask in words, or that the text does not say it; unchanged where none is left open."""
    documents = {one.document_id for one in answer.citations}
    clauses = CLAUSE.findall(question)
    is_of_purpose = len(clauses) == 1 and len(answer.values) == 1 and bool(KINDS[0].asked.search(question))
    if answer.status != "answered" or not answer.values or answer.calculation or len(documents) != 1:
        return answer
    if len(clauses) < 2 and not is_of_purpose:
        return answer
    if NOT_SAID in answer.text:
        return answer
    document = document_of(documents.pop())
    for kind in KINDS:
        part = next((one for one in clauses if kind.asked.search(one)), None)
        others = [one for one in clauses if one is not part and CLAUSES_OPEN.search(one)]
        told = (*QUOTED.findall(answer.text), *("".join(one.col) for one in answer.citations))
        if part is not None and (others or is_of_purpose) and not any(map(kind.said.search, told)):
            answer = _with(answer, document, kind, part)
    return answer


def _with(answer: Answer, document: Document, kind: _Kind, part: str) -> Answer:
    told = dict(_said(document, answer.values, kind))
    if len(told) != 1:
        return replace(answer, text=f"{answer.text}\n{wording.LEFT_OPEN.format(part=within_quotes(part.strip()))}")
    ((quote, citation),) = told.items()
    text = wording.REASON.format(section=within_quotes(citation.section.rpartition(" > ")[2]), quotes=wording.QUOTE.format(text=quote))
    return replace(answer, text=f"{answer.text}\n\n{text}", citations=(*answer.citations, citation), answered_by="quote")


def _said(document: Document, values: Sequence[Value], kind: _Kind) -> Iterator[tuple[str, Citation]]:
    """The sentences that state one of the amounts and say after it, before any other amount, what is asked."""
    for section in narrative(document):
        for paragraph in section.paragraphs:
            for sentence in _with_purposes(sentences(paragraph.text)):
                if any(_states(sentence, value, kind) for value in values):
                    yield plain(sentence), cite_passage(document, section, sentence, paragraph.place)


def _with_purposes(said: Sequence[str]) -> Iterator[str]:
    """The sentences, one that only goes on to say what the amount before it is for (“主要用于…”) with that."""
    for sentence, following in zip_longest(said, said[1:], fillvalue=""):
        yield f"{sentence}{following}" if sentence and PURPOSE.match(following) and MONEY.search(sentence) else sentence


def _states(sentence: str, value: Value, kind: _Kind) -> bool:
    is_count = value.unit in COUNTED
    amounts = list((re.compile(rf"\d+\s*{value.unit}") if is_count else MONEY).finditer(sentence))
    for place, found in enumerate(amounts):
        stop = amounts[place + 1].start() if place + 1 < len(amounts) else len(sentence)
        if _is_same(found[0], value) and kind.said.search(sentence[found.end() : stop]) and _is_of(sentence, value.label):
            return True
    return False


def _is_same(said: str, value: Value) -> bool:
    one, other = parse_quantity(said), Quantity(value.value, value.unit)
    if other.unit in COUNTED:
        return said.removesuffix(other.unit).strip() == f"{other.number:f}"
    if one is None or not other.is_money or other.number == Decimal(0):
        return False
    return convert_money(one, "元").number == convert_money(other, "元").number or rounds_to(one, other)


def _is_of(sentence: str, label: str) -> bool:
    """Whether a sentence speaks of what the amount is of: by a word of its name, or as of the fund that it is."""
    if FUND in label and FUND_SAID.search(sentence):
        return True
    name, text = fold(label), fold(sentence)
    return name in text or any(pair in text for pair in pairs(load_vocabulary().fillers.sub("~", name)))
