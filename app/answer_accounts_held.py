"""“哪些科目超了预算”, “增幅最大的科目”: the accounts that the prose takes one by one, held against budget or last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import Answer, Value
from app.calculation import subtract
from app.check_asked import NO_ANSWER
from app.cite import cite_statement, document_name, plain
from app.question_answerer import QuestionAnswerer
from app.wording_accounts import CHANGED, CHANGED_LINE, COUNTED, FURTHEST, HEAD, LINE, NONE_SUCH, RANKED, RATE
from ingest import late_re as re
from ingest.document import Document, DocumentInfo, Statement
from retrieval.evidence import StatementEvidence
from retrieval.query import DocumentChoice

ACCOUNTS = re.compile(r"科目")
OF_BUDGET = r"(?:年初)?预算"
OVER = re.compile(rf"超(?:过|出|了|支)*(?:了)?{OF_BUDGET}|超支|{OF_BUDGET}[^,;?]{{0,3}}超(?!额)|(?:高于|大于|多于){OF_BUDGET}")
UNDER = re.compile(
    rf"(?:没有?|未)(?:花|用|执行|支出|完成|使用)(?:完|光|掉|足)*(?:了)?{OF_BUDGET}"
    rf"|{OF_BUDGET}(?:没有?|未)(?:花|用|执行|支出|完成|使用)|(?:低于|小于|少于){OF_BUDGET}"
)
RATE_ENDS = re.compile(r"(?:完成率|执行率|完成(?:年初)?预算[^,;?]{0,6})(?:是|的)?最(?P<end>高|低|大|小|好|差)")
CHANGE_ENDS = re.compile(
    r"(?P<way>增幅|增速|增长率?|涨幅|涨|升幅|增加|降幅|下降|减幅|减少)(?:得|幅度|比例|率|的)*最(?P<end>大|快|高|多|明显|猛)"
)
PART_ONLY = re.compile(  # other accounts, bounds and places than are told here
    r"\d|万元|类级|款级|类科目|款科目|经济|政府|收入|为什么|原因|项目支出|基本支出|公用|人员经费|三公|第[二三四五]|前[二三四五两]|(?:超|低)[^,;?]{0,6}(?:比例|幅度|率)最"
)
MOST = re.compile(r"最[多大](?!的?(?:比例|幅度|率))|[多大]得?最")
LEVEL = re.compile(r"[（(][类款][）)]")
ACCOUNT = re.compile(r"(?P<name>.+?)[（(](?:项|2\d{6})[）)](?:支出)?")
BUDGETED, SPENT = ("年初预算", "年初预算数"), ("支出决算", "决算数", "决算")
FEWEST = 3
ROUNDING = 5  # hundredths of the unit that the sum of rounded accounts may be off


@dataclass(frozen=True, slots=True)
class Account:
    """One account: its name, its budget and what was spent, or by how much it changed."""

    name: str
    stated: tuple[Statement, ...]

    @property
    def gap(self) -> int:
        """1 where more was spent than budgeted, -1 where less, 0 where both are equal."""
        before, after = (one.quantity.number for one in self.stated[:2])
        return (after > before) - (after < before)


def answer_accounts_held(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The accounts asked for, each with both its amounts or its change; None for any other question, a no where the prose takes none."""
    choice = answerer.reader.choose(question, history)[0]
    if choice.failed or choice.units or not ACCOUNTS.search(choice.rest) or PART_ONLY.search(choice.rest):
        return None
    change = CHANGE_ENDS.search(choice.rest)
    if not change and not any(one.search(choice.rest) for one in (OVER, UNDER, RATE_ENDS)):
        return None
    infos = answerer.disclosures.documents()
    meant = of_choice(choice, infos) if change else final_accounts(choice, infos)
    documents = [answerer.disclosures.document(info.id) for info in meant]
    if change:
        told = [one for document in documents if (one := tell_changed(document, change["way"], change["end"]))]
    else:
        told = [one for document in documents if (one := tell_held(document, choice.rest))]
    return told[0] if len(told) == 1 else NO_ANSWER


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


def tell_changed(document: Document, way: str, end: str) -> Answer | None:
    """The account with the largest rate of increase or decrease; with the largest amount where that is asked for."""
    is_amount = way in ("增加", "减少") or (end == "多" and not re.search(r"[幅率速]", way))
    measure = "增减额" if is_amount else "增减率"
    direction = "减少" if way[0] in "降下减" else "增加"
    stated = [
        Account(name, (one,)) for one in document.statements
        if one.measure == measure and (one.base or "").startswith(("上年", "20")) and (name := account_in(one.subject))
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


def accounts_of(document: Document) -> list[Account]:
    """The accounts of which one sentence states the first budget and what was spent, and the rate where it does."""
    said: dict[tuple[int, str, str], dict[str, Statement]] = {}
    for one in document.statements:
        if account_in(one.subject):
            kind = "预算" if one.aspect in BUDGETED else "决算" if one.aspect in SPENT else one.measure
            said.setdefault((one.section, one.subject, one.sentence), {}).setdefault(kind, one)
    both = [(key[1], found) for key, found in said.items() if {"预算", "决算"} <= found.keys()]
    return [
        Account(account_in(subject), tuple(found[kind] for kind in ("预算", "决算", "完成率") if kind in found)) for subject, found in both
    ]


def account_in(subject: str) -> str:
    """The name of the account that a statement is of; empty where it is of a class or of anything else."""
    found = ACCOUNT.fullmatch(LEVEL.split(subject)[-1])
    return found["name"] if found else ""


def are_all(accounts: Sequence[Account], document: Document) -> bool:
    """Whether what was spent on the accounts comes to an amount that the prose gives for all of them."""
    spent = sum(one.stated[1].quantity.number for one in accounts)
    whole = [one.quantity.number for one in document.statements if one.measure == "金额" and not account_in(one.subject)]
    return len({one.stated[1].quantity.unit for one in accounts}) == 1 and any(abs(one - spent) * 100 <= ROUNDING for one in whole)


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
