"""A bound that a question gives (超过10万元, 不低于95%, 90分以上): how it is read, and which amounts keep to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from ingest import late_re as re
from ingest.outline.headings import numeral_value
from ingest.quantity import Quantity, convert_money

# 超过10万元 is more than that, 10万元以上 that or more.
KINDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "超过": Decimal.__gt__, "以上": Decimal.__ge__, "不足": Decimal.__lt__, "以下": Decimal.__le__, "等于": Decimal.__eq__,
}  # fmt: skip
WORDS = {
    **dict.fromkeys(("超过", "高于", "大于", "多于", "高出", "超出", "高过", "大过", "多过", "过", "破", ">"), "超过"),
    **dict.fromkeys(("达到", "上", "满", "够", "以上", "及以上", "至少", "起码", "≥"), "以上"),
    **dict.fromkeys(("低于", "少于", "小于", "<"), "不足"),
    **dict.fromkeys(("以下", "及以下", "以内", "至多", "≤"), "以下"),
}  # fmt: skip
DENIED_ONLY = {"到": "以上", "足": "以上", "达": "以上", "止": "以下"}  # words that set a bound only where they are denied: 不到, 不止
OPPOSITE = {"超过": "以下", "以上": "不足", "不足": "以上", "以下": "超过"}
AFTER = r"及以上|以上|及以下|以下|以内"
BEFORE = "|".join(sorted(WORDS.keys() - AFTER.split("|"), key=len, reverse=True))
ALL_OF_IT = 100  # per cent
MONEY = "亿元|万元|千元|元|万"


def _pattern(units: str, otherwise: str = "") -> re.Pattern[str]:
    """The pattern of a number in one of these units (or written `otherwise`) with the words that make a bound of it."""
    return re.compile(
        rf"(?:(?:不|没有?|未)(?:会|能|曾|有|得)?(?P<denied>{BEFORE}|{'|'.join(DENIED_ONLY)})|(?<![用花付拿给领加报批补买收支算列投])(?P<before>{BEFORE}))?了?"
        rf"(?:(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>{units}){otherwise})(?P<after>{AFTER})?"
    )


SPELT = r"|(?P<tenths>[一二三四五六七八九])成|百分之(?P<hundredths>百|[一二三四五六七八九十]{1,3}|\d+(?:\.\d+)?)"
OF_MONEY, OF_ANY = _pattern(MONEY), _pattern(f"%|分(?!之)|{MONEY}", SPELT)
EXACTLY = re.compile(r"(?:刚好|正好|恰好|恰恰|不多不少|都|均)[^\d,;]{0,6}$|金额(?:数|都|均)?(?:是|为|等于)$|等于$")
OF_WHICH_ROWS = re.compile(r"整?的?(?:是|有|都有|都是|科目|项目|支出)*(?:哪|什么|啥|几)")


@dataclass(frozen=True, slots=True)
class Bound:
    """How amounts must stand to a quantity: 超过 more, 以上 that or more, 不足 less, 以下 that or less, 等于; `said` is how it was put."""

    kind: str
    quantity: Quantity
    said: str = field(default="", compare=False)

    @property
    def shown(self) -> str:
        """The bound as an answer names it: 超过95%, 95%以下, 为100%."""
        amount = f"{self.quantity.number:f}{self.quantity.unit}"
        return {"超过": f"超过{amount}", "不足": f"低于{amount}", "等于": f"为{amount}"}.get(self.kind, f"{amount}{self.kind}")

    def holds(self, one: Quantity) -> bool:
        """Whether an amount keeps to it: money in any unit of money, anything else by its number."""
        if one.is_money != self.quantity.is_money:
            return False
        limit = convert_money(self.quantity, one.unit) if one.is_money else self.quantity
        return KINDS[self.kind](one.number, limit.number)


def keeps(bound: Bound | None, one: Quantity | None) -> bool:
    """Whether an amount keeps to a bound; where there is no bound or no amount, it does."""
    return bound is None or one is None or bound.holds(one)


def bound_in(clause: str) -> Bound | None:
    """The bound that the first amount of money in a clause sets; None where it sets none."""
    found = OF_MONEY.search(clause)
    return _bound(found, clause) if found else None


def bounds_in(text: str) -> tuple[Bound, ...]:
    """All the bounds of a text, in money, per cent or points."""
    return tuple(bound for found in OF_ANY.finditer(text) if (bound := _bound(found, text)))


def _quantity(found: re.Match[str]) -> Quantity:
    """The quantity of a bound; 九成 and 百分之九十 are 90%."""
    spelt = found.groupdict()
    if tenths := spelt.get("tenths"):
        return Quantity(Decimal(10 * (numeral_value(tenths) or 0)), "%")
    if hundredths := spelt.get("hundredths"):
        return Quantity(Decimal(ALL_OF_IT if hundredths == "百" else numeral_value(hundredths) or hundredths), "%")
    return Quantity(Decimal(found["number"].replace(",", "")), "万元" if found["unit"] == "万" else found["unit"])


def _bound(found: re.Match[str], text: str) -> Bound | None:
    """The bound that an amount sets by the words beside it, or as the very one asked for."""
    quantity = _quantity(found)
    if found["denied"]:
        return Bound(OPPOSITE[(WORDS | DENIED_ONLY)[found["denied"]]], quantity, found[0])
    if word := found["before"] or found["after"]:
        return Bound(WORDS[word], quantity, found[0])
    is_exact = EXACTLY.search(text[: found.start()]) and OF_WHICH_ROWS.match(text, found.end())
    return Bound("等于", quantity, found[0]) if is_exact else None
