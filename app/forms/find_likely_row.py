"""The one project, purchase or indicator of a document that a question means by what is done or bought, not by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.forms.form_rows import FormRow, read_rows
from app.forms.match_rows import bare
from app.question.said_otherwise import EACH, Agreement, Things, agreement, asked_things, is_of_one, same_spelling
from ingest import late_re as re
from ingest.document import Document
from retrieval.clauses.make_task import COUNTER
from retrieval.spelling.count_alike import OF_FIGURES, count_alike
from retrieval.spelling.label_key import fold

TABLES = re.compile(r"绩效|目标|自评|评价|项目|采购|专项")
PRICED = re.compile(r"单价|标准|每|平均|均")
MONEY = ("amount", "full", "executed", "initial")
TOLD = ("target", "actual", "quantity", "price")
MONEY_UNIT = re.compile(r"^[万千亿]?元")
ASKED_COUNT = re.compile(
    rf"(?:(?<![的这那])几|多少)\s*(?:个(?=人|小时|工作日|月))?(小时|分钟|工作日|天|月|{COUNTER}|扇|根|本|叶|页|篇|顷|艘|尾|羽|匹|盏)(?!钱)|百分之(?:多少|几)"
)
ASKED_PERSONS = re.compile(  # “给多少学生发”
    r"(?:多少|几)(?:个|名|位)?(?=(?:贫困|残疾|困难)?(?:学生|老人|儿童|孩子|教师|老师|职工|群众|村民|农民|市民|患者|病人|读者|运动员|人员|党员|居民))"
)
ASKED_MONEY = re.compile(
    r"(?:多少|几)(?:个)?(?:钱|万|元|块(?=钱|[,;?~]|$)|亿|资金|经费|费)|多少(?=[,;?~]|$)"
    r"|(?:钱|经费|资金|费用|金额|预算|成本|单价|标准)[^,;?多几]{0,6}(?:多少|几)"
)
ASKS = re.compile(r"多少|(?<![的这那])几")
MORE = re.compile(  # asks for more than one printed number, or for words
    r"什么|哪|谁|为何|怎么|如何|吗[?~]*$|均摊|合(?:多少|几)|摊|相差|差(?:了)?(?:多少|几)|占|比重|一样|一致|对得上|合计|共计|加起来|加在?一|相加|之和|总和"
    r"|分别|各(?!类|项|级|种)|[和与跟].{2,20}(?:两个|两项|一共|总共)|两个|[三四五六七八九]个(?=.{0,6}项目)|[比较][^,;?]{0,8}[多少高低增减]|上年|最[高大](?:的|是)|第[二三四五]"
    r"|剩|节约|省下|超出?了|扣了?(?:多少|几)|得了?(?:多少|几)分|几分(?!钟)|除[了以]|不含|减去|扣除"
)
AVERAGE = re.compile(r"平均|人均|户均")
ENOUGH, CLEAR, MARGIN, NEARLY = 0.85, 0.5, 0.2, 0.05
FEWEST, FULL = 2, 4  # letters that a name must hold at least, and those that tell enough of a longer name
MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Likely:
    """The rows of the one name meant; a project's own amount is wanted where `is_project`. Without rows it is asked which is meant."""

    names: tuple[str, ...]
    rows: tuple[FormRow, ...] = ()
    is_project: bool = False


@dataclass(frozen=True, slots=True)
class _Rated:
    name: str
    project: str
    agreement: Agreement
    rows: tuple[FormRow, ...]
    is_project: bool


def find_likely_row(rest: str, document: Document, earlier: Sequence[str] = ()) -> Likely | None:
    """What the words mean; None where they ask for no one amount or count, or no name says all of them."""
    text = same_spelling(rest)
    if len(ASKS.findall(text)) != 1 or MORE.search(fold(rest)):
        return None
    things = asked_things(rest, f"{document.info.region or ''}{document.info.organization or ''}")
    rated = [one for one in _candidates(things, earlier[-1] if earlier else "", document) if one.agreement.asked >= ENOUGH]
    rated = [one for one in rated if one.agreement.held >= FEWEST]
    best = max(rated, key=lambda one: (one.agreement.asked, one.agreement.name), default=None)
    if best is None or (AVERAGE.search(rest) and not (unit_asked(things.text) and AVERAGE.search(best.name))):
        return None
    rivals = [one for one in rated if _rivals(one, best)]
    if len(rivals) > 1:
        return Likely(tuple(dict.fromkeys(one.name for one in rivals))) if len(rivals) <= MOST_NEAR else None
    if best.agreement.is_whole and (best.agreement.held >= FULL or best.agreement.name >= CLEAR):
        return Likely((best.name,), best.rows, best.is_project)
    return Likely((best.name,)) if best.agreement.held > FEWEST else None  # a wider name that holds all that was said


def unit_asked(text: str) -> str:
    """The unit in which a question asks for a count; empty where it asks for money or for words."""
    counted = ASKED_COUNT.search(text)
    return (counted[1] or "%") if counted else "人" if ASKED_PERSONS.search(text) else ""


def _rivals(one: _Rated, best: _Rated) -> bool:
    """Whether a name says what the question asks nearly as well as the best; one that only adds to the best one's name does not."""
    is_variant = one is not best and bare(one.name).startswith(bare(best.name))
    return not is_variant and one.agreement.asked >= best.agreement.asked - NEARLY and one.agreement.name > best.agreement.name - MARGIN


def _candidates(things: Things, earlier: str, document: Document) -> Iterator[_Rated]:
    """Every name whose rows tell what is asked for, with how far it agrees."""
    is_each, unit = bool(EACH.search(things.text)), unit_asked(things.text)
    if not unit and not ASKED_MONEY.search(things.text):
        return
    grouped: dict[tuple[str, str, bool], list[FormRow]] = {}
    for row in read_rows(document, TABLES):
        is_project = not unit and not is_each and any(_is_money(row, role) for role in MONEY)
        if is_project or (_counts(row, unit) if unit else _costs(row, is_each=is_each)):
            grouped.setdefault((bare(row.name), "" if is_project else bare(row.project), is_project), []).append(row)
    for (_, _, is_project), rows in grouped.items():
        first = rows[0]
        beside = "" if is_project else ";".join((first.project, *(first.shown(role) for role in TOLD), earlier))
        yield _Rated(first.name, first.project, agreement(things, first.name, beside), tuple(rows), is_project)


def _is_money(row: FormRow, role: str) -> bool:
    quantity = row.quantity(role)
    return quantity is not None and (not quantity.unit or bool(MONEY_UNIT.match(quantity.unit)))


def _counts(row: FormRow, unit: str) -> bool:
    """Whether a row counts in this unit what it aims at, has reached or buys."""
    same = count_alike(unit, OF_FIGURES)
    told = (row.shown(role) for role in TOLD)
    return any(re.search(rf"\d\s*[万千亿]?(?:{'|'.join(same)})", one) for one in told)


def _costs(row: FormRow, *, is_each: bool) -> bool:
    """Whether a row tells money, of one of a kind or of all, as is asked."""
    told = [one for one in map(row.quantity, TOLD) if one is not None]
    is_priced = row.cell("price") is not None
    is_of_each = is_priced or is_of_one(row.name) or bool(PRICED.search(row.name)) or any("/" in one.unit for one in told)
    return (is_priced or any(MONEY_UNIT.match(one.unit) for one in told)) and is_of_each == is_each
