"""Two years set beside each other: the later document tells the change since the year before, else the amounts of both are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.query import DocumentChoice
from retrieval.spelling.pair_years import pair_years
from retrieval.spelling.read_year import read_year

CHANGED = re.compile(
    r"(?:比|较|到|至)?\s*(?:20[0-4]\d年?度?|大?前年|[一-鿿\d]年(?:之|以)?前)?\s*(?:增长|增加|增|减少|减|下降|降低|上升|上涨|涨|降|少|多|高|低)(?:了|出)?(?=多少|百分之?几|几成)"
)
COMPARED = re.compile(r"(?:比|较)\s*(?:20[0-4]\d年?度?)?\s*的?(?:呢|怎么样|如何|怎样)(?=\W*$)")  # “比2023年决算呢”
ONE_TO_ANOTHER = re.compile(r"20[0-4]\d年?度?[^,;?]{0,20}?[到至](?:了)?20[0-4]\d")
STATED = re.compile(
    r"增加|增长|增幅|增了|减少|减了|减得|下降|降低|降幅|降了|降得|上升|上涨|涨了|涨得|涨幅|升了|压减|压缩|节约|节省|省(?:了|下|得)"
)
SAVED = re.compile(r"(?<=年)([^,;?]{0,12}?)(?:节约|节省|省)(?:了|下)?(?=多少)")  # “比上年省了多少” is no saving against the budget
EACH_SINCE = re.compile(r"上年|上一年|去年")
TWO_AMOUNTS = re.compile(r"哪一?年|相差|差[多了几]|总共|一共|共计|加起来|(?:合计|总计)(?:是|为|有)?多少|占|比[重例]|倍|平均")
TWO = 2


def set_years_beside(choice: DocumentChoice, question: str, documents: Sequence[DocumentInfo]) -> DocumentChoice:
    """The choice for a question about the change between two years of one body.

    Of one kind of document and consecutive years the later one alone is meant: it states the change, or both are compared for it. Else what
    is called a change is the difference of the two documents, and the words for their kinds are left out of the rest of the question.
    """
    choice = replace(choice, rest=SAVED.sub(r"\1减少", choice.rest, count=1))
    years, chosen = read_year(question), [one for one in documents if one.id in choice.documents]
    paired = pair_years(question, years)
    is_compared = bool(years.references or ONE_TO_ANOTHER.search(question)) and not EACH_SINCE.search(choice.rest)
    if paired and {(one.year, one.kind) for one in chosen} == {(one.year, one.kind) for one in paired}:
        return _beside(choice, [span for one in paired for span in one.spans])
    if not is_compared or len({*years.named, *years.references}) != TWO or not _is_change(choice.rest):
        return choice
    later = [one for one in chosen if not any(_follows(other, one) for other in chosen)]
    if len(later) < len(chosen) and len({one.year for one in later}) == 1:
        ids = tuple(key for key in choice.documents if key in {one.id for one in later})
        return replace(choice, documents=ids, is_each=choice.is_each and len(ids) > 1 and len({one.organization for one in later}) > 1)
    return _beside(choice, []) if len(chosen) == TWO and len({one.organization for one in chosen}) == 1 else choice


def _is_change(rest: str) -> bool:
    """Whether the change between two years is asked for, no list of both amounts."""
    return bool(CHANGED.search(rest) or STATED.search(rest)) and not TWO_AMOUNTS.search(rest)


def _follows(later: DocumentInfo, earlier: DocumentInfo) -> bool:
    """Whether a document is that of the year after, of the same body and kind."""
    if later.year is None or earlier.year is None or later.year != earlier.year + 1:
        return False
    return (later.organization, later.kind, later.scope) == (earlier.organization, earlier.kind, earlier.scope)


def _beside(choice: DocumentChoice, spans: Sequence[tuple[int, int]]) -> DocumentChoice:
    rest = choice.rest
    for start, end in spans:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    rest = CHANGED.sub("相差", rest, count=1)
    return replace(choice, rest=COMPARED.sub("相差多少", rest, count=1))
