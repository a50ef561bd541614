"""Amounts, shares and changes as a narrative words them, each remembered as a known fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from eval.invented import Fact, InventedSection

YUAN_PER_WAN = 10_000


def percent(part: Decimal, whole: Decimal) -> str:
    """A share in percent with two decimals, half up."""
    return f"{(part * 100 / whole).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP)}%"


@dataclass(slots=True)
class Prose:
    """Words the amounts of one section after the other; `section` closes one and hands over what it stated."""

    decimals: int
    facts: list[Fact] = field(default_factory=list)

    def amount(self, subject: str, yuan: Decimal) -> str:
        """The amount in 万元."""
        value = self.printed(yuan)
        self.facts.append(Fact(subject, "金额", value, "万元"))
        return f"{value}万元"

    def printed(self, yuan: Decimal) -> str:
        """The number of 万元 as this narrative prints it."""
        return str((yuan / YUAN_PER_WAN).quantize(Decimal(1).scaleb(-self.decimals), rounding=ROUND_HALF_UP))

    def share(self, subject: str, part: Decimal, whole: Decimal, base: str, word: str = "占") -> str:
        """The share of a part, or how much of a plan was carried out; nothing can be said of a whole that is zero."""
        if not whole:
            return ""
        value = percent(part, whole)
        self.facts.append(Fact(subject, "占比" if word.startswith("占") else "完成率", value.rstrip("%"), "%", base=base))
        return f"，{word}{value}"

    def change(self, subject: str, now: Decimal, before: Decimal, base: str) -> tuple[str, str]:
        """The change in words and its direction (增加, 减少, 持平)."""
        difference = now - before
        if not difference:
            self.facts.append(Fact(subject, "增减额", "0", "万元", "持平", base))
            return "与" + base + "持平", "持平"
        direction, verb = ("增加", "增长") if difference > 0 else ("减少", "下降")
        value = self.printed(abs(difference))
        self.facts.append(Fact(subject, "增减额", value, "万元", direction, base))
        text = f"比{base}{direction}{value}万元"
        if before:
            rate = percent(abs(difference), before)
            self.facts.append(Fact(subject, "增减率", rate.rstrip("%"), "%", direction, base))
            text += f"，{verb}{rate}"
        return text, direction

    def section(self, path: tuple[str, ...], *paragraphs: str) -> InventedSection:
        """The section that states what was worded since the last one."""
        facts, self.facts = tuple(self.facts), []
        return InventedSection(path, paragraphs, facts)
