"""The posts (编制) of each body of a document and the persons who hold them, as its prose and its tables tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Citation
from app.telling.cite import cite_figure, cite_statement
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.evidence import FigureEvidence, StatementEvidence
from retrieval.facts.statement_of_unit import last_body, plain
from retrieval.spelling.label_key import fold, is_total, label_key

POSTS = re.compile(
    r"(?P<kind>[一-鿿]{0,6}?)编制(?:总?人?数|总?额|人员)?(?:小计|合计|总计)?(?:共|共有|为|是|有|核定)*(?P<number>\d+)[名人个]"
)
PERSONS = re.compile(
    r"(?<!编外)(?:现有|实有|在职|在编|在岗|实际)(?:在职|在编|在岗|人员|教职工|职工|人数|干部|教师|工作人员|总数|小计|合计|总计)*(?:共|共有|为|是|有|计)*(?P<number>\d+)[名人个]"
)
OF_ALL = re.compile(r"全部门|全系统|全[局委]|(?:本|^|[，。；,;])部门(?:共|总)?(?:核定)?(?:行政|事业|人员|在职)*(?:编制|人员|核定|共)")
IN_SERVICE = re.compile(r"[,，;；]?其中[:：]?(?:在职|在编|在岗)(?:在编|在职)?(?:人员|职工|人数|小计|合计)*(?P<number>\d+)[名人]")
INCLUDED = re.compile(r"(?:其中)?(?:包?含|包括)")  # “行政编制71人（含执法编制28人）”: counted already
NO_POSTS = re.compile(r"编外|聘用|聘任|临时|范围")
KINDS = re.compile(r"行政|事业|政法专项|公安专项|工勤|参公")
KIND_BEFORE = re.compile(r"(?P<kind>行政|事业|参公|工勤|补助)(?:编制|人员)?$")  # “行政在职人数36人”: of one kind alone
WHOLE = re.compile(r"总|人员编制|部门编制")
BRACKETS = re.compile(r"[()]")
POSTS_COLUMN = re.compile(r"(?:人员|核定)*编制(?:总?人?数|总额)?")
PERSONS_COLUMN = re.compile(r"(?:现有|年末)?(?:实有|在职|在编|在岗)+(?:人员|职工)?(?:总?人?数)?")


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of one body, of one kind or (under no kind) of all, and the persons who hold them, with where that is told."""

    body: str
    kind: str
    posts: Decimal
    persons: Decimal
    citations: tuple[Citation, ...]

    @property
    def gap(self) -> Decimal:
        """How many posts nobody holds; negative where there are more persons than posts."""
        return self.posts - self.persons


def posts_of(document: Document, *, by_unit: bool) -> list[Posts]:
    """What is told of posts and persons: for each body its kinds one by one, and all of them under no kind.

    Tables tell it where prose does not, or where units are meant one by one.
    """
    found = [one for index in range(len(document.sections)) for one in posts_in(document, index)]
    told = {(one.body, one.posts) for one in found if not one.kind}
    if by_unit or not found:
        in_tables = [one for one in posts_in_tables(document) if (one.body, one.posts) not in told]
        found += next(([one] for one in in_tables if not by_unit and is_of_all(one, in_tables)), in_tables)
    return list({(one.body, one.kind, one.posts, one.persons): one for one in found}.values())


def own_name(name: str) -> str:
    """A body's name, its own level (某局（机关）) under the name that tells it from the whole."""
    return BRACKETS.sub("", fold(name))


def is_of_all(one: Posts, all_told: Sequence[Posts]) -> bool:
    """Whether the posts of a body are those of all the others together."""
    others = [other for other in all_told if other is not one]
    return len(others) > 1 and one.posts == sum(other.posts for other in others)


def posts_in_tables(document: Document) -> list[Posts]:
    """The rows of tables that count a body's posts and the persons who hold them side by side."""
    rows: dict[tuple[int, tuple[str, ...]], list[Figure]] = defaultdict(list)
    for figure in document.figures:
        if figure.row and figure.col and figure.quantity and not is_total(label_key(figure.row[-1])):
            rows[figure.table, figure.row].append(figure)
    return [one for figures in rows.values() if (one := posts_in_row(document, figures))]


