"""Which projects an account (科目) pays for, where the list of projects prints the account of each."""

from __future__ import annotations

from app.answer import Answer
from app.forms.form_rows import FormRow, read_rows
from app.forms.tell_rows import Line, join_lines, tell_computed, tell_row
from app.projects.answer_listed_rows import PROJECTS, is_unexplained
from app.projects.answer_project_account import ACCOUNT, account_names
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.calculation import add
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

ASKED = re.compile(
    r"(?:由|是|包括|包含|对应|涉及|下(?:面|设|属)?|里面?|中|有|列支?|列了|安排|的)*(?:了)?(?:哪|什么|几)"
    r"(?:[一二两三四五六七八九几\d]|些)?(?:个|项|些)?(?:具体)?项目(?:组成|构成|支出|安排|呢)*"
    r"|对应的?(?:具体)?项目(?:有|是|包括)+(?:哪些|哪几个|什么)"
)
FOLLOWS = re.compile(r"[\s~,的]*(?:它|这个科目|该科目|这笔钱|这些钱|这笔支出)?(?:由|是|对应|包括)+")
OF_ACCOUNT = re.compile(r"科目|功能分类|编码|代码|支出|的|列在|列支|这个|该|[款项类]级?")
OTHERWISE = re.compile(r"绩效|目标|指标|满意|[率占]|自评|得分|为什么|原因|最|增|减|平均|每|超过|采购")
SHORTEST = 3


def answer_projects_of_account(asked: TextQuestion) -> Answer | None:
    """The projects of the one account that the question, or the one before it, names; None where it names none."""
    text = fold(asked.rest)
    if not ASKED.search(text) or OTHERWISE.search(text):
        return None
    turns = (text, *map(fold, reversed(asked.earlier)))
    said = next((one for one in turns if any(_named(document, one) for document in asked.documents)), None)
    if said is None or (said != text and not FOLLOWS.match(text)):
        return None
    founds = [found for document in asked.documents if (code := _named(document, said)) and (found := _find(document, code, text))]
    return offer_founds(asked, founds)


def _named(document: Document, text: str) -> str:
    """The code of the account that a text names by its code or by its name in full; empty where it names none or several."""
    names = account_names(document)
    codes = {code for code in names if re.search(rf"(?<!\d){code}(?!\d)", text)}
    fitting = {label_key(name) for name in names.values() if len(name) >= SHORTEST and label_key(name) in text}
    longest = max(fitting, key=len, default="")
    codes = codes or {code for code, name in names.items() if longest and label_key(name) == longest}
    return codes.pop() if len(codes) == 1 else ""


def _find(document: Document, code: str, text: str) -> Found | None:
    rows = [row for row in read_rows(document, PROJECTS) if row.cell("amount")]
    rows = [row for row in rows if row.table.index == rows[0].table.index]
    of_account = [row for row in rows if _code_of(row) == code]
    amounts = [quantity for row in of_account if (quantity := row.quantity("amount"))]
    if not of_account or len(amounts) != len(of_account) or not _is_plain(document, code, text):
        return None
    name = f"{code}{account_names(document).get(code, '')}"
    head = Line(wording.PROJECTS_OF_ACCOUNT.format(table=plain(of_account[0].table.title), account=plain(name), count=len(of_account)))
    total = [tell_computed(wording.TOGETHER, add(amounts), wording.SUM)] if len(of_account) > 1 else []
    return join_lines(document, [head, *total, *(tell_row(row, ("amount",)) for row in of_account)])


def _code_of(row: FormRow) -> str:
    """The account that a project's row prints."""
    found = (ACCOUNT.fullmatch(plain(label)) for label in row.cells[0][1].row)
    return next((one["code"] for one in found if one), "")


def _is_plain(document: Document, code: str, text: str) -> bool:
    """Whether a question asks for the projects of the account and nothing besides."""
    name = label_key(account_names(document).get(code, ""))
    words = ASKED.sub("~", text.replace(code, "~"))
    words = words.replace(name, "~") if name else words
    return not is_unexplained(OF_ACCOUNT.sub("~", words))
