"""Whether a question is one for a whole government, of which departments do not tell, or an answer is of a fund or side not asked for."""

from __future__ import annotations

import re

from app.answer import Answer
from app.checks.check_date import is_of_other_date
from app.telling.wording import CORRECTED
from retrieval.query import DocumentChoice
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

WHOLE_GOVERNMENT = re.compile(
    r"(?:全市|全县|全区|全省|全国|全镇|市本级|县本级)\s*(?:20\d\d年度?)?的?(?:一般公共预算|财政|税收|政府性基金|债务|转移支付|总?(?:收入|支出))|政府债务(?:余额|限额)|GDP|财政总收入"
)
GOVERNMENT_ITEM = re.compile(r"\s*的?(?:一般公共预算|财政|税收|政府性基金|债务|转移支付|总?收入|总?支出)(?!.*(?:局|厅|委|中心|办))")

FUND_SPENT = re.compile(r"(?:政府性基金|国有资本经营|财政专户|一般公共预算)(?:预算)?(?:财政拨款)?的?支出")
ACCOUNT_LEFT = re.compile(r"(?P<name>财政拨款|一般公共预算|政府性基金|国有资本经营).*(?:结转|结余|[还又]?剩)")
LEFT_OVER = re.compile(r"结转|结余")
PERSONS = ("人", "名", "位")
PERSONS_ASKED = re.compile(r"(?:多少|几)(?:个|名|位)?(?:人|教师|老师|职工|干部)|(?:多少|几)[名位]")
UNDERSTOOD = re.compile(re.escape(CORRECTED).replace(r"\{understood\}", "([^”]+)"))
SOME_PERSONS = re.compile(r"新增|净增|新招|新进|增加|减少|调[入出]|退休|离休|遗属|编外|临时|聘用")
ASKED_OF = (
    r"[(（]?(?:\d{3,7})?[)）]?(?:的)?(?:费用?|经费|资金|支出|预算|决算|金额|数){0,3}(?:是|有|为|一共|总共|共|花|用|要|安排|支出)*(?:了)?"
    r"(?:多少|几|[?？。]|$)"
)
COUNT_ASKED = re.compile(r"(?:多少|几)[\s(（]*[台套辆人名个位项次批间件家处只所]")
# 高中|教育支出 is another name
WORD_START = "(?:(?<![一-鿿])|(?<=[年度月局委办厅院会心站所馆处队校部位里中内的了在和与及跟同、是有花用这那项类款]))"
GRANTED = "(?:预算|财政|拨款|安排的)*"
WHOLE = 100  # per cent
SPECIAL_FUND = re.compile(r"基金|国有资本|财政专户|专户|公益金|彩票|[福体]彩|土地出让")


def is_of_government(question: str, choice: DocumentChoice, region: str | None) -> bool:
    """Whether the question says so, or names only a region and what its whole government has."""
    return bool(WHOLE_GOVERNMENT.search(question)) or is_of_region(question, choice, region)


def is_of_region(question: str, choice: DocumentChoice, region: str | None) -> bool:
    """Whether only a region is named, and an item that its whole government has (“甲市2024年一般公共预算收入”)."""
    named = "".join(asked for asked, left in zip(question, choice.rest, strict=False) if left == " " != asked)
    return bool(region) and re.sub(r"[\W\d年度]", "", named) == region and bool(GOVERNMENT_ITEM.match(choice.rest))


def is_of_other_side(answer: Answer, question: str) -> bool:
    """Whether what came in is told, or the share that it has of what was spent, where it is asked what was spent of a fund."""
    if answer.status != "answered" or "收入" in question:
        return False
    parts = [value.label.partition("占") for value in answer.values]
    is_share = any("收入" in part and "支出" in whole and "支出" not in part and "收" not in whole for part, _, whole in parts)
    return is_share or (bool(FUND_SPENT.search(question)) and any("收入" in part and "支出" not in part for part, _, _ in parts))


