"""Self-evaluations of a document's projects side by side: amounts added up or left over, the lowest score, how many stand at 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer
from app.forms.form_rows import FUNDS, FormRow, load_form_words, read_rows, role_named
from app.forms.match_rows import bare, named_project
from app.forms.named_rows import named_rows, without_names
from app.forms.read_row_asks import strip
from app.forms.tell_rows import Line, join_lines, tell_computed, tell_row
from app.question.text_question import TextQuestion
from app.targets.score_in_prose import score_in_prose
from app.telling import wording_forms as wording
from app.telling.calculation import add, subtract
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.bound import OF_ANY, Bound, bounds_in
from retrieval.spelling.label_key import fold, label_key

TABLES = re.compile(r"自评|评价|执行情况|项目支出决算")
SPEAKS = re.compile(
    r"自评|评价|汇总表|(?:各|每|所有|全部|[两二三四五六七八九十\d]+)个?项目(?:的|当中|里)?(?:(?:全年|年初)?(?:执行|预算)数|(?:一共|总共|合计|共)?执行了)"
    r"|项目的?(?:全年|年初)?(?:执行|预算)数?[^,;?]{0,2}最|项目(?:(?:里面?|中|当中),)?[^,;?]{0,8}(?:得分|分数|打分|执行率|满分)|(?:得分|分数|执行率)[^,;?]{0,8}项目"
)
ALL_OF_IT = re.compile(r"整体|全局|全部门")
SUMMARY = re.compile(r"汇总")
TOTAL_SCORE = re.compile(r"^(?:自评)?总分|^合计$")
COLUMNS = ("initial", "full", "planned", "executed", "rate", "score", "grade")
MONEY = ("initial", "full", "planned", "executed")
TOGETHER = re.compile(r"加总|加(?:在)?一(?:块|起)|加起来|合计|总共|一共|总和|之和|合起来|相加|求和|总计")
LEFT = re.compile(r"剩|没(?:有)?(?:花|用|执行)|结余|未(?:花|用|执行|支出)")
APART = re.compile(r"(?:相|之间)?差(?:了|额|距)?(?:多少|几|是)|少(?:花|用|支)(?:了|出)?(?:多少|几)")
BUDGET_AGAINST_SPENT = re.compile(r"(?:全年)?预算数?(?:和|与|跟|同|比|、|及)(?:全年|实际)?(?:执行|支出|花|完成)(?:数|的|掉)?")
LOWEST = re.compile(r"垫底|最[低少小]|哪(?:一)?个[^,;?]{0,6}(?:更|要)?[低少小](?=$|[?,])")
HIGHEST = re.compile(r"最[高多大]|哪(?:一)?个[^,;?]{0,6}(?:更|要)?[高多大](?=$|[?,])")
ZERO = re.compile(r"(?:填|为|是|等于|印着?)(?:的是)?(?:0|零)(?![.\d])|没有年初预算|年初没有")
BUDGETED = re.compile(r"(?P<none>没有?|没安排|未(?:安排)?)?(?:有|安排)?(?:了)?年初预算(?:数|资金|安排)?的")
NOT_FULL = re.compile(r"(?:没有?|未)(?:能)?(?:得|拿)?(?:了|到)?满分|不是满分|得?不(?:到|满)满分")
FULL_MARKS = re.compile(r"(?<!没)(?<!未)(?<!没有)(?:得|拿|都是)?(?:了|到)?满分")
HUNDRED = 100
AROUND_BOUND = re.compile(rf"在?(?:{OF_ANY.pattern})的?")
OF_ROLE = {"%": "rate", "分": "score"}
MOST_LISTED = 12
WHOLE = "部门整体支出（《{table}》）"
OF_PROJECTS = re.compile(r"项目|最|垫底|平均|合计|一共|总共|几个|多少个")
EACH = re.compile(r"哪(?:几|些)个?|各(?:是|为|自|多|个|项|有|得|执)|分别|每个")
ACCOUNTS = re.compile(r"一般公共预算|政府性基金预算|财政拨款")
SCENE = re.compile(
    # which forms are meant
    r"^[^,;?]*(?:自评|汇总|评价)表[^,;?]*,(?:这|那)?(?:几|[\d两二三四五六七八九十]+)?个?(?:项目的?)?(?=[^,;?]*(?:~|执行|预算|得分))"
    r"|(?:公开|做|开展|进行)了?的?(?:这|那)?[\d两二三四五六七八九十]+个?(?:绩效)?(?:自评|评价)项目(?:里|中)?,?"
    r"|公开的?|(?:这|那|共)?[\d两二三四五六七八九十]*个?项目(?:的|支出)?(?:绩效)?(?:自评|评价)?(?:情况|结果)?(?:里|中|当中)?"
    r"|(?:参加|做了?|开展)?(?:绩效)?自评的?(?:[\d两二三四五六七八九十]*个)?项目(?:里|中|当中)?"
)
HOW_MUCH = re.compile(r"[,?、](?:它|其)?(?:各自?|分别|是|得了?|有|为|打了?)*多少(?:分|万元|钱|元)?[?]?$")
BY_HOW_MUCH = re.compile(r"[,、](?:要|又)?(?:[高低多少大小]|相?差)(?:出|了)?(?:多少|几)(?:个?(?:分|百分点|万元|元|钱))?[?]?$")
MORE_OF_TWO = re.compile(r"哪(?:一)?个[^,;?最]{0,8}[高低多少大小](?=$|[?,])")
END_ASKED = re.compile(r"哪(?:一)?个(?=[^,;?]{0,8}[高低多少大小](?:$|[?,]))|(?:更|要)?[高低多少大小](?=$|[?,])")
GRADE = re.compile(r"([优良中差])(?!先|化|美)")
COUNT = re.compile(r"几个|多少个|有几|几项|多少项")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the projects: the columns, one project or all, what is done with the amounts."""

    project: str
    roles: tuple[str, ...]
    text: str


