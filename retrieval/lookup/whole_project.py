"""A project and what is bought for it bear one name in two tables: the project is meant, unless a question speaks of buying."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ingest import late_re as re
from retrieval.clauses.rate_fact import cover
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want

BOUGHT, OF_PROJECTS = re.compile(r"采购|购买"), re.compile(r"项目(?:支出|经费|预算|明细|情况|汇总)|特定目标类")
NO_LIST = re.compile(r"绩效|目标|自评|采购|购买")
BUYS = re.compile(r"采购|购买|买|购(?!物)|添置|品目|货物|服务类|工程类|单价|数量|每一?[个台套件辆]")
MONEY = (None, "元")


def of_whole_project(
    scored: Sequence[tuple[float, Fact]], required: Sequence[Mention], want: Want, index: FactIndex
) -> list[tuple[float, Fact]]:
    """The facts without those of purchases, where a list of projects tells of all that is asked for and no words speak of buying."""
    if want.unit not in MONEY:
        return list(scored)
    named = {
        key for _, fact in scored if _is_listed(fact) and all(cover(one, fact) for one in required)
        for key, _ in fact.labels if any(key in one.keys for one in want.mentions)
    }  # fmt: skip
    if not named or _speaks_of_buying(want, named, index):
        return list(scored)
    return [(score, fact) for score, fact in scored if not (_is_bought(fact) and any(key in named for key, _ in fact.labels))]


def _speaks_of_buying(want: Want, named: Collection[str], index: FactIndex) -> bool:
    """Whether words other than the names of projects do (设备购置项目 is only called so)."""
    said, others = want.text, [one.asked for one in (*want.mentions, *want.context) if not any(key in named for key in one.keys)]
    for one in want.mentions:
        said = said.replace(one.asked, "~") if one.asked not in others else said
    if BUYS.search(said):
        projects = {key for fact in index.facts if _is_listed(fact) for key, count in fact.labels if count == 1 and key in said}
        said = next((said.replace(key, "~") for key in projects if BUYS.search(key)), said)
    return bool(BUYS.search(said)) or any(map(BUYS.search, others))


def _is_listed(fact: Fact) -> bool:
    """Whether an amount stands in a list of projects."""
    return fact.is_money and any(OF_PROJECTS.search(title) and not NO_LIST.search(title) for title in fact.titles[:1])


def _is_bought(fact: Fact) -> bool:
    """Whether a cell stands in a table of purchases."""
    return any(BOUGHT.search(title) for title in fact.titles[:1])
