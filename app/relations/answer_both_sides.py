"""“某经费预算比决算多多少”: the same thing in a body's budget and in its final accounts of one year, where both documents are loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.figures.reduce_results import Named, Reduced, reduce_results
from app.telling.calculation import share
from app.telling.join_answers import join_answers
from app.telling.wording_told import SHARE_LABEL
from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.quantity import Quantity
from retrieval.query import DocumentChoice

KINDS = ("预算", "决算")
SIDE = r"(?:部门)?(?:预算(?!执行|管理|调整|单位|绩效)|决算|实际|执行数)(?:数|额|金额|安排|支出|采购|执行|花费?|用)?(?:了|是|为|的)?"
ITEM = r"(?P<item>[^,;?比占]{2,30}?)的?"
LINK = r"(?P<link>[,、;]?(?:比|与|和|跟|较|同|及|占|完成|而)?(?:当年|本年|同年)?(?:的|部门)?)"
LINK_AHEAD = r"(?P<link>[,、]?(?:比|与|和|跟|较|同|占|完成))(?:当年|本年|同年)?的?"
ASKED = r"(?P<asked>(?:相比|比起来|之间|各|分别|是|了|要|都)*[^,;?]{0,14})"
BOTH = (
    re.compile(rf"^{ITEM}(?P<one>{SIDE})(?:(?:有|安排)?(?:多少|几)(?:钱|万元|元)?)?{LINK}(?P<other>{SIDE}){ASKED}$"),
    re.compile(rf"^(?P<one>{SIDE}){ITEM}{LINK_AHEAD}(?P<other>{SIDE}){ASKED}$"),
    re.compile(rf"^(?P<one>{SIDE})(?P<link>[、和与跟])(?P<other>{SIDE}){ITEM}(?P<asked>(?:分别|各|是|有|相?差)[^,;?]{{0,14}})$"),
)
OVER = re.compile(  # “某经费超预算了吗”: what was spent against the budget
    rf"^{ITEM}(?:(?:决算|实际)(?:数|额|支出|执行)?)?(?:有没有|是否|有无|是不是)?(?:超(?:没超|不超)?(?:过|出|了)*|[高大多低小少]于)预算数?(?:了|没有?|吗|么|呢|有|多少钱?|万元|几)*$"
)
OWN_YEAR = re.compile(r"20\d\d年(?:度|的)?")
OTHER_BUDGET = re.compile(r"年初|全年|调整|追加|上年|去年|上一年|为什么|原因|一致|一样|相符|对得上|哪|谁")
PERCENT = re.compile(r"占|完成|百分|比例|比率|几成|率")
RATE = re.compile(r"完成|执行率")
APART = re.compile(r"差|多|少|高|低|大|小|超|节|省|结余|剩")
QUESTION_WORD = re.compile(r"多少|几")
ACCOUNTS = (("一般公共预算", r"一般公共预算|财政拨款"), ("基本支出", r"基本支出"))
NAME = "{item}{kind}数"


@dataclass(frozen=True, slots=True)
class BothSides:
    """The thing that is asked for on both sides, which side is named first, and how they are set in relation (or not)."""

    item: str
    kinds: tuple[str, ...]
    relation: str | None


def answer_both_sides(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The amounts of both documents and what they come to; None for any other question, or where one of them has no single amount."""
    choice = answerer.reader.choose(question, history)[0]
    asked = read_both_sides(question, choice)
    if asked and asked.relation == "share" and RATE.search(question) and tells_rate(answerer.answer(question, history)):
        return None  # a rate that the document states itself
    if asked and asked.relation and len(choice.organizations) > 1:
        return NO_ANSWER  # of several bodies the two sides are no relation between the bodies
    infos = documents_of(choice, answerer.disclosures.documents()) if asked else {}
    if asked is None or len(infos) < len(KINDS):
        return None
    answers = of_one_account([answerer.of_item(infos[kind].id, asked.item) for kind in asked.kinds], asked, infos, answerer)
    return set_in_relation(asked, answers) if answers else None


