"""Indicators of a project or of the whole department, several at once: each with what is asked of it, added up where that is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, Choice
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_measured_rows import is_of_period, measured_row, says_only_where
from app.forms.match_rows import bare, fit, named_rows
from app.forms.read_row_asks import COUNTED, RowAsk, RowQuestion, read_row_asks, split_ask, strip
from app.forms.tell_rows import join_lines, tell_computed, tell_row
from app.question.text_question import TextQuestion, asks_for, topic_of
from app.question.topics import terms
from app.telling import wording_forms as wording
from app.telling.calculation import Calculation, add
from app.telling.cite import document_name
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

TABLES = re.compile(r"绩效|目标|自评|评价")
SPEAKS = re.compile(
    r"绩效(?!工资|奖金|奖励|津贴)|目标|指标|自评|得分|得了?(?:几|多少)分|满分|分值|权重|满意|达到|要求|实际完成|完成值|控制在"
)
WHOLE = re.compile(r"整体|部门绩效")
NOT_ASKED = re.compile(
    r"(?<!才)(?<!才算)(?<!才能)达标(?!率)|达到(?:了)?目标|目标.{0,4}(?:达到|实现|完成)了?(?:吗|没)|为什么|原因|哪些|哪几|平均(?!(?:几|多少)(?:个)?(?:分钟|小时|天|工作日)|多久|多长)|差(?:了)?多少|相差|占比|百分比是"
)
TOGETHER = re.compile(r"加上(?=.{2,20}(?:多少|几))|加(?:在)?一(?:块|起)|加起来|合计|总共|一共|共要|总和|之和|合起来")
WHEN = re.compile(r"什么时[候间]|啥时候?|何时|哪[天日](?:之?前)?|几月|几号|截止")
WHEN_SAID = re.compile(r"\d\s*(?:月|日|号|季度)|[年月]底|[上下]半年")
DUE = re.compile(r"时间|时限|期限|日期|进度|周期|完成|完工")
DONE = re.compile(r"之?前?(?:完成|完工|竣工|结束|做完|搞定|弄完|交付)|之?前|最晚|截止")
MONEY_ASKED = re.compile(r"(?:多少|几)(?:钱|万元|元|万(?!人|件|亩))|预算(?:数|金额)?(?:是|为|有)?多少|花(?:了)?多少")
EXTREME = re.compile(r"最(高|大|多|低|小|少|松|宽|严|紧)(?!一共|共|要|得|需|应|有|派|配|安排|达|不|多少|几)")
UP, DOWN, LOOSE = "高大多", "低小少", "松宽"
UPPER_BOUND = re.compile(r"[≤<＜]|不(?:超过|高于|大于|多于)|以内|以下")
LIKEWISE, NO_COUNT = re.compile(r"呢[?？。\s]*$"), re.compile(r"\d\s*(?:月|日|号|季度|[%％])|[年月]底")
AGE = re.compile(r"(?<![\d—－\-~～至])(\d{2,3})(?:周?岁|大寿)(?!以上|及以上|[—－\-~～至])")
AGES = re.compile(r"(?P<least>\d{2,3})(?:周?岁)?(?:[—－\-~～至]+(?P<most>\d{2,3})周?岁|周?岁(?:及|\(含\))?以上)")
LONGEST_LIFE = 150
PAID = re.compile(r"(?:每个?月|一个月|每年|一年)?(?:能|可以|可|该|应)?(?:领|拿|得|发|给|补|享受)?(?:到|取)?(?:多少|几)(?:钱|元)?")
AGED_CLAUSE = re.compile(r"[^,，;；]*\d{2,3}(?:周?岁|大寿)[^,，;；]*[,，;；]")
SHORTEST, MOST_PROJECTS = 2, 20
COLUMNS = ("target", "actual", "weight", "score", "deviation")


@dataclass(frozen=True, slots=True)
class Told:
    """A row with the roles that are asked of it."""

    row: FormRow
    roles: tuple[str, ...]


def answer_targets(asked: TextQuestion) -> Answer | None:
    """What the rows named say; None where a part of the question names no row, or two equally well."""
    return _answer(asked, is_said=False)


def answer_unsaid_targets(asked: TextQuestion) -> Answer | None:
    """The same where a question says nothing of targets, but counts what one row alone is called by (“请多少个派遣工”)."""
    clauses = [clause for clause in re.split(r"[,;?，；？]", asked.rest) if clause.strip()]
    is_count = _counted_before(asked) or all(COUNTED.search(clause) and not MONEY_ASKED.search(clause) for clause in clauses)
    return _answer(asked, is_said=True) if clauses and is_count else None


def _answer(asked: TextQuestion, *, is_said: bool) -> Answer | None:
    """The answer; `is_said` says that indicators are meant though no word does."""
    if NOT_ASKED.search(fold(asked.rest)) or _asks_for_goals(asked):
        return None
    told = [(document, found) for document in asked.documents if (found := _find(document, asked, is_said=is_said))]
    founds = [_write(document, rows, asked) for document, rows in told]
    answer = offer_founds(asked, founds)
    extreme = EXTREME.search(fold(asked.rest))
    if answer is None and len(asked.documents) == 1 and not is_said:
        return _ask_which(asked.documents[0], asked)
    if answer is None or not extreme or answer.status != "answered":
        return None if extreme else answer
    return _compare(answer, [rows[0] for _, rows in told if len(rows) == 1], extreme.group(1)) if len(told) > 1 else None


def _asks_for_goals(asked: TextQuestion) -> bool:
    """Whether the goals of the whole year are asked for: an indicator whose name only begins with them is another thing."""
    return asks_for(asked, "goals") and not terms(topic_of(asked, "goals"))


def _find(document: Document, asked: TextQuestion, *, is_said: bool) -> list[Told]:
    """The rows that the question names, with what it asks of each."""
    rows = [row for row in read_rows(document, TABLES) if row.cell("target") or row.cell("score")]
    projects = [row.project for row in rows if row.project]
    question = read_row_asks(_of_age(asked.rest, rows), projects, COLUMNS, asked.earlier)
    is_count = is_said
    if unit := _counted_before(asked):
        question, is_count = _likewise(question, unit), True
    rows = [row for row in rows if not (is_count and NO_COUNT.search(row.shown("target")))]
    is_of_rows = is_said or question.project or any(SPEAKS.search(fold(past)) for past in (*asked.earlier, asked.rest))
    if not rows or not is_of_rows:
        return []
    told = _told(question, [row for row in rows if _is_of(row, question)])
    if told or not asked.earlier or any(len(ask.words) >= SHORTEST for ask in question.asks):
        return told or []
    own = read_row_asks(asked.rest, projects, COLUMNS).project
    before = read_row_asks(asked.earlier[-1], projects, COLUMNS, asked.earlier[:-1])
    before = replace(before, project=own or before.project)  # “另一个项目呢”: the same of that one
    roles = tuple(role for ask in question.asks for role in ask.roles) or ("target",)
    rows_before = _told(before, [row for row in rows if _is_of(row, before)]) or []
    return [Told(one.row, roles) for one in rows_before if all(one.row.cell(role) for role in roles)]


def _counted_before(asked: TextQuestion) -> str:
    """What was counted just before (人) where the question goes on to another (“派遣工呢”); empty where nothing was."""
    counted = COUNTED.search(asked.earlier[-1]) if asked.earlier and LIKEWISE.search(asked.rest) else None
    return counted[1] or "" if counted else ""


def _likewise(question: RowQuestion, unit: str) -> RowQuestion:
    """“派遣工呢” after a count of others: as many as there are of them, in the same unit."""
    if len(question.asks) != 1 or question.asks[0].measure or question.asks[0].roles:
        return question
    return replace(question, asks=(replace(question.asks[0], measure=unit, hint=unit),))


def _of_age(rest: str, rows: Sequence[FormRow]) -> str:
    """A question what somebody of an age (93岁) gets as one for the only row whose range holds it (90—99周岁发放标准)."""
    said, paid = AGE.search(rest), PAID.search(rest)
    if said is None or paid is None:
        return rest
    fitting = {row.name for row in rows if (found := AGES.search(row.name)) and _holds(found, int(said[1]))}
    if len(fitting) != 1:
        return rest
    asked = f"{fitting.pop()}是多少"
    if said.end() <= paid.start() and not re.search("[,，;；]", rest[said.end() : paid.start()]):
        return f"{rest[: said.start()]}{asked}"
    return f"{AGED_CLAUSE.sub('', rest[: paid.start()])}{asked}"


def _holds(found: re.Match[str], age: int) -> bool:
    return int(found["least"]) <= age <= int(found["most"] or LONGEST_LIFE)


def _ask_which(document: Document, asked: TextQuestion) -> Answer | None:
    """A question back where the one indicator asked for stands in the forms of several projects and none is named."""
    rows = [row for row in read_rows(document, TABLES) if row.cell("target")]
    question = read_row_asks(asked.rest, [row.project for row in rows if row.project], COLUMNS, asked.earlier)
    named = [ask for ask in question.asks if len(ask.words) >= SHORTEST]
    if question.project or len(named) != 1 or not SPEAKS.search(question.text) or WHOLE.search(question.text):
        return None
    fitting = named_rows(named[0].words, rows)
    projects = list(dict.fromkeys(row.project for row in fitting if row.project))
    is_in_full = any(bare(row.name) == named[0].words for row in fitting)  # then its figures are told side by side
    if is_in_full or not 1 < len(projects) <= MOST_PROJECTS:
        return None
    again = re.sub(r"\s+", "", asked.rest).lstrip("的")
    name = document_name(document.info)
    choices = tuple(Choice(project, wording.ASK_AGAIN.format(document=name, project=project, rest=again)) for project in projects)
    return Answer("clarify", wording.WHICH_PROJECT.format(count=len(projects)), choices=choices, answered_by="quote")


def _is_of(row: FormRow, question: RowQuestion) -> bool:
    """Whether a row belongs to the project named, or to the department where that is spoken of."""
    if question.project:
        return bare(row.project) == bare(question.project)
    return not row.project if WHOLE.search(question.text) else True


def _told(question: RowQuestion, rows: Sequence[FormRow]) -> list[Told] | None:
    """A row for every part of the question that names one; None where a part names none."""
    told: list[Told] = []
    for ask in question.asks:
        parts = _rows_for(ask, rows, told[-1].row if told else None)
        if parts is None:
            return None
        told += parts
    merged: dict[int, Told] = {}
    for one in told:
        before = merged.get(id(one.row))
        merged[id(one.row)] = Told(one.row, tuple(dict.fromkeys((*(before.roles if before else ()), *one.roles))))
    return list(merged.values())


def _rows_for(ask: RowAsk, rows: Sequence[FormRow], last: FormRow | None) -> list[Told] | None:
    """The rows of one part: those it names, the row before where it only names a column, none for none; None for one unknown."""
    if WHEN.search(ask.text):
        due = [row for row in rows if _is_due(row, ask)]
        return [Told(due[0], ("target",))] if len(due) == 1 else None
    if len(ask.words) < SHORTEST:
        if not ask.roles and COUNTED.search(ask.text):
            return [measured] if (measured := _measured(ask, rows)) else None
        if last is None or not ask.roles:
            return []
        return [Told(last, ask.roles)] if all(last.cell(role) for role in ask.roles) else None
    if last is not None and ask.roles and bare(ask.words) in bare(last.name) and all(last.cell(role) for role in ask.roles):
        return [Told(last, ask.roles)]  # 实际满意度多少: of the row before
    whole, parts = _one(ask, rows), split_ask(ask, COLUMNS)
    if whole is not None and (len(parts) < 2 or fit(ask.words, whole.row.name) == 1):
        return [whole]
    found = [_one(part, rows) or _measured(part, rows) for part in parts]
    if len(parts) > 1 and all(found):
        return [one for one in found if one]
    if len(parts) < 2 and (measured := _measured(ask, rows)):
        return [measured]
    return [] if says_only_where(ask, rows) else None


def _measured(ask: RowAsk, rows: Sequence[FormRow]) -> Told | None:
    """The row that a part means by what it counts in."""
    roles = ask.roles or ("target",)
    row = measured_row(ask, [row for row in rows if all(row.cell(role) for role in roles)], roles[0])
    return Told(row, roles if ask.roles or not row.cell("actual") else (*roles, "actual")) if row else None


def _one(ask: RowAsk, rows: Sequence[FormRow]) -> Told | None:
    """The only row that the words of a part name, with the columns that it asks for."""
    roles = ask.roles or ("target",)
    fitting = named_rows(ask.words, [row for row in rows if all(row.cell(role) for role in roles)])
    fitting = [row for row in fitting if ask.hint in row.shown("target")] if len(fitting) > 1 else fitting
    if len(fitting) != 1:
        return None
    shown = fitting[0].shown("target")
    if not is_of_period(ask, fitting[0]):
        return None
    if (ask.measure and ask.measure not in shown) or (MONEY_ASKED.search(ask.text) and "元" not in shown):
        return None
    is_evaluated = not ask.roles and bool(fitting[0].cell("actual"))  # what was aimed at and what was reached
    return Told(fitting[0], (*roles, "actual") if is_evaluated else roles)


def _is_due(row: FormRow, ask: RowAsk) -> bool:
    """Whether a row tells until when that is due which a part asks for."""
    words = strip(DONE.sub("", WHEN.sub("", ask.text)))
    is_day = bool(WHEN_SAID.search(row.shown("target")) and DUE.search(row.name))
    return is_day and (len(words) < SHORTEST or words == "要求" or bool(named_rows(words, [row])))


def _write(document: Document, told: Sequence[Told], asked: TextQuestion) -> Found:
    """The rows in a list, with their sum where they are asked for together."""
    lines = [tell_row(one.row, one.roles, wording.ROW) for one in told]
    total = _sum(told) if TOGETHER.search(fold(asked.rest)) and len(told) > 1 else None
    if total:
        lines.append(tell_computed(wording.TOGETHER, total, wording.SUM))
    return join_lines(document, lines)


def _sum(told: Sequence[Told]) -> Calculation | None:
    """What the numbers of the rows come to, where they are of one unit."""
    quantities = [quantity for one in told if (quantity := one.row.quantity(one.roles[0]))]
    if len(quantities) != len(told) or len({one.unit for one in quantities}) != 1:
        return None
    return add(quantities)


def _compare(answer: Answer, told: Sequence[Told], word: str) -> Answer | None:
    """The answer with the document named first whose target is highest, lowest, loosest or strictest."""
    rated = [(quantity.number, one) for one in told if (quantity := one.row.quantity(one.roles[0]))]
    if len(rated) < 2 or len({one.row.quantity(one.roles[0]).unit for _, one in rated}) != 1:  # type: ignore[union-attr]
        return None
    is_limit = bool(UPPER_BOUND.search(rated[0][1].row.shown(rated[0][1].roles[0])))
    is_most = word in UP if word in UP + DOWN else (word in LOOSE) == is_limit
    best = max(number for number, _ in rated) if is_most else min(number for number, _ in rated)
    chosen = [one for number, one in rated if number == best]
    names = "、".join(document_name(one.row.document.info) for one in chosen)
    head = wording.EXTREME.format(word=word, names=names, value=chosen[0].row.shown(chosen[0].roles[0]))
    return replace(answer, text=f"{head}\n{answer.text}")
