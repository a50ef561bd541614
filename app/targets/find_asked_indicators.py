"""Which indicators a question asks for by what they say (“租直升机几架、飞多少小时”): one row for every part that asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.forms.find_likely_row import ASKED_PERSONS, MONEY_UNIT, PRICED
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_measured_rows import LASTS, PERCENT, is_of_period
from app.forms.match_rows import bare, named_project
from app.forms.read_row_asks import RowAsk
from app.question.said_otherwise import EACH, Agreement, agreement, asked_things, is_of_one, same_spelling
from app.question.topics import pairs
from ingest import late_re as re
from ingest.document import Document
from retrieval.clauses.make_task import COUNTER
from retrieval.spelling.count_alike import OF_FIGURES, count_alike
from retrieval.spelling.label_key import fold

TABLES = re.compile(r"绩效|目标|自评|评价")
CLAUSE, LINK = re.compile(r"[,;?。]+"), re.compile(r"、|以及|还有|(?<![一-鿿]共)和(?!谐)|与|及(?!时)")
ASKS = re.compile(r"多少|(?<![的这那])几(?!乎)|多长时间|多久|多高")
MORE = re.compile(  # asks for more than one printed value, or for words
    r"什么|啥|哪|谁|为何|怎么|如何|吗|均摊|摊|相差|差(?:了)?(?:多少|几)|占比|比重|一样|合计|共计|一共|总共|加起来|加在?一|相加|之和|总和|分别"
    r"|各(?!类|项|级|种)|比(?!例|率)[^,;?]{0,8}[多少高低]|上年|第[一二三四五]|剩|节约|省下|超出?了|[得扣](?:了)?(?:多少|几)分|几分(?!钟)|除[了以]|预算|决算|花(?:了|掉|费)"
)
TARGET_ASKED = re.compile(
    r"^(?:当初|原来|原本|原先|起初|年初|本来)?的?(?:要求|目标|计划|指标|设?定|预期)值?(?:[的是为定得了])*(?:多少|几)个?$"
)
MORE_OF_TWO = re.compile(r"^(?:哪|谁)(?:一)?(?:个|种|类|边|样|方面|项)?的?(?:人数?|数量?)?(?:更|要)?(?:多|少|高|低|大|小)(?:一?些|一点)?$")
UNIT = re.compile(rf"(?:多少|几)\s*(?:个(?=人|小时|工作日|月))?(分钟|小时|工作日|天|{COUNTER}|块(?!钱|$)|架|顶|路|根|扇|本|艘|尾|羽|匹|米)")
PERCENTAGE = re.compile(r"占(?:比)?(?:到|了)?(?:多少|几)|百分之|(?:比例|比率|率)[^,;?多几]{0,8}(?:多少|几|多高)")
TIME = re.compile(r"多长时间|多久")
MONEY = re.compile(
    r"(?:多少|几)(?:个)?(?:钱|万元|元|万$|块(?=钱|$))|[拿得领补奖给花卖][到走取]?多少$"
    r"|(?:成本|价格|单价|费用|标准|额度|金额|产值)[^,;?多几]{0,8}多少$"
)
NOUN = re.compile(r"(?:多少|几个)(?!钱|万|元|亿|块)([一-鿿]{2,6})")
DONE = re.compile(r"了(?:多少|几)|实际|完成(?:了)?(?:多少|几)")
COUNTED = re.compile(rf"\d\s*[万千亿]?(?:{COUNTER})")
ENOUGH, FEWEST, MARGIN, MOST_UNSAID = 0.7, 2, 0.15, 2
ENOUGH_OF_NAME = 0.36  # where money is asked for, which many rows tell


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question that asks for one value, with what was said before it."""

    text: str
    scene: str


@dataclass(frozen=True, slots=True)
class AskedIndicators:
    """The rows in the order in which they are asked for; `is_compared` where it is asked which of them is more."""

    rows: tuple[FormRow, ...]
    is_compared: bool


def find_asked_indicators(rest: str, document: Document) -> AskedIndicators | None:
    """A row for every part that asks; None where a part means no row clearly, or something is said that no row says."""
    text = re.sub(r"20\d\d年度?", "~", fold(rest))
    rows = [row for row in read_rows(document, TABLES) if row.cell("target")]
    asked, is_compared = _without_comparison(text)
    parts = _parts(asked) if rows and not MORE.search(asked) else []
    body = f"{document.info.region or ''}{document.info.organization or ''}"
    is_of_project = named_project(asked, [row.project for row in rows if row.project]) is not None
    found: list[FormRow] = []
    for part in parts:
        row = _row_for(part, rows, found, body) or (None if is_of_project else _row_for(part, rows, (), body))
        if row is None or (DONE.search(part.text) and row.cell("actual") is None):
            return None
        found.append(row)
    is_alike = len(found) == 2 and len({one.unit for row in found if (one := row.quantity("target"))}) == 1
    return AskedIndicators(tuple(found), is_compared) if found and (is_alike or not is_compared) else None


