"""“编制一共多少人”, “执法编制多少”: posts and persons that a document counts kind by kind, added up or as a part of others."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.relations.posts_held import Posts, posts_inside, posts_of
from app.telling.calculation import add
from app.telling.cite import document_name, within_quotes
from app.telling.wording_posts import BETWEEN, HEAD, INSIDE, ONE_KIND, PART, PERSONS, POSTS, SIDE
from ingest import late_re as re
from ingest.document import Document
from ingest.quantity import Quantity
from retrieval.spelling.label_key import fold

COUNTED = (
    r"(?:的)?(?:人员|职工|人数|总人数|总数|总额|数)*(?:各|分别|一共|总共|合计|总计|共|加起来)*(?:有|是|为)*(?:(?:多少|几)[名人个]?)?"
)
HELD = r"(?:实有|实际|在职在编|在职|在编|在岗)(?:在职|在编|在岗)?"
FEW = r"(?:多少|几)[名人个]?"
POSTS_SIDE = re.compile(rf"(?:核定)?(?:的)?(?:人员|在职)?编制{COUNTED}|{FEW}编制")
PERSONS_SIDE = re.compile(rf"(?:年末|目前|现在|现)?{HELD}{COUNTED}|{FEW}{HELD}(?:人员|职工|干部)?")
KIND = r"(?:行政|事业|参公|工勤)"
PERSONS_OF_KIND = re.compile(
    rf"(?P<kind>{KIND})(?:人员|编制)?(?:的)?(?:年末|目前|现在|现)?{HELD}{COUNTED}|(?:年末)?{HELD}(?P<behind>{KIND})(?:编制)?{COUNTED}"
)
OF_KIND = r"(?:{kind}|{kind}在职)(?:人员|职工|人数|实有)"
KIND_ASKED = re.compile(rf"(?:其中)?(?:的)?(?P<kind>[一-鿿]{{2,6}}?)编制{COUNTED}")
ASKED = re.compile(r"(?:多少|几)(?P<unit>[名人个]?)")
LEAD = re.compile(r"^(?:20\d\d年?(?:末|底)?)?(?:的|共有|共|有|请问)*|[呢吗啊呀]$")
UNIT = "人"


def answer_posts(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """Posts or persons told kind by kind, added up; posts that are a part of others; None for any other question."""
    asked = ASKED.search(question)
    if not asked:
        return None
    choice = answerer.reader.choose(question, history)[0]
    if choice.failed or choice.units or len(choice.documents) != 1:
        return None
    clauses = [LEAD.sub("", one) for one in re.split(r"[;,、?。]|和", fold(choice.rest)) if one]
    sides = [(POSTS_SIDE.fullmatch(one), PERSONS_SIDE.fullmatch(one)) for one in clauses]
    document, unit = answerer.disclosures.document(choice.documents[0]), asked["unit"] or UNIT
    if not clauses or not all(any(one) for one in sides):
        return of_inside(document, clauses, unit) or held_of_kind(document, clauses, unit)
    kinds = kinds_of_one_body(document)
    if not kinds:
        return None
    return written(document, kinds, [bool(is_posts) for is_posts, _ in sides], unit)


def held_of_kind(document: Document, clauses: Sequence[str], unit: str) -> Answer | None:
    """The persons who hold the posts of the one kind asked for; refused where only those of all kinds are told."""
    asked = PERSONS_OF_KIND.fullmatch(clauses[0]) if len(clauses) == 1 else None
    if not asked:
        return None
    kind = asked["kind"] or asked["behind"]
    told = [one for one in posts_of(document, by_unit=False) if one.kind]
    held = [one for one in told if one.kind == kind]
    if len(held) == 1:
        return written(document, held, [False], unit)
    is_told = held or any(re.search(OF_KIND.format(kind=kind), one.subject) for one in document.statements)
    return None if is_told else NO_ANSWER


def kinds_of_one_body(document: Document) -> list[Posts]:
    """The kinds of posts of the one body of which prose tells any, each with its persons; none where it tells all of them together."""
    found = posts_of(document, by_unit=False)
    kinds = [one.kind for one in found]
    is_apart = len(found) > 1 and all(kinds) and len({*kinds}) == len(kinds) and len({one.body for one in found}) == 1
    return found if is_apart else []


def written(document: Document, kinds: Sequence[Posts], sides: Sequence[bool], unit: str) -> Answer:
    """A line for each side that is asked for: what the kinds come to, and each of them."""
    citations = tuple(dict.fromkeys(one for kind in kinds for one in kind.citations))
    marks = "".join(f"[{place}]" for place in range(1, len(citations) + 1))
    lines, values, formulas = [HEAD.format(document=document_name(document.info))], [], []
    for is_posts in dict.fromkeys(sides):
        numbers = [(one.kind, one.posts if is_posts else one.persons) for one in kinds]
        total = add([Quantity(number, unit) for _, number in numbers])
        parts = BETWEEN.join(PART.format(kind=kind, number=number, unit=unit) for kind, number in numbers)
        side = POSTS if is_posts else PERSONS
        each = [Value(f"{kind}{side}", number, unit) for kind, number in numbers]
        if len(each) == 1:
            lines.append(ONE_KIND.format(name=each[0].label, number=each[0].value, unit=unit, marks=marks))
            values += each
            continue
        told = {"side": side, "total": total.result.number, "unit": unit, "formula": total.formula}
        lines.append(SIDE.format(marks=marks, parts=parts, **told))
        values += [Value(side, total.result.number, unit), *each]
        formulas.append(total.formula)
    return Answer("answered", "\n".join(lines), tuple(values), "；".join(formulas) or None, citations, answered_by="rule")


def of_inside(document: Document, clauses: Sequence[str], unit: str) -> Answer | None:
    """The one kind of posts asked for, where the document counts it as a part of others; refused where it is told twice, differently."""
    asked = KIND_ASKED.fullmatch(clauses[0]) if len(clauses) == 1 else None
    told = {number: cited for kind, number, cited in posts_inside(document) if asked and kind == asked["kind"]}
    if not asked or not told:
        return None
    if len(told) > 1:
        return NO_ANSWER
    kind, (number, citation) = asked["kind"], next(iter(told.items()))
    said = {"document": document_name(document.info), "kind": kind, "number": number, "unit": unit, "quote": within_quotes(citation.quote)}
    return Answer("answered", INSIDE.format(**said), (Value(f"{kind}{POSTS}", number, unit),), None, (citation,), answered_by="rule")
