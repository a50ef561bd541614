"""“哪些科目超了预算”, “增幅最大的科目”: the accounts that the prose takes one by one, held against budget or last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.documents.ask_back import ask_back
from app.relations.account_columns import GENERIC
from app.relations.stated_accounts import Account, account_in, accounts_of, are_all
from app.telling.calculation import add, subtract
from app.telling.cite import cite_statement, document_name, plain
from app.telling.wording_accounts import (
    CHANGED,
    CHANGED_LINE,
    COUNTED,
    FURTHEST,
    HEAD,
    LINE,
    NONE_SUCH,
    NONE_UNPLANNED,
    RANKED,
    RATE,
    RATED_COUNT,
    RATED_SO,
    UNPLANNED_COUNT,
    UNPLANNED_HEAD,
    UNPLANNED_SUM,
)  # fmt: skip
from ingest import late_re as re
from ingest.document import Document, DocumentInfo, Statement
from ingest.quantity import Quantity
from retrieval.evidence import StatementEvidence
from retrieval.query import DocumentChoice
from retrieval.spelling.bound import Bound, bounds_in

ACCOUNTS = re.compile(r"科目")
OF_BUDGET = r"(?:年初)?预算"
THAN_BUDGET = (  # “哪个科目比预算少得最多”, not how much less one account came to
    r"|哪[^,;?]{{0,16}}比(?:年初)?预算数?(?:{way})|比(?:年初)?预算数?(?:{way})(?:出|得|了|的)*(?:最[多大]|(?<=的)(?:是哪|有哪|科目))"
)
OVER = re.compile(
    rf"超(?:过|出|了|支)*(?:了)?{OF_BUDGET}|超支|{OF_BUDGET}[^,;?]{{0,3}}超(?!额)|(?:高于|大于|多于){OF_BUDGET}"
    + THAN_BUDGET.format(way="多|高|超")
)
UNDER = re.compile(
    rf"(?:没有?|未)(?:花|用|执行|支出|完成|使用)(?:完|光|掉|足)*(?:了)?{OF_BUDGET}"
    rf"|{OF_BUDGET}(?:没有?|未)(?:花|用|执行|支出|完成|使用)|(?:低于|小于|少于){OF_BUDGET}" + THAN_BUDGET.format(way="少|低|节约|节省")
)
RATE_ENDS = re.compile(r"(?:完成率|执行率|完成(?:年初)?预算[^,;?]{0,6})(?:是|的)?最(?P<end>高|低|大|小|好|差)")
CHANGE_ENDS = re.compile(
    r"(?P<way>增幅|增速|增长率?|涨幅|涨|升幅|增加|降幅|下降|减幅|减少)(?P<by>(?:得|幅度|比例|率|的|数?额|金额|数)*)最(?P<end>大|快|高|多|明显|猛)"
)
PART_ONLY = re.compile(  # other accounts, bounds and places than are told here
    r"\d|万元|类级|款级|类科目|款科目|经济|政府|收入|为什么|原因|项目支出|基本支出|公用|人员经费|三公|第[二三四五]|前[二三四五两]|(?:超|低)[^,;?]{0,6}(?:比例|幅度|率)最|除[^,;?]{1,12}外|(?:不含|不算|扣除|剔除)"
)
WITHIN = re.compile(r"(?P<whole>[^\W\d,;?]+?)(?:里面?|里头|中|下面?|当中|之中|之下)[,的]*(?=哪|最|增|涨|升|降|下降|减|[类款项]级|功能)")
IN_PROSE = re.compile(r"正文|文字|情况|说明|各|[的里]")
FUND = re.compile(r"一般公共|政府性基金|国有资本")
UNPLANNED = re.compile(
    r"没有?(?:安排|列)?(?:过)?年初预算|年初(?:没有?|未)(?:安排|列)?预算|年初预算(?:数)?(?:为|是|等于|都是)?(?:0|零)(?![.\d])"
)
RATED = re.compile(r"完成[^,;?]{0,6}预算|完成率|执行率|预算完成")
SUMMED = re.compile(r"(?:合计|一共|总共|共)(?:支出|花|用)?(?:了)?多少(?:万元|钱|元)?")
HOW_MANY = re.compile(r"(?:几|多少)[个项]")
FULLY = re.compile(
    r"(?:正好|刚好|恰好|都)?(?:100%|百分之百)(?:地)?完成(?:了)?(?:年初)?预算"
    r"|(?<=完成)(?:了)?(?:年初)?预算的?(?:比例|比率)?(?:正好|刚好|恰好|为|是|达到?)*的?(?:100%|百分之百)(?!及?以[上下])"
)
MOST = re.compile(r"最[多大](?!的?(?:比例|幅度|率))|[多大]得?最")
FEWEST = 3


def answer_accounts_held(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The accounts asked for, each with both its amounts or its change; a no or a question back where that is not sure; else None."""
    choice = answerer.reader.choose(question, history)[0]
    bound = bound_of_rate(choice.rest)
    rest = choice.rest.replace(bound.said, "~") if bound else choice.rest
    if choice.failed or choice.units or not ACCOUNTS.search(rest) or PART_ONLY.search(SUMMED.sub("~", UNPLANNED.sub("~", rest))):
        return None
    change = CHANGE_ENDS.search(rest)
    if change and (within := WITHIN.search(rest)) and not GENERIC.fullmatch(IN_PROSE.sub("", within["whole"])):
        return None  # of the accounts within one
    if not change and not bound and not any(one.search(rest) for one in (OVER, UNDER, RATE_ENDS, UNPLANNED)):
        return None
    infos = answerer.disclosures.documents()
    meant = of_choice(choice, infos) if change else final_accounts(choice, infos)
    documents = [answerer.disclosures.document(info.id) for info in meant]
    if change:
        told = [one for document in documents if (one := tell_changed(document, change, FUND.findall(rest)))]
    else:
        told = [one for document in documents if (one := tell_bounded(document, bound) if bound else tell_held(document, rest))]
    if told and not choice.organizations and len({info.organization for info in meant}) > 1:
        return ask_back(question, meant)  # what one of several bodies has is not what the others do not tell
    return told[0] if len(told) == 1 else NO_ANSWER


