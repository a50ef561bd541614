"""By which code a table lists a project, an account or a unit: the code printed before its name."""

from __future__ import annotations

from collections.abc import Iterator

from app.answer import Answer
from app.forms.match_rows import bare, named_project
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold

CODE_ASKED = re.compile(
    r"(?P<of>项目|单位|(?:功能|经济)?(?:分类)?科目|预算)?的?(?:编码|代码|编号)(?:(?:是|为|有|呢)*(?:多少|什么|几|啥)?(?:号)?[?？。\s]*$|(?:是|为)(?:多少|什么(?!意思|样|用)|几))"
    r"|(?:什么|哪个|多少)(?:编码|代码|编号)"
)
THING_ASKED = re.compile(  # “编码…是哪个项目”
    r"(?:部门预算|预算|决算|里|中|的)*(?:项目|科目|单位)?(?:编码|代码|编号)?(?:为|是)?(?P<code>\d{5,40})(?:这个)?(?:编码|代码|编号)?"
    r"(?:的|对应的?|代表|所指的?|指的?|是)*(?:是)?(?:哪(?:一)?个|什么|哪家)(?:项目|科目|单位)?(?:名称)?[?？。]?"
)
CODE_TOLD = re.compile(r"(?<![\d.,])\d{5,}(?![\d.,%％])")
CODE, BEFORE_NAME = re.compile(r"\d[\d\s]*"), re.compile(r"^(\d[\d\s]*\d)[\s　]+(?=\D)(.+)$")
KINDS = (
    ("功能", r"2\d{2,6}"), ("经济", r"[35]\d{2,4}"), ("科目", r"[235]\d{2,6}"), ("单位", r"\d{3}(?:\d{3}){0,2}"), ("项目", r"\d{10,40}"),
)  # fmt: skip
MOST_CODES, SHORTEST, MOST_OF = 3, 3, 0.6


def answer_code(asked: TextQuestion) -> Answer | None:
    """The codes printed before the name that the question gives, or the name behind its code; None where none is printed or asked for."""
    if coded := THING_ASKED.fullmatch(fold(asked.rest).strip()):
        return offer_founds(asked, [one for document in asked.documents if (one := _thing(document, coded["code"]))])
    found = CODE_ASKED.search(fold(asked.rest))
    if found is None:
        return None
    text = fold(asked.rest)
    kind, code = next((one for one in KINDS if one[0] in (found["of"] or text)), ("", r"\d{3,40}"))
    said = text[: found.start()] + ("项目" if kind == "项目" else "")
    founds = [
        one for document in asked.documents
        if (one := _find(document, said if len(bare(said)) >= SHORTEST else _body(document, asked), re.compile(code)))
    ]  # fmt: skip
    return offer_founds(asked, founds)


def _thing(document: Document, code: str) -> Found | None:
    """What a table prints behind a code; None where none does or several things bear it."""
    borne = {bare(name): (name, figure) for figure in document.figures for digits, name, figure in _coded(figure) if digits == code}
    if len(borne) != 1:
        return None
    ((name, figure),) = borne.values()
    table = document.tables[figure.table]
    text = wording.CODE_OF.format(table=plain(table.title), name=plain(name), code=code)
    return Found(document, text, (cite_table(document, table, " ".join(figure.row), figure.place),))


def _body(document: Document, asked: TextQuestion) -> str:
    """The unit asked for, else the body itself: whose code is meant where nothing else is named."""
    return "".join(asked.choice.units) or document.info.organization or ""


def _find(document: Document, words: str, kind: re.Pattern[str]) -> Found | None:
    """The code of the thing named, with another of its codes where the tables print several."""
    coded = [one for figure in document.figures for one in _coded(figure) if kind.fullmatch(one[0])]
    names = list(dict.fromkeys(name for _, name, _ in coded))
    name = _named(fold(words), names)
    codes: dict[str, tuple[str, Figure]] = {}
    for code, printed, figure in coded:
        if printed == name:
            codes.setdefault(code, (printed, figure))
    if not 0 < len(codes) <= MOST_CODES:
        return None
    lines, citations = [], []
    for code, (printed, figure) in codes.items():
        table = document.tables[figure.table]
        lines.append(wording.CODE_OF.format(table=plain(table.title), name=plain(printed), code=code))
        citations.append(cite_table(document, table, " ".join(figure.row), figure.place))
    return Found(document, "\n".join(lines), tuple(citations))


def _named(words: str, names: list[str]) -> str:
    """The name that the words say in full and little beside, else the one that they shorten."""
    said = bare(words)
    whole = [name for name in names if len(bare(name)) >= max(SHORTEST, MOST_OF * len(said.removesuffix("项目"))) and bare(name) in said]
    if whole:
        return max(whole, key=lambda name: len(bare(name)))
    found = named_project(words, names) if len(said) > SHORTEST else None
    return found[0] if found else ""


def _coded(figure: Figure) -> Iterator[tuple[str, str, Figure]]:
    """Each name of a row with the code that stands before it, in one cell or in several."""
    digits = ""
    for part in figure.row:
        together = BEFORE_NAME.match(part.strip())
        if CODE.fullmatch(part.strip()):
            digits += re.sub(r"\s", "", part)
            continue
        if together:
            digits, part = re.sub(r"\s", "", together[1]), together[2]
        if digits:
            yield digits, part, figure
        digits = ""