def answer_evaluations(asked: TextQuestion) -> Answer | None:
    """What the self-evaluations of the projects come to; None where something else is asked for or a word remains unexplained."""
    founds = [found for document in asked.documents if (found := _find(document, asked))]
    return offer_founds(asked, founds)


def _find(document: Document, asked: TextQuestion) -> Found | None:
    text = re.sub(r"20\d\d年度?", "", fold(asked.rest))
    is_end = bool(LOWEST.search(text) or HIGHEST.search(text))
    by_how_much = bool(is_end and BY_HOW_MUCH.search(text))
    text = HOW_MUCH.sub("", BY_HOW_MUCH.sub("", text)) if is_end else text
    for rows in _project_lists(document, bool(SUMMARY.search(text))):
        several = named_rows(text, rows)
        rows, text = (several, without_names(text, several)) if several else (rows, text)
        named = None if several else named_project(text.replace("、", ""), [row.name for row in rows])
        if named and is_other_row(document, text, *named):
            return None
        account = ACCOUNTS.search(rows[0].table.title)
        question = _read(text.replace(account[0], "") if account else text, named[1] if named else "", named[0] if named else "")
        if question is None or not (named or SPEAKS.search(text)) or not all(row.cell(role) for row in rows for role in question.roles):
            continue
        chosen = [row for row in rows if not named or bare(row.name) == bare(named[0])]
        is_of_any = not named and question.roles == ("score",) and not OF_PROJECTS.search(text)
        whole = _whole(document) if is_of_any else []
        if is_of_any and ALL_OF_IT.search(text) and not whole:
            return None  # the whole body's score is not that of its projects
        if by_how_much:
            return _apart(document, chosen, question)
        return _tell(document, whole if whole and ALL_OF_IT.search(text) else [*chosen, *whole], question)
    return None


def is_other_row(document: Document, text: str, project: str, words: str) -> bool:
    """Whether the words by which a project is meant are part of a row's whole name that is said (食品安全监管, no 食品安全监督抽检)."""
    if words == bare(project):
        return False
    names = {bare(figure.row[-1]) for figure in document.figures if figure.row}
    return any(words in name and name != bare(project) and len(name) > len(words) and name in text for name in names)


def _project_lists(document: Document, is_summary: bool) -> list[list[FormRow]]:
    """The evaluated projects as each table lists them and as their own forms tell of them, the summary or the longest first."""
    rows = [row for row in read_rows(document, TABLES) if "整体" not in row.table.title]
    told = [row for row in rows if row.cell("executed") and (row.cell("score") or row.cell("rate")) and not row.project]
    tables: dict[int, list[FormRow]] = {}
    for row in told:
        if not FUNDS.search(label_key(row.name)):
            tables.setdefault(row.table.index, []).append(row)
    scores = {_form(row): row.cell("score") for row in rows if TOTAL_SCORE.search(label_key(row.name))}
    forms = []
    for row in rows:
        if row.project and row.cell("executed") and FUNDS.search(label_key(row.name)) and not _is_part(row):
            own = tuple((role, figure) for role, figure in row.cells if role != "score")
            total = scores.get(_form(row))
            forms.append(replace(row, name=row.project, cells=(*own, ("score", total)) if total else own))
    lists = [one for one in (*tables.values(), forms) if one]
    return sorted(lists, key=lambda one: (is_summary and one is forms, -len(one), one is forms))


