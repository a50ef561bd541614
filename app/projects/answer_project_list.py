"""The projects of a list: those of the unit named, or those besides the one that a question leaves out, each with its amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.forms.form_rows import FormRow, load_form_words, read_rows, role_named
from app.forms.match_rows import bare, named_project
from app.forms.read_row_asks import strip
from app.forms.tell_rows import Line, join_lines, tell_computed, tell_row
from app.projects.answer_listed_rows import PROJECTS, rows_of_units
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.calculation import add
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

ASKED = re.compile(r"项目.{0,14}(?:哪|什么|啥)|(?:哪|什么|啥|几|多少)(?:些|几|个)?(?:个|项)?[^,;?]{0,6}项目")
LEFT_OUT = re.compile(
    r"(?:以外|之外|除外|不算|不看)(?:的)?|除(?:了|开|去)?|另外(?:的)?(?:[一二两三四五六七八九几\d]+个)?|其[他余它](?:的)?|剩下(?:的)?|还有"
)
OTHERWISE = re.compile(r"最[高低大小多少]|占|比|合计|加起来|总共|一共|增|减|为什么|原因|超过|大于|小于|绩效|自评|指标|目标|重点")
SO_MANY = re.compile(r"(?:另外|其[他余它]|剩下的?|还有)(?:的|那)?([一二两三四五六七八九\d])个")
DIGITS = "零一二三四五六七八九"
BELONGS = re.compile(r"(?:负责|承担|实施|牵头|管)的|名下|所属|归属|手[里上]|自己|(?:局|机关)*本级|局?机关")
CODE = re.compile(r"(?<!\d)\d{6,}(?!\d)")
EXCEPT, LINKS = re.compile(r"除(?:了|开|去)?([^,;?]{3,40}?)(?:以外|之外|外)?[,;]"), re.compile(r"、|和|与|及|跟")
SHORTEST_PART, MOST_ROWS = 2, 30
PROJECT_CODE = re.compile(r"\d{15,}")


def answer_project_list(asked: TextQuestion) -> Answer | None:
    """The projects asked for; None where neither a unit nor one to leave out is named, or words remain unexplained."""
    text = fold(asked.rest)
    if not ASKED.search(text) or OTHERWISE.search(text) or not (asked.choice.units or LEFT_OUT.search(text)):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, asked, text))])


def _find(document: Document, asked: TextQuestion, text: str) -> Found | None:
    rows = [row for row in read_rows(document, PROJECTS) if row.cell("amount")]
    rows = [row for row in rows if row.table.index == rows[0].table.index]
    named, rest = _named(text, [row.name for row in rows])
    is_besides = bool(named and LEFT_OUT.search(text))
    if named and not is_besides:
        return None
    of_units = rows_of_units(rows, asked.choice.units, document) if asked.choice.units else rows
    chosen, text = [row for row in of_units if row.name not in named], rest
    counted = SO_MANY.search(text)
    is_as_many = not counted or len(chosen) == _number(counted[1])
    if not chosen or not is_as_many or _unexplained(text) or not (asked.choice.units or is_besides):
        return None
    return _tell(document, chosen)


def _named(text: str, names: Sequence[str]) -> tuple[list[str], str]:
    """The projects that a text names, the ones joined after “除了” by a part of their names too, and the text without them."""
    joined = EXCEPT.search(text)
    parts = [bare(part) for part in LINKS.split(joined[1])] if joined else []
    fitting = [[name for name in names if len(part) >= SHORTEST_PART and part in bare(name)] for part in parts]
    if joined and len(parts) > 1 and all(len(found) == 1 for found in fitting):
        return [found[0] for found in fitting], text.replace(joined[1], "~")
    named = named_project(text.replace("、", ""), names)
    return ([named[0]], text.replace(named[1], "~")) if named else ([], text)


def _number(digit: str) -> int:
    return int(digit) if digit.isdigit() else DIGITS.index(digit.replace("两", "二"))


def _unexplained(text: str) -> bool:
    """Whether words remain beside those that ask for a list of projects and their amounts."""
    words, text = load_form_words(), LEFT_OUT.sub("~", BELONGS.sub("~", CODE.sub("~", text)))
    for role in words.roles:
        text = role.asked.sub("~", text) if role.name == "amount" else text
    return len(bare(words.indicators.sub("", strip(words.listed.sub("~", words.indicators.sub("~", text)))))) > 1


def _tell(document: Document, rows: Sequence[FormRow]) -> Found:
    projects = _by_project(rows)
    head = wording.PROJECTS_LISTED.format(table=plain(rows[0].table.title), count=len(projects))
    return join_lines(document, [Line(head), *(_line(name, of_one) for name, of_one in projects[:MOST_ROWS])])


def _by_project(rows: Sequence[FormRow]) -> list[tuple[str, list[FormRow]]]:
    """The rows of each project with its name: a table may divide one among accounts, its code and name before theirs."""
    projects: dict[tuple[str, str], list[FormRow]] = {}
    for place, row in enumerate(rows):
        cell = row.cell("amount")
        labels = tuple(map(plain, cell.row)) if cell else ()
        at = next((at for at, label in enumerate(labels[:-1]) if PROJECT_CODE.fullmatch(label)), None)
        key = (labels[at], labels[at + 1]) if at is not None else (str(place), row.name)
        projects.setdefault(key, []).append(row)
    return [(name, of_one) for (_, name), of_one in projects.items()]


def _line(name: str, rows: Sequence[FormRow]) -> Line:
    """One project with its amount, added up where several rows make it up."""
    amounts = [amount for row in rows if (amount := row.quantity("amount"))]
    told = [tell_row(replace(row, name=name), ("amount",)) for row in rows]
    if len(rows) == 1 or len(amounts) < len(rows) or len({one.unit for one in amounts}) > 1:
        return told[0]
    computed = add(amounts)
    line = tell_computed(wording.PROJECT_ADDED, computed, f"{name}·{role_named('amount').title}", name=name)
    return replace(line, citations=tuple(one for row in told for one in row.citations))
