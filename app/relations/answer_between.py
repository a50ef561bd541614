"""“决算里的年初预算和预算文件一致吗”: what two published files of one body print of one amount, by the check between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.answer import Answer
from app.checks.answer_consistency import VERDICT
from app.checks.answer_contradiction import Fit, own_name, tell
from app.checks.asked_prints import WORD, load_agreement_words, told_share
from app.checks.check_asked import NO_ANSWER
from app.checks.tell_checks import Library
from ingest.checks.check_arithmetic import BETWEEN
from ingest.document import Check, Document, DocumentInfo
from retrieval.spelling.label_key import fold, is_total, label_key

FILE = re.compile(
    r"(?:(?P<year>20\d\d)年度?的?)?(?:部门|单位)?(?P<kind>预算|决算)"
    r"(?:公开)?(?:文件|公开|书(?!记)|报告|里面?|中(?![心小央])|[说写印讲]的?)(?:的|里面?|中)*"
)
YEAR = re.compile(r"(20\d\d)年")
OPENING, BUDGET = "年初", "预算"
FEWEST = 2


def answer_between(
    question: str, rest: str, organizations: Sequence[str], infos: Sequence[DocumentInfo], library: Library
) -> Answer | None:
    """The check of both files that is of the amount asked about, an honest no where none is; None where no two files are named."""
    years = set(YEAR.findall(question))
    files = {(found["year"] or next(iter(years)), found["kind"]) for found in FILE.finditer(question) if found["year"] or len(years) == 1}
    if len(files) < FEWEST or len(organizations) != 1 or not VERDICT.search(question):
        return None
    topic = YEAR.sub(" ", FILE.sub(" ", fold(VERDICT.sub(" ", aligned(question, rest)))))
    if BUDGET not in topic:
        return None  # what was budgeted against what was spent is no amount printed twice
    documents = [library(one.id) for one in infos if one.organization == organizations[0] and (str(one.year), one.kind) in files]
    checks = [(document, check) for document in documents for check in checks_of_files(document, files, library)]
    found = [(document, check) for document, check in checks if is_of(topic, check, document, library)]
    return tell(Fit(*found[0], 1.0, True, 1.0), library) if len({check.left for _, check in found}) == 1 else NO_ANSWER


def aligned(question: str, rest: str) -> str:
    """The question without its body's name, but with the years and kinds of files that `rest` leaves out."""
    opening = len(rest) - len(rest.lstrip(" ")) if len(rest) == len(question) else 0
    named = YEAR.search(question)
    return question[min(opening, named.start() if named else opening) :]


def checks_of_files(document: Document, files: set[tuple[str, str]], library: Library) -> Iterator[Check]:
    """The checks of single prints that a document and the other file have in common."""
    for check in document.checks:
        terms = (*check.left, *check.right)
        infos = {(str(info.year), info.kind) for info in ((library(one.document) if one.document else document).info for one in terms)}
        if check.kind == BETWEEN and len(terms) == FEWEST and check.left and not check.left[0].document and infos == files:
            yield check


def is_of(topic: str, check: Check, document: Document, library: Library) -> bool:
    """Whether a check is of the thing named, of the total where none is."""
    name, other = own_name(check.left[0], document), check.right[0]
    words = "".join(WORD.findall(load_agreement_words().empty.sub(" ", topic))).replace(OPENING, "")
    if words:
        return told_share(topic, f"{name}{OPENING}") == 1 and told_share(name, topic) == 1
    figure = library(other.document).figures[other.figure] if other.document and other.figure is not None else None
    return figure is not None and is_total(label_key("".join(figure.row[-1:])))