def read_both_sides(question: str, choice: DocumentChoice) -> BothSides | None:
    """What a question asks for of a budget and of final accounts; None where it asks for anything else."""
    text = re.sub(r"^(?:年度?)?的?|[?。]", "", re.sub(r"\s", "", OWN_YEAR.sub("", with_kinds(question, choice.rest))))
    if choice.failed or choice.units or not choice.organizations or len(choice.years) > 1 or OTHER_BUDGET.search(text):
        return None
    if over := OVER.search(text):
        return BothSides(over["item"], KINDS[::-1], "difference")
    found = next((one for pattern in BOTH if (one := pattern.search(text))), None)
    kinds = tuple("预算" if "预算" in found[side] else "决算" for side in ("one", "other")) if found else ()
    if found is None or set(kinds) != set(KINDS):
        return None
    tail = f"{found['link']}{QUESTION_WORD.sub('', found['asked'])}"
    is_share, is_apart = bool(PERCENT.search(tail)), bool(APART.search(tail))
    if (is_share and (is_apart or kinds[0] == "预算")) or not (is_share or is_apart or QUESTION_WORD.search(found["asked"])):
        return None
    return BothSides(found["item"], kinds, "share" if is_share else "difference" if is_apart else None)


def with_kinds(question: str, rest: str) -> str:
    """What is left of a question, with the words for budget and final accounts that chose the documents."""
    chars = list(rest)
    for found in re.finditer("|".join(KINDS), question) if len(question) == len(rest) else ():
        chars[found.start() : found.end()] = found[0]
    return "".join(chars)


def documents_of(choice: DocumentChoice, infos: Sequence[DocumentInfo]) -> dict[str, DocumentInfo]:
    """The budget and the final accounts of the body and year that the chosen documents are of, where each is loaded once."""
    chosen = [info for info in infos if info.id in choice.documents]
    if len({(one.organization, one.year, one.scope) for one in chosen}) != 1:
        return {}
    own = (chosen[0].organization, chosen[0].year, chosen[0].scope)
    same = [info for info in infos if (info.organization, info.year, info.scope) == own and info.kind in KINDS]
    by_kind = {info.kind: info for info in same if info.kind}
    return by_kind if len(by_kind) == len(same) == len(KINDS) else {}


def of_one_account(
    answers: Sequence[Answer], asked: BothSides, infos: Mapping[str, DocumentInfo], answerer: QuestionAnswerer
) -> Sequence[Answer] | None:
    """One amount of either document, both of the account that the narrower of their tables is of; None where there are no such."""
    if not all(map(is_single, answers)):
        return None
    accounts = [account_of(answer) for answer in answers]
    if None in accounts or accounts[0] == accounts[1]:
        return answers
    narrow = max((one for one in accounts if one is not None), key=len)
    named = "".join(narrow) + asked.item
    again = [
        answer if account == narrow else answerer.of_item(infos[kind].id, named)
        for answer, account, kind in zip(answers, accounts, asked.kinds, strict=True)
    ]
    return again if all(map(is_single, again)) and {account_of(answer) for answer in again} == {narrow} else None


def tells_rate(answer: Answer) -> bool:
    """Whether an answer tells a stated rate of the budget."""
    return answer.status == "answered" and any(value.unit == "%" and "预算" in value.label for value in answer.values)


def is_single(answer: Answer) -> bool:
    """Whether an answer tells one amount."""
    return answer.status == "answered" and len(answer.values) == 1


def account_of(answer: Answer) -> tuple[str, ...] | None:
    """Of which account an answer's first figure is, as the title of its table says; None where it stands in no table."""
    title = answer.citations[0].table if answer.citations else None
    return tuple(name for name, words in ACCOUNTS if re.search(words, title)) if title else None


def set_in_relation(asked: BothSides, answers: Sequence[Answer]) -> Answer | None:
    """Both answers as one, with their difference or the share of the budget that was spent where that is asked for."""
    joined = replace(join_answers(answers), answered_by="rule")
    if asked.relation is None:
        return joined
    told = [answer.values[0] for answer in answers]
    names = [NAME.format(item=asked.item, kind=kind) for kind in asked.kinds]
    amounts = [Quantity(value.value, value.unit) for value in told]
    if asked.relation == "share":
        reduced = share_of(names, amounts)
    else:
        reduced = reduce_results("difference", [Named(name, one, str(one)) for name, one in zip(names, amounts, strict=True)])
    if reduced is None or reduced.quantity is None:
        return None
    value = Value(reduced.label, reduced.quantity.number, reduced.quantity.unit)
    text = f"{joined.text}\n{reduced.sentence}\n计算：{reduced.formula}。"
    return replace(joined, text=text, values=(*told, value), calculation=reduced.formula)


def share_of(names: Sequence[str], amounts: Sequence[Quantity]) -> Reduced | None:
    """The first amount in per cent of the second; None where they are no money."""
    computed = share(amounts[0], amounts[1]) if all(one.is_money for one in amounts) else None
    label = SHARE_LABEL.format(part=names[0], whole=names[1])
    return Reduced(f"{label}：**{computed.result.number:f}%**。", computed.result, label, computed.formula) if computed else None
