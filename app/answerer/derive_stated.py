"""The year before of what prose alone tells (“机关运行经费…万元，比上年减少…”): its amount less or plus the change beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.answer import Answer
from app.answerer.refuse_partial_list import in_yuan
from app.figures.answer_other_years import answer_results
from app.figures.find_previous import before_change
from app.figures.result import usable
from app.question.text_question import TextQuestion, topic_of
from ingest import late_re as re
from ingest.document import Statement
from retrieval.facts.fact import Fact
from retrieval.facts.finding import Finding
from retrieval.spelling.label_key import fold

ACCOUNTING = re.compile(r"财政拨款|拨款|预算|决算|支出|经费|安排|总额|金额|数$|[\W_]")
GRANTS = re.compile(r"财政拨款|一般公共|政府性基金|国有资本")
BARE = re.compile(r"[\s的是为有又呢]*(?:多少|几)?(?:钱|万元|元)?[呢?？。\s]*")
ASKING = re.compile(r"(?:是|为|有|安排|花|用|支出)*(?:了|的)*(?:多少|几)(?:钱|万元|元)?|[呢?？。\s]")
SHORTEST = 2


def derive_stated(asked: TextQuestion, findings: Sequence[Finding]) -> Answer | None:
    """The amount of the year before the only later document, computed from one sentence; None where no single sentence tells both."""
    years, kinds = asked.choice.years, asked.choice.kinds
    later = [one for one in findings if years and one.index.document.info.year == max(years) + 1]
    if len(years) != 1 or len(later) != 1 or asked.choice.units or (kinds and later[0].index.document.info.kind not in kinds):
        return None
    topic = _topic(asked)
    pairs = [pair for pair in _pairs(later[0], years[0]) if _is_of(pair[0], topic, later[0])]
    if len({(fact.source.quantity, change.source.quantity) for fact, change in pairs}) != 1:
        return None
    result = before_change(years[0], *pairs[0])
    return answer_results([(later[0].index.document.info, (result,))]) if result else None


def _topic(asked: TextQuestion) -> str:
    """What is asked for, by the turn before where the question itself names nothing."""
    rest = asked.earlier[-1] if asked.earlier and BARE.fullmatch(asked.rest) else asked.rest
    return fold(ASKING.sub("", rest)).strip("的") if len(ASKING.findall(rest)) < len(rest) else topic_of(asked, "stated")


def _pairs(finding: Finding, year: int) -> Iterator[tuple[Fact, Fact]]:
    """The amounts that a sentence states, each with the change since the year before that it states of the same."""
    facts = [one for one in finding.index.facts if isinstance(one.source, Statement) and one.is_money]
    for fact in facts:
        for other in facts:
            one, change = fact.source, other.source
            if not isinstance(one, Statement) or not isinstance(change, Statement) or one.measure != "金额":
                continue
            is_same = (one.sentence, one.subject) == (change.sentence, change.subject)
            if is_same and change.measure == "增减额" and re.match(rf"上年|去年|{year}", change.base or ""):
                yield fact, other


def _is_of(fact: Fact, topic: str, finding: Finding) -> bool:
    """Whether a statement is of the topic by all its words, and of the amount that was found for it where one was."""
    source = fact.source
    subject, body = fold(source.subject) if isinstance(source, Statement) else "", fold(finding.index.document.info.organization or "")
    asked, named = ACCOUNTING.sub("", topic), ACCOUNTING.sub("", subject)
    if len(asked) < SHORTEST or not (named == asked or (body and named.startswith(body) and named.endswith(asked))):
        return False
    now = [usable(one) for found in finding.tasks for one in found.found]
    amounts = {in_yuan(one.quantity) for one in now if one and one.quantity}
    if amounts:
        return amounts == {in_yuan(source.quantity)}
    return set(GRANTS.findall(subject)) <= set(GRANTS.findall(topic)) or named != asked
