"""The honest no: which part of the question failed, and what there is instead; never an amount."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from app.answer import Answer
from app.telling.cite import document_name, within_quotes
from app.telling.wording import (
    BLANK_ITEM,
    NEAREST,
    NO_BOTH,
    NO_ITEM,
    NO_KIND,
    NO_ORGANIZATION,
    NO_PASSAGE,
    NO_YEAR,
    NOT_SO,
    OUT_OF_SCOPE,
    UNHANDLED,
    WHAT_EXISTS,
)
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.facts.candidate import Found
from retrieval.facts.finding import Finding
from retrieval.facts.label_mention import Mention
from retrieval.query import DocumentChoice
from retrieval.spelling.label_key import label_key

MOST_NAMES = 6
MISSED = Found((), ())
JOINED = re.compile(r"[和及与、]")
NEAR = 60
ASKING = re.compile(r"多少|几|什么|哪|怎么")


def answer_no_document(choice: DocumentChoice, infos: Sequence[DocumentInfo]) -> Answer:
    """No document fits: the organisation, the year or the kind is not loaded."""
    organization = "、".join(choice.organizations)
    years = "、".join(f"{year}年" for year in choice.years)
    if choice.failed == "organization":
        reason = NO_ORGANIZATION.format(asked="、".join(choice.unknown_organizations) or organization or "所问单位")
    elif choice.failed == "kind":
        reason = NO_KIND.format(organization=organization, year=years, kind="、".join(choice.kinds))
    else:
        loaded = {info.year for info in infos if info.organization in choice.organizations}
        lacking = [year for year in choice.years if year not in loaded] or list(choice.years)
        reason = NO_YEAR.format(organization=organization, year="、".join(f"{year}年" for year in lacking).removesuffix("年"))
    related = [info for info in infos if info.organization in choice.organizations] or list(infos)
    return Answer(status="not_found", text=f"{reason}{exists(related)}")


def exists(infos: Sequence[DocumentInfo]) -> str:
    """What is loaded, by name."""
    names = "；".join(document_name(info) for info in infos[:MOST_NAMES])
    return WHAT_EXISTS.format(names=f"{names}等" if len(infos) > MOST_NAMES else names)


def answer_no_figure(findings: Sequence[Finding]) -> Answer:
    """The documents are there, the figure is not: not listed, or listed and left blank."""
    findings = [finding for finding in findings if not is_complete(finding)] or findings
    documents = "、".join(document_name(finding.index.document.info) for finding in findings[:3])
    unhandled = [part for finding in findings for part in finding.reading.unhandled]
    if unhandled and any(found.found for finding in findings for found in finding.tasks):
        return Answer(status="not_found", text=UNHANDLED.format(part=unhandled[0].strip("~、")))
    mentions = [one for finding in findings for found in finding.tasks for one in lacking(finding, found.task.wants)]
    if not mentions:
        unknown = "".join(dict.fromkeys(part for finding in findings for part in finding.reading.unexplained))
        reason = NO_PASSAGE.format(documents=documents) if findings else OUT_OF_SCOPE
        return Answer(status="not_found", text=f"{reason}{near(unknown, findings)}")
    asked = mentions[0].asked
    is_blank = any(key in finding.index.blanks for finding in findings for key in (asked, *mentions[0].keys))
    has_figure = any(key in finding.index.postings for finding in findings for key in (label_key(asked), *mentions[0].keys))
    if is_blank and not has_figure and not ASKING.search(asked):
        return Answer(status="not_found", text=BLANK_ITEM.format(documents=documents, asked=within_quotes(asked)))
    others = tuple(dict.fromkeys(one.asked for found in findings[0].tasks for want in found.task.wants for one in want.mentions))
    if mentions[0].keys and len(others) > 1:
        return Answer(status="not_found", text=NO_BOTH.format(documents=documents, asked="”“".join(map(within_quotes, others))))
    unread = [part.strip("~、的") for finding in findings for part in finding.reading.unexplained if not ASKING.search(part)]
    if unread and ASKING.search(asked):  # the words that ask for all of it are not what is missing
        asked = unread[0]
    if not is_missing(asked, findings):
        return Answer(status="not_found", text=NOT_SO.format(documents=documents, asked=within_quotes(asked)))
    return Answer(status="not_found", text=f"{NO_ITEM.format(documents=documents, asked=within_quotes(asked))}{near(asked, findings)}")


def is_complete(finding: Finding) -> bool:
    """Whether a document has a figure for all that is asked."""
    return bool(finding.tasks) and all(each.candidates and not each.missing for found in finding.tasks for each in found.found or (MISSED,))


def is_missing(asked: str, findings: Sequence[Finding]) -> bool:
    """Whether no figure of the documents bears the name."""
    return not any(key in finding.index.postings for finding in findings for key in (asked, label_key(asked)))


def lacking(finding: Finding, wants: Sequence[object]) -> list[Mention]:
    """The mentions that nothing was found for, those without any label first."""
    missing = [one for found in finding.tasks for each in found.found for one in each.missing]
    named = [one for found in finding.tasks for want in found.task.wants for one in want.mentions]
    return sorted(missing or (named if wants else []), key=lambda one: bool(one.keys))


def near(asked: str, findings: Sequence[Finding]) -> str:
    """Names in the documents that resemble what was asked."""
    indexes = [finding.index for finding in findings]
    spellings = {key for index in indexes for key in index.variants if 2 < len(key) <= 20 and key not in index.compounds}
    spellings -= {key for key in spellings if JOINED.search(key) and not any(key in one.postings for one in indexes)}
    names = {key for key in spellings if key != asked and not any(map(str.isdigit, key))}
    found = process.extract(asked, sorted(names), scorer=fuzz.ratio, limit=4, score_cutoff=NEAR) if asked else []
    return NEAREST.format(names="、".join(name for name, _, _ in found)) if found else ""
