"""“项目支出最大的三个功能科目（项级）”, “哪个项级科目增加得最多”: accounts of one level ranked by amount or by change."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.answer import Answer, Citation, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.relations.account_columns import ECONOMIC, FUNCTIONAL, Account, AccountColumn, account_column
from app.telling.calculation import Calculation, subtract
from app.telling.cite import cite_figure, document_name, plain
from app.telling.wording_ranked import CHANGED, CHANGED_LINE, HEAD, LINE, MANY
from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.quantity import Quantity
from retrieval.clauses.clause_words import top_in
from retrieval.evidence import FigureEvidence
from retrieval.spelling.label_key import fold

LEVEL = re.compile(r"(?P<level>[类款项])级(?:的)?(?:支出)?(?:功能|经济)?(?:分类)?(?:科目)?|(?P<kind>功能|经济)(?:分类)?科目")
ECONOMIC_SAID = re.compile(r"经济(?:分类)?科目|经济分类")
ENDS = re.compile(r"最[大多高小少低]|前[一二三四五六七八九十两\d]+|从[大高多](?:到|往)[小低少]")
SMALLEST = re.compile(r"最[小少低]")
CHANGES = re.compile(r"(?P<way>增加|增长|上升|涨|多|减少|下降|降|少)(?:得|了|额|金额|的)*最(?:多|大)")
RATES = re.compile(r"幅|率|百分|增速|最快|占|比例|平均|合计|加起来|执行|完成|原因|为什么")
LESS = ("减少", "下降", "降", "少")


def answer_ranked_accounts(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The first accounts of the level and column that are asked for, an honest no where no table has them; None for any other question."""
    choice = answerer.reader.choose(question, history)[0]
    text = fold(choice.rest)
    level, changed = LEVEL.search(text), CHANGES.search(text)
    if choice.failed or len(choice.documents) != 1 or not level or not ENDS.search(text) or RATES.search(text):
        return None
    document, text = answerer.disclosures.document(choice.documents[0]), fold(question) if choice.units else text
    is_economic = bool(ECONOMIC_SAID.search(text))
    named = level["level"] or ("款" if is_economic else "项")
    column = account_column(document, text, named, ECONOMIC if is_economic else FUNCTIONAL, is_change=bool(changed))
    if column is None:
        return NO_ANSWER if level["level"] and not changed else None  # accounts of another level are no answer
    return tell_changed(document, column, changed["way"]) if changed else tell_largest(document, column, text)


def tell_largest(document: Document, column: AccountColumn, text: str) -> Answer:
    """The accounts with the largest or smallest amounts, as many as are asked for and all that are equal to the last of them."""
    is_low = bool(SMALLEST.search(text))
    ranked = sorted(column.accounts, key=lambda one: amount(one.figure).number, reverse=not is_low)
    many = min(top_in(text) or 1, len(ranked))
    last = amount(ranked[many - 1].figure).number
    chosen = [one for one in ranked if (amount(one.figure).number <= last if is_low else amount(one.figure).number >= last)]
    head = HEAD.format(
        document=document_name(document.info), table=plain(column.table.title), column=" > ".join(column.accounts[0].figure.col),
        count=len(ranked), level=column.level, asked="金额最小" if is_low else "金额最大",
        many=MANY.format(count=len(chosen)) if len(chosen) > 1 else "", names=names_of(chosen),
    )  # fmt: skip
    lines = [LINE.format(name=plain(one.name), amount=shown(amount(one.figure)), mark=mark) for mark, one in enumerate(chosen, 1)]
    values = tuple(Value(plain(one.name), amount(one.figure).number, amount(one.figure).unit) for one in chosen)
    citations = tuple(cite(document, column, one.figure) for one in chosen)
    return Answer("answered", "\n".join((head, *lines)), values, citations=citations, answered_by="rule")


def tell_changed(document: Document, column: AccountColumn, way: str) -> Answer | None:
    """The account that rose or fell most against the year before; None where none did."""
    is_fall = way in LESS
    moved = [(one, gap_of(one, is_fall=is_fall)) for one in column.accounts]
    most = max((gap.result.number for _, gap in moved), default=Decimal(0))
    chosen = [(one, gap) for one, gap in moved if gap.result.number == most]
    if most <= 0:
        return None
    word = "减少" if is_fall else "增加"
    head = CHANGED.format(
        document=document_name(document.info), table=plain(column.table.title), count=len(moved), level=column.level,
        asked=f"{word}最多", names=names_of([one for one, _ in chosen]),
    )  # fmt: skip
    lines, citations = [], []
    for one, gap in chosen:
        citations += [cite(document, column, figure) for figure in (one.figure, one.before) if figure]
        mark = len(citations) - 1
        lines.append(
            CHANGED_LINE.format(name=plain(one.name), way=word, amount=shown(gap.result), formula=gap.formula, mark=mark, before=mark + 1)
        )
    values = tuple(Value(f"{plain(one.name)}{word}", gap.result.number, gap.result.unit) for one, gap in chosen)
    return Answer("answered", "\n".join((head, *lines)), values, chosen[0][1].formula, tuple(citations), answered_by="rule")


def gap_of(one: Account, *, is_fall: bool) -> Calculation:
    """By how much an account rose, or fell."""
    now, before = amount(one.figure), amount(one.before or one.figure)
    return subtract(before, now) if is_fall else subtract(now, before)


def amount(figure: Figure) -> Quantity:
    """The amount that a cell prints."""
    return figure.quantity or Quantity(Decimal(0), "")


def names_of(accounts: Sequence[Account]) -> str:
    """Their names, joined."""
    return "、".join(f"**{plain(one.name)}**" for one in accounts)


def shown(quantity: Quantity) -> str:
    """An amount with its unit."""
    return f"{quantity.number:f}{quantity.unit}"


def cite(document: Document, column: AccountColumn, figure: Figure) -> Citation:
    """The very cell."""
    return cite_figure(FigureEvidence(document.info, column.table, figure, 0.0))
