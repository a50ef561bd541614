"""Whether each known value of an answer stands with its own name: who owns a figure, looked for step by step."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from eval.answer_table import header_above
from eval.fold import fold
from eval.gold import GoldValue
from eval.reading import Reading, statements_of
from eval.stated_figures import Stated

ITEMS = "支出|收入|经费|费用|费|资金|款|补助|结转|结余|工资|津贴|奖金|缴费|合同金额|采购金额|总额|余额"
OFFICES = "局|委员会|法院|检察院|中心|中学|小学|学校|大学|学院|医院|厅|办事处|办公室|政府|服务站|大队|支队"
IS_ITEM, IS_OFFICE = re.compile(rf"(?:{ITEMS}|数|额)$"), re.compile(rf"(?:{OFFICES})$")
# What may be left out of a name: the level of a budget item, the kind of figure.
TAIL = re.compile(r"(?:[(][类款项目]+[)]|预算数?|决算数?|合计|总计)+$")
QUOTES = r"[\s*\"'“”《》]*"
LINKS = r"(?:(?:19|20)\d{2}\s*年度?|为|是|:|\||共计|合计|总计|合计数|金额|预算数?|决算数?|安排|共|计|有|了|达到?|[*\s”\"》])*"
NAMED = re.compile(rf"(?P<name>[\u4e00-\u9fff“”\"《》()·]{{0,24}}(?:{ITEMS})){LINKS}$")
OFFICE = re.compile(rf"[\u4e00-\u9fff]{{2,}}?(?:{OFFICES})")
IN_TURN = re.compile(r"(?:分别|依次|各自)(?:是|为)?")
BETWEEN = re.compile(r"[、/]|以及|[和与及]")
SEGMENT = re.compile(r"[、;]|,(?!\d)")
BRACKETS = re.compile(r"\([^()]*\)")
NO_ONE = GoldValue("")


@dataclass(frozen=True, slots=True)
class Named:
    """An answer with those of its known values that bear names."""

    reading: Reading
    values: tuple[GoldValue, ...]

    def core(self, label: str) -> str:
        """A name without what may be left out of it, unless only that tells the names apart."""
        cores = [{core(one) for one in value.labels} for value in self.values]
        is_one_lost = any(a & b for index, a in enumerate(cores) for b in cores[:index])
        return plain(label) if is_one_lost else core(label)


def mispaired(reading: Reading) -> list[str]:
    """Why known values are wrong though they are stated: each stands only with another's name."""
    named = Named(reading, tuple(value for value in reading.question.expect.values if value.labels))
    found = []
    for value in named.values:
        owners = owners_of(value, named)
        if owners and not any(is_owned(owner, value) for owner in owners):
            found.append(f"{value.value}{value.unit} 张冠李戴，应是“{value.labels[0]}”")
    return found


def unnamed(reading: Reading) -> list[str]:
    """Why values are no answer though they are stated: several were asked for, and it is not said which is which."""
    named = Named(reading, tuple(value for value in reading.question.expect.values if value.labels))
    if len({(value.number, value.unit) for value in named.values}) < 2:
        return []
    lost = [value for value in named.values if any(statements_of(value, reading)) and not owners_of(value, named)]
    return [f"没有说明 {value.value}{value.unit} 是“{value.labels[0]}”" for value in lost if value.number]


def owners_of(value: GoldValue, named: Named) -> list[GoldValue]:
    """Whom the answer gives the figures that state a value."""
    figures = [with_years(figure, named.reading) for _, figure in statements_of(value, named.reading)]
    return [owner for figure in figures if (owner := owner_of(figure, named)) is not None]


def with_years(figure: Stated, reading: Reading) -> Stated:
    """The figure with its clause as it was told, years and all."""
    start = figure.at - figure.offset
    return replace(figure, clause=reading.told[start : start + len(figure.clause)])


def is_owned(owner: GoldValue, value: GoldValue) -> bool:
    """Whether the name that a figure stands with is the value's own, or one of an equal amount."""
    return owner.labels == value.labels or (bool(owner.value) and (owner.number, owner.unit) == (value.number, value.unit))


def owner_of(figure: Stated, named: Named) -> GoldValue | None:
    """The value whose name a figure stands with; NO_ONE where it stands with a name that is none of them, None without any."""
    return next((owner for step in STEPS if (owner := step(figure, named)) is not None), None)


def by_brackets(figure: Stated, named: Named) -> GoldValue | None:
    """“96.40万元（基本支出）”."""
    found = re.match(r"\s*\*{0,2}\(([^()]*)\)", figure.after)
    return sole(found[1], named) if found else None