def _form(row: FormRow) -> str:
    """Which form a row is of, though it runs over several tables: that of its project."""
    return bare(row.project) or str(row.table.index)


def _whole(document: Document) -> list[FormRow]:
    """The total score of the whole body's own form."""
    rows = [row for row in read_rows(document, TABLES) if "整体" in row.table.title and TOTAL_SCORE.search(label_key(row.name))]
    return [replace(row, name=WHOLE.format(table=plain(row.table.title))) for row in rows if row.cell("score")][:1]


def _is_part(row: FormRow) -> bool:
    return label_key(row.name).startswith("其中")


def _read(text: str, words: str, project: str) -> Asked | None:
    """The columns asked for; None where words remain that neither a column, an operation nor the listing explains."""
    roles, rest = [], text.replace(words, "~") if words else text
    if APART.search(text) and BUDGET_AGAINST_SPENT.search(rest):
        roles, rest = ["full", "executed"], APART.sub("", BUDGET_AGAINST_SPENT.sub("", rest))
    for role in load_form_words().roles:
        if role.name in COLUMNS and role.name not in roles and role.asked.search(rest):
            roles.append(role.name)
            rest = role.asked.sub("~", rest)
    rest = SCENE.sub("~", AROUND_BOUND.sub("~", rest) if not project else rest)
    rest = END_ASKED.sub("~", rest) if MORE_OF_TWO.search(text) else rest
    left = load_form_words().listed.sub("", strip(load_form_words().listed.sub("", rest)))
    if LEFT.search(text) and (not roles or "full" in roles):
        roles = ["full", "executed"]
    return Asked(project, tuple(roles), text) if roles and len(bare(left)) < 2 else None


def _tell(document: Document, rows: Sequence[FormRow], question: Asked) -> Found | None:
    rows = [row for row in rows if all(row.cell(role) for role in question.roles)]
    first = question.roles[0]
    if not rows or (first != "grade" and not all(row.quantity(first) for row in rows)):
        return None
    if (LEFT.search(question.text) or APART.search(question.text)) and question.roles == ("full", "executed"):
        return _left(document, rows)
    if (FULL_MARKS.search(question.text) or NOT_FULL.search(question.text)) and first == "score" and not question.project:
        return _of_marks(document, rows, question)
    if first == "initial" and not question.project and (asked := BUDGETED.search(question.text)):
        kept = [row for row in rows if (row.quantity(first).number == 0) == bool(asked["none"])]  # type: ignore[union-attr]
        head = (wording.NOT_BUDGETED if asked["none"] else wording.BUDGETED).format(count=len(kept), all=len(rows))
        return _list(document, kept or rows, question.roles, Line(head))
    if ZERO.search(question.text) and COUNT.search(question.text):
        nothing = [row for row in rows if row.quantity(first).number == 0]  # type: ignore[union-attr]
        head = wording.COUNTED.format(column=role_named(first).title, count=len(nothing), all=len(rows))
        return _list(document, rows, question.roles, Line(head))
    bounds = bounds_in(question.text) if not question.project else ()
    if bounds:
        return _within(document, rows, question, bounds[0]) if len(bounds) == 1 else None
    if TOGETHER.search(question.text) and len(rows) > 1:
        return _sum(document, rows, first) if first in MONEY and len(question.roles) == 1 else None
    ends = [is_low for is_low, words in ((False, HIGHEST), (True, LOWEST)) if words.search(question.text)]
    if ends and len(rows) > 1:
        return _extreme(document, rows, question, ends)
    if first == "grade" and not question.project and (grade := GRADE.search(question.text)):
        graded = [row for row in rows if row.shown("grade")[:1] == grade[1]]
        return _list(document, graded, question.roles, Line(wording.GRADED.format(grade=grade[1], count=len(graded)))) if graded else None
    is_one = len(rows) == 1 and (bool(question.project) or bool(ALL_OF_IT.search(question.text)))
    is_of_each = not question.project and first in ("score", *MONEY, "rate") and 1 < len(rows) <= MOST_LISTED
    is_of_each = is_of_each and (first == "score" or bool(EACH.search(question.text)))
    return _list(document, rows, question.roles, None) if is_one or is_of_each else None


