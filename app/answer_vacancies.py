"""“还空几个编”, “超编了吗”, “满编没有”: the posts (编制) that the prose gives a body, held against the persons who hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import Answer, Value
from app.calculation import add, subtract
from app.cite import cite_statement, document_name
from app.join_answers import join_answers
from app.question_answerer import QuestionAnswerer
from app.wording_vacancies import ALL, EXCESS, FULL, HEAD, KIND, OVER, PERSONS_HELD, POSTS_THERE, VACANCIES, VACANT
from ingest import late_re as re
from ingest.document import Document, DocumentInfo, Section
from ingest.quantity import Quantity
from retrieval.evidence import StatementEvidence
from retrieval.label_key import fold
from retrieval.query import DocumentChoice
from retrieval.statement_of_unit import last_body, plain

ASKED = re.compile(
    r"编制\d*[名个人]?[^;?]{0,20}(?:空|缺|差)[着了]?(?:几|多少)[个名人]|(?:空|缺|闲|满|超)[着了出]?(?:几|多少)?[个名]?编|编制[^,;?]{0,6}(?:[空缺闲满超]|富余|招够|坐够|坐满|招满)|编制(?:总?数|总?额)?(?:(?:比|减去?|扣[掉除])[^,;?]{0,12}(?:实有|在职|在编|在岗)|[和与跟][^,;?]{0,4}(?:实有|在职|在编|在岗)[^,;?]{0,6}差)"
)
PART_ONLY = re.compile(r"各|分别|为什么|原因|平均|人均|占|比例|百分|元|退休|编外|去年|上年")
POSTS = re.compile(r"(?P<kind>[一-鿿]{0,6}?)编制(?:总?人?数|总?额|人员)?(?:共|共有|为|是|有|核定)*(?P<number>\d+)[名人个]")
PERSONS = re.compile(
    r"(?<!编外)(?:现有|实有|在职|在编|在岗|实际)(?:在职|在编|在岗|人员|教职工|职工|人数|干部|教师|工作人员|总数)*(?:共|共有|为|是|有|计)*(?P<number>\d+)[名人个]"
)
OF_ALL = re.compile(r"全部门|全系统|全[局委]|本部门(?:共|编制|人员|核定)")
IN_SERVICE = re.compile(r"[,，;；]?其中[:：]?(?:在职|在编|在岗)(?:在编|在职)?(?:人员|职工|人数)*(?P<number>\d+)[名人]")
NO_POSTS = re.compile(r"编外|聘用|聘任|临时|范围")
KINDS = re.compile(r"行政|事业|政法专项|公安专项|工勤|参公")
WHOLE = re.compile(r"总|人员编制|部门编制")
PERSONS_TOO = re.compile(r"(?:实有|在职|在编|在岗)[^,;?]{0,8}(?:多少|几)")
POSTS_TOO = re.compile(r"编制[^,;?空缺闲]{0,6}(?:多少|几)[^;?]{0,6}[,，]")
COUNTER = re.compile(r".*(?:几|多少)([个名人])")  # the last that is asked for
UNIT = "名"
MOST_DOCUMENTS = 4


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of one body, of one kind or (under no kind) of all, and the persons who hold them, as a section tells."""

    body: str
    kind: str
    posts: Decimal
    persons: Decimal
    section: int

    @property
    def gap(self) -> Decimal:
        """How many posts nobody holds; negative where there are more persons than posts."""
        return self.posts - self.persons


