"""A question of several things, where the whole was refused or tells fewer of them: part by part, or related to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.checks.check_reckoned import told_in_quote
from app.checks.check_year import is_of_another_year
from app.dialogue.told_things import told_sum
from app.documents.refuse_lacking_years import refuse_lacking_years
from app.prose.answer_reason import is_unexplained
from app.prose.included_asked import read_included
from app.question.distribute_question import distribute_question
from app.question.read_share_asked import read_share_asked
from app.question.split_question import split_question
from app.relations.relate_parts import lacks_relation, read_relation, relate_parts
from app.telling.join_answers import REASON, complete, follows, goes_beyond, join_answers
from ingest import late_re as re
from ingest.quantity import COUNTERS, YUAN_PER_UNIT
from retrieval.bodies.mention_words import BODY_NAME
from retrieval.spelling.label_key import fold, is_total, label_key

WHY_ASKED = re.compile(r"为什么|为何|为啥|(?:什么|啥)原因|原因(?:是|呢|在|何在|[?]|$)|怎么会|怎么回事|缘故")

COUNTED = re.compile(rf"(?:多少|几)(?:个)?(?:{'|'.join(COUNTERS)}|人|分|天)|百分|占|比|率|人数|数量|次数")
ACCOUNT = re.compile(r"(?:一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?|财政拨款")
BARE_SIDE = re.compile(  # of the account that the part before it names
    r"(?:又|还)?(?:(?:本年|当年)?(?:收入|支出|收|花|用)|(?:年底|年末|期末|最后|年初)的?(?:还|又)?(?:剩|结转|结余)|还?剩|结转|结余).{0,6}(?:多少|几)[万元钱]*"
)
YEAR = re.compile(r"20\d\d年?")
BARE = re.compile(  # what a part is made of that asks how much something changed, and says of what no more
    r"20\d\d年?|[到至比较]|[上去]年|增加|减少|上升|下降|上涨|[涨跌升降增减加多少高低]|幅度|变化|变动|[了还是又呢的各有几个点]|百分之?|比例|万?元|钱|[\W_]"
)
CODE = re.compile(r"\d{6}")  # of a unit
WITHIN = re.compile(r"其中[^,;?]{0,6}(?:财政拨款|一般公共预算|政府性基金|结转|结余|自有|自筹|中央|上级|省级|市级|县级|区级|本级)")


def answer_part_by_part(whole: Answer, question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer:
    """The answer, or where it was refused or tells less: each part asked after those before it."""
    whole = NO_ANSWER if is_of_another_year(whole, question, answerer.disclosures.documents()) else whole
    parts = parts_of(question, history, answerer)
    is_all_told = max(len(whole.values), told_in_quote(whole)) >= len(parts) and not lacks_reason(whole, parts)
    is_defined = whole.status == "answered" and whole.answered_by == "quote" and bool(read_included(question)[1])
    if whole.status == "clarify" or len(parts) == 1 or is_all_told or is_defined:
        return whole
    answers: list[Answer] = []
    for place, part in enumerate(parts):
        if answers and is_share_of_sum(part, answers[-1]):
            return whole
        answer = answerer.checked(part, (*history, *parts[:place]))
        if answers and is_unexplained(answer) and answers[-1].answered_by == "quote" and REASON.search(answers[-1].text):
            continue  # the words that tell the change give its reason with it
        if answers and is_unexplained(answer):  # the change is told, and that the text gives no reason for it
            answers.append(replace(answer, status="answered"))
            continue
        if answer.status != "answered" or (answers and answer.values and not follows(answer, answers, part)):
            return whole
        if answers and (is_of_other_kind(answer, answers[0], part) or goes_beyond(answer, answers[0])):
            return whole
        if answers and ((strays(answer, answers[0]) and not BARE.sub("", part)) or leaves_unit(answer, answers[0])):
            return whole
        answers.append(answer)
    return join_answers(answers) if whole.status == "not_found" else complete(whole, answers)


def is_share_of_sum(part: str, before: Answer) -> bool:
    """Whether a part asks for the share of what the part before it added up, which no single figure has."""
    asked = read_share_asked(part)
    return asked is not None and not asked.thing and told_sum(before) is not None


def strays(answer: Answer, first: Answer) -> bool:
    """Whether words are quoted that do not name the item told before them, or stand elsewhere than the words quoted before them."""
    if answer.answered_by == first.answered_by == "quote" and not first.values:
        return not {one.section for one in answer.citations} & {one.section for one in first.citations}
    names = [fold(YEAR.sub("", piece)) for value in first.values for piece in value.label.split("·")]
    told = fold("~".join(part for one in answer.citations for part in (one.quote, one.section, one.context or "", *one.row)))
    return answer.answered_by == "quote" and bool(names) and not any(name and name in told for name in names)


def leaves_unit(answer: Answer, first: Answer) -> bool:
    """Whether a unit's row of a list of units was told before, and now a total of the whole document."""
    rows = [one.citations[0].row if one.citations else () for one in (first, answer)]
    is_of_unit = bool(rows[0]) and CODE.fullmatch(label_key(rows[0][0])) is not None and BODY_NAME.search(rows[0][-1]) is not None
    return is_of_unit and bool(rows[1]) and is_total(label_key(rows[1][-1]))


def lacks_reason(whole: Answer, parts: Sequence[str]) -> bool:
    """Whether one part of a question asks why and the answer to the whole gives no reason."""
    return any(WHY_ASKED.search(part) for part in parts[1:]) and not REASON.search(whole.text)


def is_of_other_kind(answer: Answer, first: Answer, part: str) -> bool:
    """Whether money was told before and persons or things are now, though the part counts none; or what is within it, of another row."""
    told, before = ([value.unit in YUAN_PER_UNIT for value in one.values] for one in (answer, first))
    if before and all(before) and told and not any(told) and not COUNTED.search(part):
        return True
    rows = {one.row for one in first.citations if one.row}
    is_of_row = bool(rows & {one.row for one in answer.citations}) or answer.answered_by == "quote"
    return bool(WITHIN.match(part)) and bool(rows) and bool(answer.values) and not is_of_row


def parts_of(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Sequence[str]:
    """The parts of a question, also of one thing after another that all of its clauses share; itself where it has none."""
    parts = split_question(question)
    choice = answerer.reader.choose(question, history)[0]
    if len(parts) == 1 and len(choice.units) < 2 and not choice.is_each:
        parts = distribute_question(question, choice.rest) or parts
    return with_account(parts)


def with_account(parts: Sequence[str]) -> Sequence[str]:
    """The parts, each that only says a side (花了多少, 年底还剩多少) with the account that the first of them names."""
    account = ACCOUNT.search(parts[0])
    bare = [part for part in parts[1:] if account and BARE_SIDE.fullmatch(part)]
    return [f"{account[0]}{part}" if account and part in bare else part for part in parts]


def answer_related(whole: Answer, question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer:
    """The answer, or where it was refused what the single things come to that the question sets in relation."""
    choice = answerer.reader.choose(question, history)[0]
    disclosures = answerer.disclosures
    if refuse_lacking_years(question, choice, tuple(map(disclosures.document, choice.documents)), disclosures.documents()):
        return whole  # a year that is not loaded is no other thing
    related = read_relation(question, choice.rest) if lacks_relation(whole, question) else None
    return (relate_parts(related, lambda part, before: answerer.checked(part, (*history, *before))) if related else None) or whole
