"""Which of the mentions of a clause stand side by side (“A、B和C各多少”): each of them is asked for with all the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest import late_re as re
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention, mask

AGAINST = re.compile(r"(?:~|的|,)*(?:比|与|和|跟|同|、|还是|加上?|减去?)(?:~|《|“)*")

LISTED_TOTAL = re.compile(
    r"(?P<before>合计|总计|小计)(?:数|金额)?(?:和|及|以及|、)(?=■)|(?<=■)(?:和|及|以及|、)(?P<behind>合计|总计|小计)(?=数|金额|分别|各|是|有|多少|~|$)"
)
EACH = re.compile(r"各|分别")
FEE = "费"  # what two names side by side end in that are of one level
BETWEEN = re.compile(
    r"(?:和|与|及|以及|、|跟|同|比|还是|或|或者|的|项目|指标|~|两个|两项|,|/|各|加|加上|减去|减|多久"
    r"|有?多少(?:钱)?|(?:几|多少)(?:次|人|个|天|件|家|名|台|辆|项|场|条|元|万元)?|是|定|归(?:到|入|于)|[计记列]入|属于|这边|那边)+"
)
TABLE = "表"
OF_TABLE = re.compile(r"[,~的:]*")  # “按A表,B的C各多少”: what the table is asked for, not another thing beside it
WITHIN = re.compile(r"中(?!心)|里|归入|归到|归于|记到|记入|属于|列入|列在|项下|下面")
KIND_OF_ONE = re.compile(r"^(?:收入|支出|拨款|资金|预算|决算)(?=和|与|及|以及|、)")  # “培训费支出和会议费”


def with_listed_totals(clause: str, mentions: tuple[Mention, ...], index: FactIndex) -> tuple[Mention, ...]:
    """The mentions with a 合计 that stands beside a column in a list (“合计和事业收入分别多少”): there it is a column as well."""
    if not any(is_column(one, index) for one in mentions):
        return mentions
    listed = LISTED_TOTAL.finditer(mask(clause, mentions))
    found = [(match.start(match.lastgroup or 0), match[match.lastgroup or 0]) for match in listed]
    totals = [Mention(start, start + len(word), word, (word,), is_column=True) for start, word in found if word in index.postings]
    return tuple(sorted((*mentions, *totals), key=lambda one: one.start))


def with_conjunctions(clause: str, mentions: tuple[Mention, ...], index: FactIndex) -> str:
    """The clause with a 、 between names of rows, or of columns, that are listed without one (“办公费印刷费各多少”, “水费电费多少”)."""
    is_each = bool(EACH.search(clause))
    for one, other in reversed(list(pairwise(mentions))):
        if not is_each and not (one.asked.endswith(FEE) and other.asked.endswith(FEE)):
            continue
        is_adjacent = not clause[one.end : other.start].strip("~") and is_item(one) and is_item(other)
        if is_adjacent and is_column(one, index) == is_column(other, index) and not facts_of(one, index) & facts_of(other, index):
            clause = f"{clause[: one.end]}、{clause[other.start :]}"
    return clause


def is_item(one: Mention) -> bool:
    """Whether a mention names a row or a column, and no table, whole or scope."""
    return bool(one.keys) and not (one.is_total or one.is_scope or one.asked.endswith(TABLE))


def facts_of(one: Mention, index: FactIndex) -> set[int]:
    """The numbers of the facts that bear one of its names."""
    return {number for key in one.keys for number in index.postings.get(key, ())}


def marked_group(clause: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a clause that only sets the scene, those that it coordinates marked as one group."""
    group, _ = coordinate(clause, mentions)
    return tuple(replace(one, group=clause) if one in group else one for one in mentions)


def coordinate(clause: str, mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The longest run of mentions joined by conjunctions alone, and the other mentions, which all of them share."""
    columns = tuple(one for one in mentions if one.is_column)
    best: tuple[Mention, ...] = columns if len(columns) > 1 else ()
    for run in runs(clause, mentions):
        if len(run) > max(1, len(best)):
            best = run
    return best, tuple(one for one in mentions if one not in best)


def runs(clause: str, mentions: tuple[Mention, ...]) -> Iterator[tuple[Mention, ...]]:
    """The maximal runs of mentions with nothing but conjunctions between them."""
    run: list[Mention] = []
    for one in mentions:
        between = clause[run[-1].end : one.start] if run else ""
        is_of_table = bool(run) and run[-1].asked.endswith(TABLE) and not one.asked.endswith(TABLE) and bool(OF_TABLE.fullmatch(between))
        if run and (is_of_table or not joins(between)):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def joins(between: str) -> bool:
    """Whether the words between two mentions coordinate them; a bare 的 does not."""
    between = KIND_OF_ONE.sub("", between)
    return bool(BETWEEN.fullmatch(between)) and not re.fullmatch(r"(?:[的~各是]|项目|指标|归(?:到|入|于)|[计记列]入|属于)+", between)


def opposed(clause: str, mentions: tuple[Mention, ...], index: FactIndex) -> tuple[tuple[Mention, ...], ...]:
    """“甲的X比乙的Y”, “甲的X与乙”: the mentions of either side, a column that is named once shared, the table's name too; else nothing."""
    titles = tuple(one for one in mentions if is_title(one, index))
    items = [one for one in mentions if one not in titles]
    cuts = [place for place in range(1, len(items)) if AGAINST.fullmatch(clause[items[place - 1].end : items[place].start])]
    if len(cuts) != 1 or len(items) < 3:
        return ()
    left, right = items[: cuts[0]], items[cuts[0] :]
    columns = [[one for one in side[1:] if is_column(one, index)] for side in (left, right)]
    if any(len(side) - len(own) != 1 for side, own in zip((left, right), columns, strict=True)) or not any(columns):
        return ()
    if columns[0] and len(right) == 1 and is_column(right[0], index):
        return ()  # “甲的X和Y”: two columns of one row
    if not columns[0] and joins(clause[left[0].end : right[0].start]):
        return ()  # “甲和乙的X” is one run
    return (
        (*titles, left[0], *(columns[0] or columns[1])),
        (*titles, right[0], *(columns[1] or columns[0])),
    )


def is_title(one: Mention, index: FactIndex) -> bool:
    """Whether a mention names nothing but a table."""
    facts = [index.facts[number] for key in one.keys for number in index.postings.get(key, ())]
    return bool(facts) and all(any(key in fact.titles for key in one.keys) for fact in facts) and one.asked.endswith(TABLE)


def is_column(one: Mention, index: FactIndex) -> bool:
    """Whether a mention names the column of some figure."""
    return any(key in index.facts[number].headers for key in one.keys for number in index.postings.get(key, ()))


def named_within(masked: str, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """The names that stand within another (甲中归入“乙”的合计): they are no items to add to it."""
    return tuple(
        after.asked for before, after in pairwise(sorted(mentions, key=lambda one: one.start))
        if WITHIN.search(masked[before.end : after.start]) and not before.asked.endswith("表")
    )  # fmt: skip