def posts_in_row(document: Document, figures: Sequence[Figure]) -> Posts | None:
    """The posts and persons of one row; None where it has not one column of each."""
    cells = [[one for one in figures if column.fullmatch(label_key(one.col[-1]))] for column in (POSTS_COLUMN, PERSONS_COLUMN)]
    if any(len(of_column) != 1 for of_column in cells):
        return None
    posts, persons = (of_column[0] for of_column in cells)
    evidence = [FigureEvidence(document.info, document.tables[one.table], one, 0.0) for one in (posts, persons)]
    numbers = [one.quantity.number for one in (posts, persons) if one.quantity]
    return Posts(own_name(posts.row[-1]), "", numbers[0], numbers[1], tuple(map(cite_figure, evidence)))


def posts_in(document: Document, index: int) -> list[Posts]:
    """The posts told in one section: counts of posts, all of them or kind by kind, then the count of the persons who hold them."""
    info = document.info
    text, names = fold(document.sections[index].text), [info.organization or "", *info.units]
    posts = [one for one in POSTS.finditer(text) if not NO_POSTS.search(one[0]) and not INCLUDED.match(one[0])]
    found: list[Posts] = []
    group: list[tuple[str, Decimal]] = []
    for place, one in enumerate(posts):
        group.append((kind_of(one[0]), Decimal(one["number"])))
        until = posts[place + 1].start() if place + 1 < len(posts) else len(text)
        held = PERSONS.search(text, one.end(), until)
        of_kind = KIND_BEFORE.search(text, 0, held.start()) if held else None
        if held and of_kind and {kind for kind, _ in group} != {of_kind["kind"]}:
            group = []  # persons of one kind hold no posts of all
        elif held:
            sentence = text[text.rfind("。", 0, one.start()) + 1 : one.end()]
            named = None if OF_ALL.search(sentence) else last_body(text[: one.end()], names)
            body = named or plain(info.organization or "")
            in_service = IN_SERVICE.match(text, held.end())  # 实有109人，其中在职103人，离休1人: those who hold a post
            persons = Decimal((in_service or held)["number"])
            told = [(*whole_of(group), persons), *parts_of(group, text[held.end() : until])]
            found += [Posts(body, kind, number, by, (cite_posts(document, index, number),)) for kind, number, by in told]
            group = []
    return found


def kind_of(words: str) -> str:
    """The kind of posts that words name; none where they speak of all."""
    kind = KINDS.search(words)
    return kind[0] if kind and not WHOLE.search(words) else ""


def whole_of(group: Sequence[tuple[str, Decimal]]) -> tuple[str, Decimal]:
    """Posts counted together: the only ones, those of which the others are parts, or all kinds added up."""
    if len(group) == 1 or not group[0][0]:
        return group[0]  # “人员编制共48名，其中：…”
    rest = sum((number for _, number in group[1:]), Decimal(0))
    return "", rest if group[0][1] == rest else group[0][1] + rest


def parts_of(group: Sequence[tuple[str, Decimal]], behind: str) -> list[tuple[str, Decimal, Decimal]]:
    """The kinds of posts counted together of which the words behind tell the persons too (“其中行政22人、事业95人”)."""
    named = [kind for kind, _ in group]  # 全部补助事业编制 and 部分补助事业编制 are two of one kind
    kinds = [(kind, number) for kind, number in group if kind and len(group) > 1 and named.count(kind) == 1]
    held = [(kind, number, re.search(rf"{kind}(?:编制|在编|在职)*(?:人员|职工|人数)?(\d+)[名人]", behind)) for kind, number in kinds]
    return [(kind, number, Decimal(told[1])) for kind, number, told in held if told]


def cite_posts(document: Document, index: int, posts: Decimal) -> Citation:
    """The sentence of a section that tells how many posts there are."""
    told = [said for said in document.statements if said.section == index and "编制" in said.subject]
    stated = next((said for said in told if said.quantity.number == posts), told[0])
    return cite_statement(StatementEvidence(document.info, document.sections[index], stated, 0.0))
