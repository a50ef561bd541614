"""A follow-up that names another body alone (“那监察大队呢”) and is answered with a figure of another item than was asked for before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.answer import Answer
from app.checks.check_kept_words import cell_names
from app.dialogue.fund_within import FUND
from app.dialogue.refer_back import Ask
from app.question_reader import QuestionReader
from app.telling.wording_told import ITEM_LOST, PART_NOT_TOLD
from ingest import late_re as re
from retrieval.bodies.mention_words import BODY_NAME
from retrieval.spelling.label_key import fold
from retrieval.spelling.normalize_question import normalize_question

WORD = re.compile(r"[一-鿿]{2,}")
OF_ALL = re.compile(r"预算|决算|收入|支出|收支|资金|花")
ATTRIBUTE = re.compile(
    r"(?:那|它的)?(?:预算)?(?:执行率|执行数|得分|完成率|全年预算数|指标值|资金来源|面积|人数|标准)(?:呢|是|有)*(?:多少|几)?[?？。]?"
)
BARE = re.compile(r"(?:那|其中)?(?P<word>[一-鿿]{2,8}?)的?(?:呢|是多少|多少)?[?？。]?")
OF_TIME = re.compile(r"年|合计|一共|总共|多少|占|最|比|几")
SAME = "上一问"
SPENDING = re.compile(r"(?:基本|项目)(?:支出)?(?:预算)?(?:呢|是|有)*(?:多少)?[?？。]?$")
OF_SOME = re.compile(r"(?:中央|省|市|区|县|旗|上|本)级|当年|本年")
CHANGE_ALONE = re.compile(r"(?:那|又|比(?:上年|去年))?(?:增长|增加|减少|下降|上升)(?:了)?(?:多少|几)?[?？。]?")
YEAR_ALONE = re.compile(r"(?:那么?|它)?(?:去年|上年|上一年|前年|20\d\d年)(?:度)?的?(?:呢|是多少|多少)?[?？。]?")
SPENT_ALONE = re.compile(
    r"(?:那么?)?(?:实际|最后|到底|一共|总共|结果|是|要)*(?:(?:花|用|支出|执行|安排)(?:了|掉|出去)?)?(?:多少|几)(?:钱|万元|元)?(?:呢)?[?？。]?"
)
PLAIN = re.compile(r"[\W\d_一二三四五六七八九十]|合计|总计|小计|无行名|年|预算|决算|数")
WITHIN = re.compile(r"(?:那|那么)?(?:其中|里面|里头|这里面)")
BALANCE = re.compile(r"结转|结余")
KEPT = re.compile(rf"{FUND}(?P<item>[^收入]{{2,}})是多少")
KIND_ALONE = re.compile(r"(?:那么?)?(?:行政|事业|参公|机关)(?:单位|编制|人员)?(?:的)?呢?[?？。]?")
PER_ONE = re.compile(r"(?:那么?|平均|算下来|[,，])*每(?:个|一)?[人名位](?:的|是|要|花|合|得|有)*(?:多少|几)(?:钱|万元|元)?[?？。]?")
PAIR, MOST_BORNE = 2, 0.5


def loses_item(question: str, history: Sequence[str], answer: Answer, ask: Ask, reader: QuestionReader) -> Answer | None:
    """The refusal of such an answer; None where it bears the item, or where the question names one of its own."""
    if history and answer.status == "answered" and (lost := loses_part(question, history, answer, ask, reader)):
        return lost
    if not history or answer.status != "answered" or answer.answered_by != "rule" or not answer.values:
        return None
    if ATTRIBUTE.fullmatch(question) and (item := reader.named_item(history[-1], history[:-1])):
        now, pairs = places_of(answer), pairs_of(item)
        return Answer("not_found", ITEM_LOST.format(item=item.strip())) if pairs and not any(pair in now for pair in pairs) else None
    if CHANGE_ALONE.fullmatch(question) and (item := item_of(history, len(history) - 1, reader)):
        last = ask(history[-1], history[:-1])
        pairs = {pair for pair in pairs_of(item) if not OF_ALL.search(pair)} if last.status == "answered" and not last.values else set()
        if pairs and not any(pair in places_of(answer) for pair in pairs):
            return Answer("not_found", ITEM_LOST.format(item=item.strip()))
    if SPENT_ALONE.fullmatch(question) and (named := items_of_figures(history, ask, reader)):
        pairs = {pair for pair in pairs_of(named[0]) if not OF_ALL.search(pair)}
        if pairs and not any(pair in places_of(answer) for pair in pairs):
            return Answer("not_found", ITEM_LOST.format(item=named[0].strip()))
    if YEAR_ALONE.fullmatch(question.strip()) and is_of_another_row(ask(history[-1], history[:-1]), answer):
        return Answer("not_found", ITEM_LOST.format(item=item_of(history, len(history) - 1, reader).strip() or SAME))
    if (kept := KEPT.fullmatch(question)) or WITHIN.match(question):
        turns = (at for at in reversed(range(len(history))) if item_of(history, at, reader) and ask(history[at], history[:at]).values)
        item_at = next(turns, len(history) - 1)
        last = ask(history[item_at], history[:item_at])
        if WITHIN.match(question) and len(answer.values) == 1 and values_of(last) == values_of(answer):
            return Answer("not_found", PART_NOT_TOLD.format(item=item_of(history, item_at, reader).strip() or SAME))
        item = kept["item"] if kept else item_of(history, item_at, reader)
        if (kept or OF_SOME.search(question) or re.search(FUND, question) or BODY_NAME.search(question)) and not bears(item, last, answer):
            return Answer("not_found", PART_NOT_TOLD.format(item=item.strip()))
    if WITHIN.match(question) and not BALANCE.search(question) and (left := left_before(history, reader)):
        return None if BALANCE.search(places_of(answer)) else Answer("not_found", PART_NOT_TOLD.format(item=left))
    if reader.named_item(question, history) or SPENDING.search(question) or not names_body(question, history, reader):
        return None
    last = ask(history[-1], history[:-1])
    if last.status != "answered" and all(is_of_body(value.label) for value in answer.values):
        return last if last.status == "not_found" else None  # of what was asked before nothing is known, of the body all
    place = next((at for at in reversed(range(len(history))) if item_of(history, at, reader)), None)
    item = item_of(history, place, reader) if place is not None else ""
    before = ask(history[place], history[:place]) if place is not None else None
    if before is None or not before.values:
        return None
    return None if bears(item, before, answer) else Answer("not_found", ITEM_LOST.format(item=item.strip()))


def loses_part(question: str, history: Sequence[str], answer: Answer, ask: Ask, reader: QuestionReader) -> Answer | None:
    """The refusal of what one of another project's costs, and of another item of the kind of units that alone is named."""
    if PER_ONE.fullmatch(question):
        projects, now = (contexts_of(one) for one in (ask(history[-1], history[:-1]), answer))
        is_other = bool(projects and now) and not projects & now
        return Answer("not_found", PART_NOT_TOLD.format(item="、".join(sorted(projects)))) if is_other else None
    item = item_of(history, len(history) - 1, reader) if KIND_ALONE.fullmatch(question) and answer.answered_by == "rule" else ""
    is_lost = bool(item) and bool(answer.values) and not any(pair in places_of(answer) for pair in pairs_of(item))
    return Answer("not_found", ITEM_LOST.format(item=item.strip())) if is_lost else None