def _of_marks(document: Document, rows: Sequence[FormRow], question: Asked) -> Found | None:
    """The projects with full marks, None where there are none of them; those without where these are asked for."""
    is_full = not NOT_FULL.search(question.text)
    kept = [row for row in rows if (row.quantity("score").number == HUNDRED) == is_full]  # type: ignore[union-attr]
    head = Line((wording.FULL_MARKS if is_full else wording.NOT_FULL_MARKS).format(count=len(kept), all=len(rows)))
    return _list(document, kept or rows, question.roles, head) if kept or not is_full else None


def _within(document: Document, rows: Sequence[FormRow], question: Asked, bound: Bound) -> Found | None:
    """The projects whose rate, score or amount keeps to the bound, with how many they are; None where it is one of another measure."""
    first = question.roles[0]
    rated = [(row, quantity) for row in rows if (quantity := row.quantity(first))]
    is_of_another = bound.quantity.unit in OF_ROLE and OF_ROLE[bound.quantity.unit] != first
    if is_of_another or any(quantity.is_money != bound.quantity.is_money for _, quantity in rated):
        return None
    kept = [row for row, quantity in rated if bound.holds(quantity)]
    head = wording.WITHIN.format(column=role_named(first).title, bound=bound.said, count=len(kept), all=len(rows))
    return _list(document, kept, question.roles, Line(head)) if kept else None


def _apart(document: Document, rows: Sequence[FormRow], question: Asked) -> Found | None:
    """The only two projects with how far they are apart; None where there are more or fewer."""
    role = question.roles[0]
    amounts = [quantity for row in rows if (quantity := row.quantity(role))]
    if len(rows) != 2 or len(amounts) != 2 or len(question.roles) != 1:
        return None
    (more, larger), (less, smaller) = sorted(zip(rows, amounts, strict=True), key=lambda one: -one[1].number)
    head = tell_computed(wording.APART, subtract(larger, smaller), wording.GAP, more=plain(more.name), less=plain(less.name))
    return _list(document, (more, less), (role,), head)


def _left(document: Document, rows: Sequence[FormRow]) -> Found | None:
    if len(rows) != 1:
        return None
    full, executed = rows[0].quantity("full"), rows[0].quantity("executed")
    if full is None or executed is None:
        return None
    computed = subtract(full, executed)
    head = tell_computed(wording.LEFT, computed, wording.LEFT_OVER)
    return _list(document, rows, ("full", "executed"), head)


def _sum(document: Document, rows: Sequence[FormRow], role: str) -> Found:
    computed = add([quantity for row in rows if (quantity := row.quantity(role))])
    head = tell_computed(wording.ALL_TOGETHER, computed, wording.SUM, count=len(rows), column=role_named(role).title)
    return _list(document, rows, (role,), head)


def _extreme(document: Document, rows: Sequence[FormRow], question: Asked, ends: Sequence[bool]) -> Found:
    """The projects at an end of the order (true for the low one), or at both, by score or the first column, with all that is asked."""
    first = question.roles[0] if "score" not in question.roles else "score"
    chosen: list[FormRow] = []
    heads = []
    for is_low in ends:
        numbers = [row.quantity(first).number for row in rows]  # type: ignore[union-attr]
        best = min(numbers) if is_low else max(numbers)
        found = [row for row, number in zip(rows, numbers, strict=True) if number == best]
        named = "、".join(plain(row.name) for row in found) if len(ends) > 1 else ""
        heads.append(wording.LAST.format(column=role_named(first).title, word="最低" if is_low else "最高", count=len(rows)) + named)
        chosen += [row for row in found if row not in chosen]
    return _list(document, chosen, question.roles, Line("\n".join(heads)))


def _list(document: Document, rows: Sequence[FormRow], roles: Sequence[str], head: Line | None) -> Found:
    table = Line(wording.IN_TABLE.format(table=plain(rows[0].table.title)))
    otherwise = score_in_prose(rows[0]) if len(rows) == 1 and "score" in roles else None
    return join_lines(document, [*filter(None, [head]), table, *(tell_row(row, roles) for row in rows), *filter(None, [otherwise])])