def _without_comparison(text: str) -> tuple[str, bool]:
    """The question without the clause that asks which of two is more, and whether there is one."""
    clauses = [clause for clause in CLAUSE.split(text) if clause.strip("~ ")]
    kept = [clause for clause in clauses if len(clauses) < 2 or not MORE_OF_TWO.match(clause.strip("~ "))]
    return ",".join(kept), len(kept) < len(clauses)


def _parts(text: str) -> list[Part]:
    """The parts that ask, each with the clauses before it that do not; what only asks for the target of the row before is none."""
    parts: list[Part] = []
    scene = ""
    for clause in CLAUSE.split(text):
        if parts and TARGET_ASKED.match(clause.strip("~ ")):
            continue
        pieces = LINK.split(clause)
        pieces = pieces if len(pieces) > 1 and all(map(ASKS.search, pieces)) else [clause]
        for piece in pieces:
            if ASKS.search(piece):
                parts.append(Part(piece.strip("~ "), scene))
            elif piece.strip("~ 的里中"):
                scene = f"{scene}{piece},"
    return parts


def _row_for(part: Part, rows: Sequence[FormRow], before: Sequence[FormRow], body: str) -> FormRow | None:
    """The only row that counts in what the part asks for and says its words; of the project before, where one was told."""
    of_project = [row for row in rows if not before or bare(row.project) == bare(before[-1].project)]
    things = asked_things(f"{'' if before else part.scene}{part.text}", body)
    rated = []
    for row in of_project:
        agreed = agreement(things, row.name, f"{row.project};{row.shown('target')}")
        shared = _shared(part.text, row, body)
        is_named = agreed.name >= ENOUGH_OF_NAME or not MONEY.search(part.text)
        if shared and is_named and _tells(row, part.text) and _is_said(agreed) and agreed.held >= (1 if before else FEWEST):
            rated.append((agreed.asked, shared, row))
    rated.sort(key=lambda one: one[:2], reverse=True)
    return rated[0][-1] if rated and (len(rated) == 1 or _is_ahead(rated[0][:2], rated[1][:2])) else None


def _is_said(agreed: Agreement) -> bool:
    """Whether a row says all words of a part but a few single characters."""
    are_few = len(agreed.unsaid) <= MOST_UNSAID and all(len(run) < FEWEST for run in agreed.unsaid)
    return agreed.is_whole and agreed.asked >= ENOUGH and are_few


def _is_ahead(best: tuple[float, int], second: tuple[float, int]) -> bool:
    return best[0] >= second[0] + MARGIN or (best[0] >= second[0] and best[1] >= second[1] + FEWEST)


def _shared(text: str, row: FormRow, body: str) -> int:
    """How many characters of a part the row's own name says, those that name its project apart."""
    named = named_project(text, [row.project])
    return agreement(asked_things(text.replace(named[1], "~") if named else text, body), row.name).held


def _tells(row: FormRow, text: str) -> bool:
    """Whether the row's target is of the kind that a part asks for: its unit, a share, a time, money or a count of the thing named."""
    shown = row.shown("target")
    if not any(letter.isdigit() for letter in shown) or not is_of_period(RowAsk("", (), "", text, ""), row):
        return False
    if unit := UNIT.search(text):
        return bool(re.search(rf"\d\s*[万千亿]?(?:{'|'.join(map(re.escape, count_alike(unit[1], OF_FIGURES)))})", shown))
    if PERCENTAGE.search(text) or TIME.search(text):
        return any(one in shown for one in (PERCENT if PERCENTAGE.search(text) else LASTS))
    if MONEY.search(text):
        return _costs(row, text)
    noun = NOUN.search(text)
    is_of_it = noun is not None and (ASKED_PERSONS.search(text) is not None or bool(pairs(noun[1]) & pairs(row.name)))
    return is_of_it and bool(COUNTED.search(shown))


def _costs(row: FormRow, text: str) -> bool:
    """Whether the row tells money, of one of a kind or of all, as is asked."""
    told = row.quantity("target")
    is_each = bool(EACH.search(same_spelling(text))) or bool(PRICED.search(text))
    is_of_each = is_of_one(row.name) or bool(PRICED.search(row.name)) or (told is not None and "/" in told.unit)
    return told is not None and bool(MONEY_UNIT.match(told.unit)) and is_each == is_of_each
