"""“财政拨款收入”: what the year itself brings in, not the total of both sides, which holds what was carried over too."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.label_mention import Mention
from retrieval.spelling.label_key import label_key

OF_ALL = re.compile(r"总计|合计|总额|收支|总收入|结转")
OF_BOTH_SIDES = ("收入总计", "总计", "收支总计")
OF_YEAR = ("本年收入合计", "本年收入")


def income_of_year(found: Found, mentions: tuple[Mention, ...], index: FactIndex) -> Found:
    """The find with the year's own income first, where an income was asked for by name and a total with what was carried over met."""
    asked = "".join(one.asked for one in mentions)
    is_asked = "拨款" in asked and "收入" in asked and not OF_ALL.search(asked)
    best = found.candidates[0].facts[0] if found.candidates else None
    if not is_asked or best is None or not isinstance(best.source, Figure) or label_of(best) not in OF_BOTH_SIDES:
        return found
    place = (best.source.table, best.source.col)
    beside = [fact for fact in index.facts if isinstance(fact.source, Figure) and (fact.source.table, fact.source.col) == place]
    own = [fact for key in OF_YEAR for fact in beside if label_of(fact) == key and fact.source.quantity != best.source.quantity]
    return replace(found, candidates=(add_up((own[0],), found.candidates[0].score),)) if own else found


def label_of(fact: Fact) -> str:
    """The key of a row's last label."""
    return label_key(fact.source.row[-1]) if isinstance(fact.source, Figure) and fact.source.row else ""