def answer_vacancies(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The posts of each body meant, those who hold them and how many are left; None where that is not asked or not told so."""
    choice = answerer.reader.choose(question, history)[0]
    asked = ASKED.search(choice.rest)
    if choice.failed or not asked or not 0 < len(choice.documents) <= MOST_DOCUMENTS or PART_ONLY.search(choice.rest):
        return None
    documents = [answerer.disclosures.document(one) for one in choice.documents]
    counter = COUNTER.search(question)
    told = [(document, of_asked(posts_of(document), choice)) for document in documents]
    with_persons = bool(PERSONS_TOO.search(choice.rest))
    with_posts = bool(POSTS_TOO.search(choice.rest))
    unit = counter[1] if counter else UNIT
    answers = [written(document, found, unit, with_persons=with_persons, with_posts=with_posts) for document, found in told if found]
    return replace(join_answers(answers), calculation=answers[0].calculation) if answers else None


def of_asked(found: Sequence[Posts], choice: DocumentChoice) -> list[Posts]:
    """Those of the bodies and of the kinds that the question names; none where one of them is not told."""
    units = {plain(unit) for unit in choice.units}
    kinds = KINDS.findall(choice.rest)
    own = [one for one in found if not units or one.body in units]
    bodies = {one.body for one in own}
    whole = {one.body for one in own if not one.kind}
    meant = [one for one in own if (any(kind in one.kind for kind in kinds) if kinds else one.body not in whole or not one.kind)]
    lacks_kind = [kind for kind in kinds if not any(kind in one.kind for one in meant)]
    return [] if units - bodies or lacks_kind else meant


def posts_of(document: Document) -> list[Posts]:
    """What the prose tells of posts and persons: for each body its kinds one by one, and all of them under no kind."""
    found = [one for index, section in enumerate(document.sections) for one in posts_in(index, section, document.info)]
    return list({(one.body, one.kind, one.posts, one.persons): one for one in found}.values())


def posts_in(index: int, section: Section, info: DocumentInfo) -> list[Posts]:
    """The posts told in one section: counts of posts, all of them or kind by kind, then the count of the persons who hold them."""
    text, names = fold(section.text), [info.organization or "", *info.units]
    posts = [one for one in POSTS.finditer(text) if not NO_POSTS.search(one[0])]
    found: list[Posts] = []
    group: list[tuple[str, Decimal]] = []
    for place, one in enumerate(posts):
        group.append((kind_of(one[0]), Decimal(one["number"])))
        until = posts[place + 1].start() if place + 1 < len(posts) else len(text)
        if held := PERSONS.search(text, one.end(), until):
            sentence = text[text.rfind("。", 0, one.start()) + 1 : one.end()]
            named = None if OF_ALL.search(sentence) else last_body(text[: one.end()], names)
            body = named or plain(info.organization or "")
            in_service = IN_SERVICE.match(text, held.end())  # 实有109人，其中在职103人，离休1人: those who hold a post
            persons = Decimal((in_service or held)["number"])
            told = [(*whole_of(group), persons), *parts_of(group, text[held.end() : until])]
            found += [Posts(body, kind, number, by, index) for kind, number, by in told]
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
    kinds = [(kind, number) for kind, number in group if kind and len(group) > 1]
    held = [(kind, number, re.search(rf"{kind}(?:编制|在编|在职)*(?:人员|职工)?(\d+)[名人]", behind)) for kind, number in kinds]
    return [(kind, number, Decimal(told[1])) for kind, number, told in held if told]


def written(
    document: Document, found: Sequence[Posts], unit: str, *, with_persons: bool = False, with_posts: bool = False
) -> Answer:
    """A line for each body and kind, and what they come to together, counted in the unit asked for; persons and posts as values too."""
    lines, values, citations, formula = [], [], [], ""
    for mark, one in enumerate(found, 1):
        posts, persons = Quantity(one.posts, unit), Quantity(one.persons, unit)
        gap = subtract(*sorted((posts, persons), key=lambda count: -count.number))
        form = FULL if not one.gap else VACANT if one.gap > 0 else OVER
        name = one.body + (KIND.format(kind=one.kind) if one.kind else "")
        told = {"posts": one.posts, "persons": one.persons, "gap": gap.result.number, "unit": unit}
        formula = gap.formula
        lines.append(form.format(name=name, formula=formula, mark=mark, **told))
        values.append(Value(f"{name}{VACANCIES if one.gap >= 0 else EXCESS}", gap.result.number, unit))
        values += [Value(f"{name}{POSTS_THERE}", one.posts, unit)] if with_posts else []
        values += [Value(f"{name}{PERSONS_HELD}", one.persons, unit)] if with_persons else []
        citations.append(cite_statement(evidence_of(document, one)))
    if len(found) > 1 and all(one.gap >= 0 for one in found):
        total = add([Quantity(one.gap, unit) for one in found])
        formula = total.formula
        lines.insert(0, ALL.format(gap=total.result.number, unit=unit, formula=formula))
        values.insert(0, Value(VACANCIES, total.result.number, unit))
    text = "\n".join((HEAD.format(document=document_name(document.info)), *lines))
    return Answer("answered", text, tuple(values), formula, tuple(citations), answered_by="rule")


def evidence_of(document: Document, one: Posts) -> StatementEvidence:
    """The sentence that tells how many posts there are."""
    told = [said for said in document.statements if said.section == one.section and "编制" in said.subject]
    stated = next((said for said in told if said.quantity.number == one.posts), told[0])
    return StatementEvidence(document.info, document.sections[one.section], stated, 0.0)
