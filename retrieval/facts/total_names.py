"""The names that a total has from its table."""

from __future__ import annotations

from ingest import late_re as re
from ingest.labels.thing_named import is_generic, thing_named
from retrieval.facts.spell_variants import TITLE_FUNDS, TITLE_SCOPE, TITLE_WORDS
from retrieval.spelling.label_key import is_neutral_header, is_total

AMOUNT_HEADER = re.compile(r"(?:金额|总额|合计|总计|小计|(?:预算|决算)数?)$")


def total_names(title: str, rows: tuple[str, ...], headers: tuple[str, ...]) -> tuple[str, ...]:
    """The names that a total cell has from its table: 收入合计 of a 收入表, 支出总计 of the expenditure side."""
    sides = [header for header in headers if header in ("收入", "支出")]
    core = TITLE_WORDS.sub("", title) or title
    side = sides[0] if sides else core
    ends = [row for row in rows if is_total(row)] or ["合计"]
    if not all(is_neutral_header(header) or _is_amount_of(header, title) for header in headers):
        return ()
    names = [end if end.startswith(side) else f"{side}{end}" for end in ends]
    of_thing = [] if is_generic(thing_named(title)) else [TITLE_FUNDS.sub("", TITLE_SCOPE.sub("", core)), title]
    return tuple(dict.fromkeys([*names, *([f"{core}{end}" for end in ends] if sides else [core]), *filter(None, of_thing)]))


def _is_amount_of(header: str, title: str) -> bool:
    """Whether a header only says again, with the word for an amount, what its table is about (购买服务金额, 三公经费合计)."""
    thing = thing_named(header)
    return len(thing) > 1 and bool(AMOUNT_HEADER.search(header)) and thing in title