def by_order(figure: Stated, named: Named) -> GoldValue | None:
    """“基本支出和项目支出分别为96.40万元和31.20万元”; without names the order is that of the question."""
    found = next(iter(IN_TURN.finditer(figure.before)), None)
    if found is None:
        return None
    start = figure.at - figure.offset
    kin = [one.at for one in named.reading.figures if one.at - one.offset == start and one.offset >= found.end()]
    if figure.at not in kin:
        return None
    if not spots(figure.clause, named):
        return named.values[kin.index(figure.at)] if len(kin) == len(named.values) else None
    names = [name for name in BETWEEN.split(figure.before[: found.start()]) if name.strip()][-len(kin) :]
    return sole(names[kin.index(figure.at)], named) if len(names) == len(kin) else None


def by_header(figure: Stated, named: Named) -> GoldValue | None:
    """The name above its column of a table."""
    return sole(header_above(named.reading.told, figure.at), named)


def by_next_name(figure: Stated, named: Named) -> GoldValue | None:
    """“96.40万元是基本支出”."""
    found = re.match(r"[*\s]*(?:是|为|属于|系)(?:[^、,。;\d]*)", figure.after)
    return sole(found[0], named) if found else None


def by_name(figure: Stated, named: Named) -> GoldValue | None:
    """The item or the office named directly before it; NO_ONE where it is none of the known ones, though of their kind."""
    return last_named(SEGMENT.split(figure.before)[-1], named)


def last_named(text: str, named: Named) -> GoldValue | None:
    """The item or the office with which a text ends, as one of the known ones or as NO_ONE."""
    item, offices = NAMED.search(text), OFFICE.findall(text)
    for name, kind in ((item["name"] if item else "", IS_ITEM), (offices[-1] if offices else "", IS_OFFICE)):
        kin = [value for value in named.values if all(kind.search(named.core(label)) for label in value.labels)]
        if not name or len(kin) < len(named.values):
            continue
        alike = [value for value in kin if any(is_alike(core(name), named.core(label)) for label in value.labels)]
        if not alike:
            return NO_ONE
        return alike[0] if len(alike) == 1 else None
    return None


def by_nearest(figure: Stated, named: Named) -> GoldValue | None:
    """The name nearest before it in its clause, those in brackets last, else the first after it; a longer name covers one within it."""
    found = spots(figure.clause, named)
    outside = spots(BRACKETS.sub(lambda one: " " * len(one[0]), figure.before), named)
    before = outside or [spot for spot in found if spot[1] <= figure.offset]
    if before:
        return max(before, key=lambda spot: spot[1])[2]
    return min(found, key=lambda spot: spot[0])[2] if found else None


def by_other_header(figure: Stated, named: Named) -> GoldValue | None:
    """The column of a table is another's."""
    return last_named(header_above(named.reading.told, figure.at), named)


def by_heading(figure: Stated, named: Named) -> GoldValue | None:
    """The only name in the nearest line before it that has any."""
    for line in reversed(named.reading.told[: figure.at - figure.offset].splitlines()):
        if found := {spot[2] for spot in spots(line, named)}:
            return found.pop() if len(found) == 1 else None
    return None


STEPS: Sequence[Callable[[Stated, Named], GoldValue | None]] = (
    by_brackets, by_order, by_header, by_next_name, by_name, by_nearest, by_other_header, by_heading,
)  # fmt: skip


def sole(text: str, named: Named) -> GoldValue | None:
    """The value whose name stands in a text, where it is the only one."""
    found = {spot[2] for spot in spots(text, named)}
    return found.pop() if len(found) == 1 else None


def spots(text: str, named: Named) -> list[tuple[int, int, GoldValue]]:
    """Where the names stand in a text, those within longer ones left out."""
    found = [
        (one.start(), one.end(), value)
        for value in named.values
        for label in value.labels
        for one in re.finditer(QUOTES.join(map(re.escape, named.core(label))), text)
    ]
    return [spot for spot in found if not any(other[0] <= spot[0] and spot[1] <= other[1] and other[:2] != spot[:2] for other in found)]


def core(label: str) -> str:
    """A name without quotation marks and without what may be left out of it."""
    return plain(TAIL.sub("", fold(label))) or plain(label)


def plain(label: str) -> str:
    """A name without quotation marks."""
    return re.sub(QUOTES, "", fold(label))


def is_alike(name: str, label: str) -> bool:
    """Whether one of two names holds all characters of the other in order: “运行费” and “运行维护费”."""
    short, long = sorted((name, label), key=len)
    rest = iter(long)
    return all(one in rest for one in short)
