"""A number that stands in prose alone: the one clause that holds what was asked, quoted with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.answer import Answer, Citation
from app.question.asked_words import NAMED_COUNT, asked_measures, counts, covered
from app.question.text_question import TextQuestion, asks_for, topic_of
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, sentences
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from ingest.outline.headings import GLOSSARY
from retrieval.facts.statement_of_unit import OWN_LEVEL

CLAUSE = re.compile(r"(?:[^，；。、：]|(?<=\d)，(?=\d{3}))+")
NUMBER = re.compile(r"\d[\d,.]*\s*(?:[万亿]?[一-鿿](?<![年月日号])|[%％‰℃])")
MONEY = re.compile(r"\d\s*(?:万|亿|千)?元")
MONEY_ASKED = re.compile(r"钱|万元|亿元|(?<!公)元|金额|资金|经费|投[入资]")
TOLD_CHANGES = ("占", "比", "增", "减", "降", "涨", "差")
CLAUSE_HOLDS, SENTENCE_HOLDS = 0.6, 0.85
LENT = 0.9
UNIT_KIND = re.compile(r"[（(][^）)]*[）)]$")  # 公益一类事业单位 behind a unit's name
MOST_NUMBERS = 4
MOST_TOLD = 6
CAUSE = re.compile(r"(?:主要(?:原因)?(?:是|为|系|由于)|原因(?:是|为|：)|由于)[^，；。\d]*(?=[；。]|$)")
ASKED = re.compile(r"多少|几(?!乎)")
THIS_YEAR = "本年"
FUND_OF_SIDES = re.compile(r"(?:\d+[.．、])?(?P<fund>(?:一般公共预算|政府性基金预算|国有资本经营预算)?财政拨款)(?:本年)?收入")


@dataclass(frozen=True, slots=True)
class _Clause:
    section: Section
    paragraph: Paragraph
    sentence: str
    text: str
    held: float


def answer_stated(asked: TextQuestion) -> Answer | None:
    """The clause that states the number asked for; None where none or several do."""
    if not asks_for(asked, "stated") or any(OWN_LEVEL.search(unit) for unit in asked.choice.units):
        return None  # a sentence that names no unit speaks of the whole body
    wanted = frozenset(pairs(NAMED_COUNT.sub(" ", topic_of(asked, "stated"))))
    founds = [found for document in asked.documents if wanted and (found := _find(document, asked.rest, wanted))]
    return offer_founds(asked, [found for found in founds if _is_of_units(found, asked.choice.units)])


def _is_of_units(found: Found, units: Sequence[str]) -> bool:
    """Whether the words quoted or their heading name one of the subordinate bodies that were asked for, where any was."""
    said = "".join(f"{one.section}{one.quote}" for one in found.citations)
    return not units or any(UNIT_KIND.sub("", unit) in said for unit in units)


def _find(document: Document, rest: str, wanted: frozenset[str]) -> Found | None:
    measures = asked_measures(rest)
    if len(wanted) == 1 and not measures:
        return None
    fitting = _whole(document, rest, wanted) or [one for one in _clauses(document, wanted) if _is_fit(one.text, rest, measures)]
    best = max((one.held for one in fitting), default=0.0)
    chosen = {one.text: one for one in fitting if one.held == best}
    if len(chosen) != 1:
        return None
    (one,) = chosen.values()
    quote = one.sentence if len(NUMBER.findall(one.sentence)) <= MOST_NUMBERS else one.text
    text = wording.STATEMENT.format(section=within_quotes(last_heading(one.section)), text=quote)
    citation: Citation = cite_passage(document, one.section, one.sentence, one.paragraph.place)
    return Found(document, text, (citation,))


def _clauses(document: Document, wanted: frozenset[str]) -> Iterator[_Clause]:
    """The clauses with a number that hold most of what is asked, their sentence and headings nearly all of it."""
    for section in document.sections:
        if any(map(GLOSSARY.search, section.heading_path)):
            continue
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                before = last_heading(section)
                for part in CLAUSE.findall(sentence):
                    before += part
                    fund = _fund_of(part, sentence)
                    held = covered(wanted, fund + part.removeprefix(THIS_YEAR) if fund else part)
                    if NUMBER.search(part) and held >= CLAUSE_HOLDS and covered(wanted, fund + before) >= SENTENCE_HOLDS:
                        yield _Clause(section, paragraph, sentence, sentence if fund else part.strip(), held)


def _fund_of(clause: str, sentence: str) -> str:
    """The fund whose spending a clause tells by its side alone (“……收入完成预算的98%；支出完成……”); empty for any other clause."""
    fund = FUND_OF_SIDES.match(sentence) if clause.strip().removeprefix(THIS_YEAR).startswith("支出") else None
    return fund["fund"] if fund else ""


def _whole(document: Document, rest: str, wanted: frozenset[str]) -> list[_Clause]:
    """The sentences that answer several things asked at once (在职多少人，其中公务员多少), each in its measure."""
    measures = asked_measures(rest)
    if max(len(ASKED.findall(rest)), len(measures)) < 2:
        return []
    told = [
        _Clause(section, paragraph, part, part, _held(wanted, part, paragraph, measures))
        for section in document.sections if not any(map(GLOSSARY.search, section.heading_path))
        for paragraph in section.paragraphs for sentence in sentences(paragraph.text) for part in _parts(sentence)
    ]  # fmt: skip
    lacking = [word for word in TOLD_CHANGES if word in rest]
    told = [one for one in told if all(word in one.text for word in lacking)]
    fitting = [one for one in told if one.held >= SENTENCE_HOLDS and 2 <= len(NUMBER.findall(one.text)) <= MOST_TOLD]
    fitting = [one for one in fitting if all(counts(one.text, measure) for measure in measures) and _has_money(one.text, rest)]
    return [one for one in fitting if not any(other.text != one.text and other.text in one.text for other in fitting)]


def _held(wanted: frozenset[str], part: str, paragraph: Paragraph, measures: tuple[str, ...]) -> float:
    """The share of what is asked that the part holds; of a part that gives several counts asked for, its paragraph may name the rest."""
    held = covered(wanted, CAUSE.sub("", part))  # what caused a change is not what changed
    return max(held, LENT * covered(wanted, plain(paragraph.text))) if held and len(measures) > 1 else held


def _parts(sentence: str) -> list[str]:
    """The sentence, and where it strings several together their pieces first."""
    pieces = [piece.strip() for piece in sentence.split("；")]
    return [*pieces, sentence] if len(pieces) > 1 else pieces


def _has_money(text: str, rest: str) -> bool:
    return not MONEY_ASKED.search(rest) or bool(MONEY.search(text))


def _is_fit(clause: str, rest: str, measures: tuple[str, ...]) -> bool:
    """Whether the clause gives a number of the kind asked for."""
    if any(word in rest and word not in clause for word in TOLD_CHANGES):
        return False
    if measures:
        return any(counts(clause, measure) for measure in measures)
    return _has_money(clause, rest)
