"""“财政拨款多少”: all that is granted, out of the tables of income, and not the grant of one project, one kind of costs or one account."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest import late_re as re
from ingest.document import Figure
from retrieval.clauses.rate_fact import is_on_side
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want
from retrieval.lookup.income_of_year import OF_YEAR, label_of
from retrieval.spelling.label_key import is_total, label_key

ASKED = re.compile(r"(?:当年|本年)?财政拨款(?:收入|预算|总额|资金|预算收入|收入合计|收入预算)?")
GRANTED = re.compile(r"(?:其中)?(?:本年|当年)?财政拨款(?:预算)?(?:收入|资金)?(?:合计|总额|小计)?")
OF_SOME = re.compile(r"三公|项目|绩效|自评|采购|购买|资产|基本支出|会议|培训|运行经费|目标")
OF_GRANTS = re.compile(r"财政拨款(?:预算)?(?:收支|收入支出)")
INCOME_ROWS = (*OF_YEAR, "收入合计", "收入总计", "本年财政拨款收入")


def granted_in_all(found: Found, index: FactIndex, want: Want) -> Found:
    """The find with all that is granted where its best candidate is the grant of some of it; nothing where no table tells it."""
    asked = want.mentions[0].asked if len(want.mentions) == 1 and not want.context else ""
    best = found.candidates[0] if found.candidates else None
    if not ASKED.fullmatch(asked) or want.mentions[0].code or is_spent(want.mentions[0]) or (best and is_of_all(best.facts[0])):
        return found
    year, kind = index.document.info.year, index.document.info.kind
    is_other_side = want.side not in (None, kind)  # what was budgeted is none of what a final account prints without a word on it
    money = [fact for fact in index.facts if isinstance(fact.source, Figure) and fact.is_money and fact.year in (None, year)]
    money = [fact for fact in money if is_on_side(fact, want.side or kind, is_other_side, want.mentions)]
    money = [fact for fact in money if not OF_SOME.search("".join(fact.titles))]
    for is_whole in (is_row_of_grants, is_column_of_grants, is_income_of_grants):
        if whole := of_one_amount(money, is_whole):
            return Found((add_up((whole,), best.score if best else 0.0),), ())
    return Found((), want.mentions)


def is_spent(one: Mention) -> bool:
    """Whether a mention stands for what is spent of the grants (财政拨款年初预算数和决算数)."""
    return bool(one.keys) and all("支出" in key for key in one.keys)


def of_one_amount(facts: Sequence[Fact], is_whole: Callable[[Fact], bool]) -> Fact | None:
    """The first of the facts of a kind, where they all print one amount."""
    kept = [fact for fact in facts if is_whole(fact)]
    return kept[0] if len({fact.source.quantity for fact in kept}) == 1 else None


def is_of_all(fact: Fact) -> bool:
    """Whether a fact is called a grant and nothing more, in a place that is not of some of it."""
    if OF_SOME.search("".join(fact.titles)):
        return False
    if isinstance(fact.source, Figure):
        return is_row_of_grants(fact) or is_column_of_grants(fact) or is_income_of_grants(fact)
    return bool(fact.labels) and bool(GRANTED.fullmatch(fact.labels[0][0]))


def is_row_of_grants(fact: Fact) -> bool:
    """Whether a row is called a grant (一、财政拨款收入)."""
    return bool(GRANTED.fullmatch(label_of(fact))) and not label_of(fact).startswith("其中")


def is_column_of_grants(fact: Fact) -> bool:
    """Whether a cell is the total of the column of grants in a table of income."""
    own = isinstance(fact.source, Figure) and all(is_total(label_key(part)) for part in fact.source.row if not part.strip().isdigit())
    return fact.is_income and own and any(GRANTED.fullmatch(header) for header in fact.headers[-2:])


def is_income_of_grants(fact: Fact) -> bool:
    """Whether a cell is the income of the year in the table of grants alone."""
    return bool(OF_GRANTS.search("".join(fact.titles))) and label_of(fact) in INCOME_ROWS
