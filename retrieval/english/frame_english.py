"""The tags of an English question as a Chinese question: the first frame whose marks are just those that the question holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest import late_re as re
from retrieval.english.load_english import load_english
from retrieval.english.tag_english import ASKING, Tag

# Marks that tell nothing of what is asked once a frame is found; those of HELD are spelt in the order of a frame all the same.
NOISE = frozenset(
    {"AUX", "DO", "VERB", "MADE", "PLAN", "EARN", "REALLY", "FIGURE", "THERE", "IT", "HAVE", "GEN", "TOTAL", "ALTOGETHER", "ALL", "EACH"}
)
SPELT = {"VERB": "v", "MADE": "v", "SHARE": "S", "BUDGET_DONE": "D", "I": "I", "WITH": "&", "K": "K", "G": "G", "MOST": "M", "LEAST": "M"}
SAID = frozenset({"B", "Y", "K", "I", "WITH", "NUM", "LAST"})
MOST = {"items": (0, 9), "bodies": (0, 9), "kinds": (0, 2), "dates": (0, 1)}  # where a frame does not say
NUMBERS = {2: "两", 3: "三", 4: "四", 5: "五"}
SPENT, EARNED = "支出总计", "收入总计"
TOTALS = frozenset({SPENT, EARNED, "收支总计"})
BUDGET, FINAL, INITIAL = "预算", "决算", "年初预算"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the tags say: bodies, years, kinds and items in their order, the marks, and the order of those that shares need."""

    bodies: tuple[str, ...]
    years: tuple[str, ...]
    kinds: tuple[str, ...]
    items: tuple[Tag, ...]
    marks: frozenset[str]
    order: str
    values: Mapping[str, str]


def frame_english(tags: Sequence[Tag]) -> str | None:
    """The Chinese question; None where no frame fits."""
    asked = _asked(tags)
    frame = next((one for one in load_english().frames if _fits(one, asked)), None)
    return _say(frame, asked) if frame else None


def _asked(tags: Sequence[Tag]) -> _Asked:
    values = {tag.mark: tag.value for tag in tags if tag.value}
    marks = {tag.mark for tag in tags} - SAID
    if not any(tag.mark in ("NUM", "ALL", "EACH", "WHAT") or (tag.mark == "G" and tag.typed.lower().endswith("s")) for tag in tags):
        marks -= {"G"}  # “the bureau” is the one spoken of
    items = tuple(tag for tag in tags if tag.mark == "I")
    kinds = _values(tags, "K") or ((BUDGET,) if "PLAN" in marks else (FINAL,) if "REALLY" in marks else ())
    if not items and (implied := _implied(marks, kinds)):
        items = (implied,)
    if marks & {"HOWMUCH", "SHARE", "VERB", "GEN"}:
        items = tuple(_as_money(item) if "HOWMANY" not in marks else item for item in items)
    bodies, years = _values(tags, "B"), _values(tags, "Y")
    if len(bodies) > 1 and len({item.value for item in items}) == 1:
        items = items[:1]
    is_late = "LAST" in values and (years or marks - NOISE - {"WHAT", "HOWMUCH", "ABOUT", "AND"})
    number = values.get("NUM", "")
    is_odd = is_late or bool(number and "G" not in marks and number != NUMBERS.get(len(bodies)))
    marks |= {"ODD"} if is_odd else set()
    return _Asked(bodies, years, kinds, items, frozenset(marks), _order(tags), values)


def _values(tags: Sequence[Tag], mark: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.value for tag in tags if tag.mark == mark))


def _implied(marks: Collection[str], kinds: Sequence[str]) -> Tag | None:
    """What is asked for without an item: all that was spent or received, the budget."""
    if "EARN" in marks and "HOWMUCH" in marks:
        return Tag("I", EARNED, "amounts")
    asks = not {"WHY", "REASON", "ABOUT", "AND", "DO", "RESPONSIBLE", "BUDGET_DONE", "SAYS", "N"} & set(marks)
    is_spent = "HOWMUCH" in marks and "VERB" in marks
    return Tag("I", SPENT, "amounts") if asks and (is_spent or kinds == (BUDGET,)) else None