def bound_of_rate(text: str) -> Bound | None:
    """How much of their first budget the accounts asked for must have spent, in per cent; None where that is not said."""
    if fully := FULLY.search(text):
        return Bound("等于", Quantity(Decimal(100), "%"), fully[0])
    bounds = [one for one in bounds_in(text) if one.quantity.unit == "%"] if RATED.search(text) else []
    return bounds[0] if len(bounds) == 1 else None


def tell_bounded(document: Document, bound: Bound) -> Answer | None:
    """The accounts whose rate keeps to a bound; None where not all accounts are stated."""
    accounts = accounts_of(document)
    rated = [one for one in accounts if len(one.stated) > 2]
    if len(accounts) < FEWEST or not are_all(accounts, document):
        return None
    chosen = [one for one in rated if bound.holds(one.stated[2].quantity)]
    head = RATED_SO.format(document=document_name(document.info), count=len(rated), bound=bound.shown, chosen=len(chosen))
    told = written(document, head, chosen or rated, [held_line(one) for one in chosen or rated])
    return replace(told, values=(Value(RATED_COUNT.format(bound=bound.shown), Decimal(len(chosen)), "个"), *told.values))


def of_choice(choice: DocumentChoice, infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """The chosen documents."""
    return [info for info in infos if info.id in choice.documents]


def final_accounts(choice: DocumentChoice, infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """The final accounts of the bodies and years that the chosen documents are of."""
    own = {(info.organization, info.year, info.scope) for info in of_choice(choice, infos)}
    return [info for info in infos if info.kind == "决算" and (info.organization, info.year, info.scope) in own]


def tell_held(document: Document, question: str) -> Answer | None:
    """The accounts over or under their budget, or the one with the highest or lowest rate; None where not all accounts are stated."""
    accounts = accounts_of(document)
    if len(accounts) < FEWEST or not are_all(accounts, document):
        return None
    name = document_name(document.info)
    if ends := RATE_ENDS.search(question):
        rated = [one for one in accounts if len(one.stated) > 2]
        best = (min if ends["end"] in "低小差" else max)(one.stated[2].quantity.number for one in rated)
        chosen = [one for one in rated if one.stated[2].quantity.number == best]
        head = RANKED.format(document=name, count=len(rated), end="最低" if ends["end"] in "低小差" else "最高", names=names_of(chosen))
    elif UNPLANNED.search(question):
        return tell_unplanned(document, accounts, is_counted=bool(HOW_MANY.search(question)))
    else:
        side, word = (1, "超过") if OVER.search(question) else (-1, "低于")
        chosen = [one for one in accounts if one.gap == side]
        if not chosen:
            head = NONE_SUCH.format(document=name, count=len(accounts), word=word)
            return written(document, head, accounts, [held_line(one) for one in accounts])
        if MOST.search(question):
            return tell_furthest(document, chosen, word)
        head = HEAD.format(document=name, count=len(accounts), word=word, chosen=len(chosen))
        told = written(document, head, chosen, [held_line(one) for one in chosen])
        return replace(told, values=(Value(COUNTED.format(word=word), Decimal(len(chosen)), "个"), *told.values))
    return written(document, head, chosen, [held_line(one) for one in chosen])


def tell_unplanned(document: Document, accounts: Sequence[Account], *, is_counted: bool) -> Answer:
    """The accounts without a first budget of which money was spent, with what they come to."""
    chosen = [one for one in accounts if not one.stated[0].quantity.number and one.stated[1].quantity.number]
    name = document_name(document.info)
    if not chosen:
        return written(document, NONE_UNPLANNED.format(document=name, count=len(accounts)), accounts, list(map(held_line, accounts)))
    total = add([one.stated[1].quantity for one in chosen])
    head = UNPLANNED_HEAD.format(document=name, count=len(accounts), chosen=len(chosen), sum=total.formula)
    told = written(document, head, chosen, list(map(held_line, chosen)))
    count = (Value(UNPLANNED_COUNT, Decimal(len(chosen)), "个"),) if is_counted else ()
    summed = Value(UNPLANNED_SUM, total.result.number, total.result.unit)
    return replace(told, values=(*count, summed, *told.values), calculation=total.formula)


def tell_furthest(document: Document, accounts: Sequence[Account], word: str) -> Answer:
    """The account whose two amounts are furthest apart, with by how much."""
    gaps = [subtract(*sorted((one.stated[0].quantity, one.stated[1].quantity), key=lambda amount: -amount.number)) for one in accounts]
    largest = max(gap.result.number for gap in gaps)
    chosen = [(one, gap) for one, gap in zip(accounts, gaps, strict=True) if gap.result.number == largest]
    names = names_of([one for one, _ in chosen])
    head = FURTHEST.format(document=document_name(document.info), count=len(accounts), word=word, names=names, gap=chosen[0][1].formula)
    told = written(document, head, [one for one, _ in chosen], [held_line(one) for one, _ in chosen])
    gap = chosen[0][1].result
    return replace(told, values=(Value(names, gap.number, gap.unit), *told.values), calculation=chosen[0][1].formula)


def held_line(one: Account) -> str:
    """An account with its budget and what was spent of it."""
    rate = RATE.format(rate=one.stated[2].value.rstrip("%％")) if len(one.stated) > 2 else ""
    return LINE.format(name=plain(one.name), budget=shown(one.stated[0]), spent=shown(one.stated[1]), rate=rate)


def tell_changed(document: Document, change: re.Match[str], funds: Sequence[str]) -> Answer | None:
    """The account with the largest rate of increase or decrease; with the largest amount where that is asked for."""
    way = change["way"]
    is_rate = re.search(r"[幅率速]|比例", f"{way}{change['by']}")
    is_amount = not is_rate and (way in ("增加", "减少") or change["end"] == "多" or bool(re.search(r"[额数]", change["by"])))
    measure = "增减额" if is_amount else "增减率"
    direction = "减少" if way[0] in "降下减" else "增加"
    stated = [
        Account(name, (one,)) for one in document.statements
        if one.measure == measure and (one.base or "").startswith(("上年", "20")) and (name := account_in(one.subject))
        and is_of_funds(document, one, funds)
    ]  # fmt: skip
    moved = [one for one in stated if one.stated[0].direction == direction]
    if len(stated) < FEWEST or not moved or len({one.stated[0].quantity.unit for one in moved}) > 1:
        return None
    largest = max(one.stated[0].quantity.number for one in moved)
    chosen = [one for one in moved if one.stated[0].quantity.number == largest]
    head = CHANGED.format(
        document=document_name(document.info), count=len(stated), measure=measure, direction=direction, names=names_of(chosen)
    )
    lines = [CHANGED_LINE.format(name=plain(one.name), direction=direction, amount=shown(one.stated[0])) for one in chosen]
    return written(document, head, chosen, lines)


def is_of_funds(document: Document, one: Statement, funds: Sequence[str]) -> bool:
    """Whether the headings over a statement name the fund that is asked for, where one is."""
    return not funds or set(funds) == set(FUND.findall("".join(document.sections[one.section].heading_path[-2:])))


def names_of(accounts: Sequence[Account]) -> str:
    """Their names, joined."""
    return "、".join(plain(one.name) for one in accounts)


def shown(one: Statement) -> str:
    """An amount or rate with its unit."""
    return f"{one.quantity.number:f}{one.quantity.unit}"


def written(document: Document, head: str, accounts: Sequence[Account], lines: Sequence[str]) -> Answer:
    """The answer with a line, a citation and the values of each account."""
    last = [one.stated[-1] for one in accounts]
    cited = tuple(cite_statement(StatementEvidence(document.info, document.sections[one.section], one, 0.0)) for one in last)
    values = tuple(
        Value(f"{account.name}{one.aspect or one.measure}", one.quantity.number, one.quantity.unit)
        for account, one in zip(accounts, last, strict=True) if one.measure != "金额"
    )  # fmt: skip
    text = "\n".join((head, *(f"{line}[{mark}]" for mark, line in enumerate(lines, 1))))
    return Answer("answered", text, values, citations=cited, answered_by="rule")
