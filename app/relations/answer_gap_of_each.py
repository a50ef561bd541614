"""“甲局2023年和乙局2022年，三公经费没花完的钱哪家多”: how far budget and final accounts of one thing are apart, body by body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.figures.reduce_results import Named, reduce_results
from app.telling.join_answers import join_answers
from app.telling.wording_bodies import CALCULATED
from ingest import late_re as re
from ingest.quantity import Quantity
from retrieval.spelling.normalize_question import normalize_question

UNSPENT = (
    r"(?:预算)?(?:里|中|当中)?(?:的)?(?:没|未|没有)(?:有)?(?:花|用|执行|支出)(?:完|掉|了|出去)?(?:的)?(?:钱|部分|预算|资金)?"
    r"|(?:的)?决算(?:数)?(?:都)?(?:比|较)(?:年初|全年)?预算(?:数)?(?:少|低|节约|节省)(?:花|用)?(?:了)?"
    r"|(?:的)?(?:年初|全年)?预算(?:数)?(?:都)?(?:比|较)决算(?:数)?(?:多|高)(?:出)?(?:了)?"
)
GAP = re.compile(rf"(?P<item>[^\s,;?的里中年]{{2,14}}?)(?P<gap>{UNSPENT})")
AROUND = re.compile(
    r"(?:[两三四几]份|[两三四几]家|[两三四几]个|部门|单位|预算|决算|里头?面?|当?中|的|那|这|和|与|跟|同|及|以及|、|相比|比较|哪[家个]|谁|局|剩下?|省下?|结余|余下?|"
    r"多|少|大|高|低|最|更|得|各自?|分别|是|有|了|多少|几|钱|万元|元|相差|差|[\s,;?。:])*"
)
RANKED = re.compile(r"哪[家个]|谁|差")
ASKED = "{body}{year}年{item}决算比预算少多少"
MINUS = "\N{MINUS SIGN}"
FEWEST, MOST = 2, 4
OF_BUDGET = "预算"


def answer_gap_of_each(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """Each body's gap, and whose is larger where that is asked; an honest no where one gap is not known; None for any other question."""
    choice = answerer.reader.choose(question, history)[0]
    found = GAP.search(choice.rest)
    if found is None or choice.failed or choice.units or not FEWEST <= len(choice.documents) <= MOST:
        return None
    infos = [answerer.disclosures.document(one).info for one in choice.documents]
    are_bodies = len({one.organization for one in infos}) == len(infos) == len(choice.organizations)
    around = f"{choice.rest[: found.start()]},{choice.rest[found.end() :]}"
    if not are_bodies or not AROUND.fullmatch(around):
        return None
    asked = (normalize_question(ASKED.format(body=one.organization, year=one.year, item=found["item"])) for one in infos)
    answers = [answerer.checked(answerer.reader.read(one)[0], ()) for one in asked]
    if not all(_tells_gap(answer) for answer in answers):
        return NO_ANSWER  # the amounts themselves are not what is left of them
    named = [
        Named(info.organization or info.title, Quantity(answer.values[-1].value, answer.values[-1].unit), "")
        for info, answer in zip(infos, answers, strict=True)
    ]
    return _tell(answers, named) if RANKED.search(around) else join_answers(answers)


def _tells_gap(answer: Answer) -> bool:
    """Whether an answer tells a budget, what was spent, and by how much the budget is more."""
    if answer.status != "answered" or MINUS not in (answer.calculation or "") or not answer.values:
        return False
    more, _, less = answer.values[-1].label.partition("比")
    return OF_BUDGET in more and "决算" in less


def _tell(answers: Sequence[Answer], named: Sequence[Named]) -> Answer | None:
    """The gaps with whose is the largest."""
    reduced = reduce_results("difference", named)
    if reduced is None or reduced.quantity is None:
        return None
    joined = join_answers(answers)
    value = Value(reduced.label, reduced.quantity.number, reduced.quantity.unit)
    text = f"{joined.text}\n{reduced.sentence}\n{CALCULATED.format(formula=reduced.formula)}"
    return replace(joined, text=text, values=(*joined.values, value), calculation=reduced.formula, answered_by="rule")