def _as_money(item: Tag) -> Tag:
    money = load_english().money.get(item.value)
    return replace(item, value=money, sort="amounts") if money else item


def _order(tags: Sequence[Tag]) -> str:
    """The marks in their order, as frames spell them: W for a question word, ~ for what says nothing, one of each that stand together."""
    spelt = "".join(SPELT.get(tag.mark, "W" if tag.mark in ASKING else "~" if tag.mark in NOISE else "") for tag in tags)
    return re.sub(r"([~W])\1+", r"\1", spelt)


def _fits(frame: Mapping[str, Any], asked: _Asked) -> bool:
    has, either, needs = (set(frame.get(name, ())) for name in ("has", "any", "needs"))
    known = has | set(frame.get("may", ())) | (NOISE - {"TOTAL", "EACH"} if "order" not in frame else NOISE) | {"TOTAL", "EACH"}
    counts = (("items", asked.items), ("bodies", asked.bodies), ("kinds", asked.kinds), ("dates", asked.years))
    if any(not least <= len(found) <= most for name, found in counts for least, most in [frame.get(name, MOST[name])]):
        return False
    lacks = not has <= asked.marks or any(wanted and not wanted & asked.marks for wanted in (either, needs))
    if lacks or asked.marks - known - either or set(frame.get("never", ())) & asked.marks:
        return False
    if "part" in frame and asked.items[frame["part"]].value in TOTALS:  # a total is no part of anything
        return False
    if frame.get("undated") and (asked.years or "LAST" in asked.values):
        return False
    if "sorts" in frame and {item.sort for item in asked.items} - set(frame["sorts"]):
        return False
    if "only" in frame and (asked.items[0].value if asked.items else "") not in frame["only"]:
        return False
    order = asked.order if "BUDGET_DONE" in either else re.sub(r"K~?(?=I)", "", asked.order)
    return "order" not in frame or bool(re.fullmatch(frame["order"], order))


def _say(frame: Mapping[str, Any], asked: _Asked) -> str:
    up, down = bool({"UP", "MORE", "EXCEED"} & asked.marks), bool({"DOWN", "LESS"} & asked.marks)
    items = [item.value for item in asked.items]
    years = "和".join(f"{year}年" for year in asked.years) or asked.values.get("LAST", "")
    is_late = asked.kinds == (INITIAL,) and bool(items)
    kind = "" if is_late else "、".join(asked.kinds)
    items = [f"{item}{INITIAL}" for item in items] if is_late else items
    number = asked.values.get("NUM", "")
    return str(frame["says"]).format(
        *items,
        items="、".join(items),
        years=years,
        kind=kind,
        bodies="和".join(asked.bodies),
        first=asked.bodies[0] if asked.bodies else "",
        second=asked.bodies[-1] if asked.bodies else "",
        group=f"{number}个{_noun(asked)}" if number else f"各{_noun(asked)}",
        which=f"{number}个{_noun(asked)}里哪个{_noun(asked)}" if number else f"哪个{_noun(asked)}",
        number=asked.values.get("N", ""),
        year=f"{asked.years[0]}年" if asked.years else "",
        other=f"{asked.years[-1]}年" if asked.years else "",
        talk=asked.values.get("SAYS", ""),
        since=f"比{asked.values.get('CMP', '上年')}" if up or down or "CMP" in asked.marks or "CHANGE" in asked.marks else "",
        why="变化" if up == down else "增加" if up else "减少",
        rose="增减" if up == down else "增加" if up else "减少",
        grew="增减" if up == down else "增长" if up else "下降",
        more="少" if down else "多",
        much="少" if "LEAST" in asked.marks else "多",
        high="低" if "LEAST" in asked.marks else "高",
        amount=BUDGET if asked.kinds == (BUDGET,) else "金额",
    )


def _noun(asked: _Asked) -> str:
    return asked.values.get("G", "局")