def contexts_of(answer: Answer) -> frozenset[str]:
    """The projects of whose forms an answer tells."""
    return frozenset(one.context for one in answer.citations if one.context)


def is_of_another_row(before: Answer, answer: Answer) -> bool:
    """Whether one amount was told of a row of a name and the answer tells of rows that do not bear it."""
    row = before.citations[0].row[-1:] if len(before.values) == 1 and before.citations else ()
    name = PLAIN.sub("", fold("".join(row)))
    return len(name) >= PAIR and name not in places_of(answer)


def bears(item: str, before: Answer, answer: Answer) -> bool:
    """Whether an answer's figures stand where most of an item's words do, as far as those of the answer before it did."""
    told, now = places_of(before), places_of(answer)
    borne = {pair for pair in pairs_of(item) if pair in told and not OF_ALL.search(pair)}
    return not borne or sum(pair in now for pair in borne) >= MOST_BORNE * len(borne)


def values_of(answer: Answer) -> set[Decimal]:
    """The amounts that an answer tells."""
    return {value.value for value in answer.values}


def item_of(history: Sequence[str], place: int, reader: QuestionReader) -> str:
    """The item that a turn names, be it by one word alone (“服务呢”); empty where it names none."""
    if item := reader.named_item(history[place], history[:place]).strip():
        return item.removeprefix("其")
    bare = BARE.fullmatch(normalize_question(history[place])) if place else None
    return bare["word"] if bare and not OF_TIME.search(bare["word"]) and not names_body(history[place], history[:place], reader) else ""


def items_of_figures(history: Sequence[str], ask: Ask, reader: QuestionReader) -> list[str]:
    """The items that the turns name, where figures of them were told or refused: duties and reasons are no items."""
    named = [(item_of(history, at, reader), ask(history[at], history[:at])) for at in range(len(history))]
    return [item for item, answer in named if item and (answer.values or answer.status == "not_found")]


def left_before(history: Sequence[str], reader: QuestionReader) -> str:
    """What is left over, where the last turn that names an item asks for that; empty where it asks for another thing."""
    for place in reversed(range(len(history))):
        if BALANCE.search(history[place]):
            return reader.named_item(history[place], history[:place]).strip().removeprefix("其") or "结转结余"
        if item_of(history, place, reader):
            return ""
    return ""


def is_of_body(label: str) -> bool:
    """Whether a figure is called by nothing but the name of a body: it is all that this has or spends."""
    return "·" not in label and bool(BODY_NAME.search(label))


def names_body(question: str, history: Sequence[str], reader: QuestionReader) -> bool:
    """Whether a question names a body or a unit."""
    choice = reader.choose(reader.read(question)[0], history)[0]
    return bool(choice.units) or "organization" not in choice.inherited


def pairs_of(item: str) -> set[str]:
    """Every two neighbouring characters of the words of an item."""
    return {word[at : at + PAIR] for word in WORD.findall(fold(item)) for at in range(len(word) - 1)}


def places_of(answer: Answer) -> str:
    """What an answer's figures are called, and where they stand."""
    sections = (one.section.rpartition(" > ")[2] for one in answer.citations if not one.table)
    return fold("".join((*(value.label for value in answer.values), *map(cell_names, answer.citations), *sections)))