def is_of_all_accounts(answer: Answer, question: str) -> bool:
    """Whether what is left of everything is told, where it is asked what is left of one account."""
    account = ACCOUNT_LEFT.search(question)
    if answer.status != "answered" or account is None:
        return False
    left = [value.label for value in answer.values if LEFT_OVER.search(value.label)]
    return bool(left) and all(account["name"] not in f"{label}{_printed_for(answer, label)}" for label in left)


def _printed_for(answer: Answer, label: str) -> str:
    """All that the first citation of an amount says of where it stands."""
    named = (one for one in answer.citations if any(part in label for part in (*one.row, *one.col)))
    return next(("".join((*one.row, *one.col, one.table or "", one.section, one.quote)) for one in named), "")


def is_of_some_persons(answer: Answer, question: str) -> bool:
    """Whether only those who came, went or are retired are counted (新增退休教师), where all are asked for (教师)."""
    counted = [value.label for value in answer.values if value.unit in PERSONS]
    understood = UNDERSTOOD.findall(answer.text) if PERSONS_ASKED.search(question) else []
    if answer.status != "answered" or len(answer.values) > 1:
        return False
    return any(not set(word) & set(question) for label in (*counted, *understood) for word in SOME_PERSONS.findall(label))


def is_of_other_account(answer: Answer, question: str) -> bool:
    """Whether a name that only looks like the account asked for is told (电脑 for 电费), or words that do not speak of it."""
    if answer.status != "answered" or COUNT_ASKED.search(question):
        return False
    labels = [fold(value.label) for value in answer.values]
    if answer.answered_by == "quote" and not labels:
        labels = [fold(answer.text)]
    elif not any(fold(name) in label for name in UNDERSTOOD.findall(answer.text) for label in labels):
        return False
    names = account_asked(fold(question))
    printed = [re.compile(_as_printed(name, is_quoted=not answer.values)) for name in names]
    return bool(names) and not any(one.search(label) for one in printed for label in labels)


def _as_printed(name: str, *, is_quoted: bool) -> str:
    """The pattern of an account's name in a document; a sentence that speaks of a fund speaks of what is spent of it."""
    spent = f"(?:{GRANTED}支出)?" if is_quoted and FUND_SPENT.fullmatch(name) else f"{GRANTED}支出"
    return name.removesuffix("用").replace("费", "经?费").replace("支出", spent)


def account_asked(question: str) -> tuple[str, ...]:
    """The names of the account whose amount a folded question asks for by its standard or its usual name; none where it asks for none."""
    words = load_vocabulary()
    usual = [(asked, one.names) for one in words.synonyms if not (one.is_total or one.is_column or one.is_weak) for asked in one.asked]
    said = [(name, names) for name, names in (*((name, ()) for name in words.standard_names), *usual) if name in question]
    meant = [(name, names) for name, names in said if re.search(f"{WORD_START}{re.escape(name)}{ASKED_OF}", question)]
    longest = max((len(name) for name, _ in meant), default=0)
    return tuple(dict.fromkeys(fold(one) for name, names in meant if len(name) == longest for one in (name, *names)))


def is_no_share(answer: Answer, question: str) -> bool:
    """Whether what is told as a share is more than the whole: two amounts that are no part of each other."""
    shares = [value.value for value in answer.values if value.unit == "%" and "占" in value.label]
    return "占" in question and any(one > WHOLE for one in shares)


def is_of_other_scope(answer: Answer, question: str) -> bool:
    """Whether an answer tells the other side of what is asked for, some persons of all, an account of another name or day, or no share."""
    is_beside = is_of_other_side(answer, question) or is_of_some_persons(answer, question) or is_of_all_accounts(answer, question)
    return is_beside or is_no_share(answer, question) or is_of_other_account(answer, question) or is_of_other_date(answer, question)


def is_of_special_fund(answer: Answer, question: str) -> bool:
    """Whether words with amounts are quoted from a section on government funds or state capital of which the question says nothing."""
    if answer.answered_by != "quote" or not re.search(r"\d", answer.text) or SPECIAL_FUND.search(question):
        return False
    return bool(answer.citations) and all(SPECIAL_FUND.search(one.section.rpartition(" > ")[2]) for one in answer.citations)
