"""Whether a question is one for a whole government, of which the documents of its departments do not tell."""

from __future__ import annotations

import re

from retrieval.query import DocumentChoice

WHOLE_GOVERNMENT = re.compile(
    r"(?:全市|全县|全区|全省|全国|全镇|市本级|县本级)\s*(?:20\d\d年度?)?的?(?:一般公共预算|财政|税收|政府性基金|债务|转移支付|总?(?:收入|支出))|政府债务(?:余额|限额)|GDP|财政总收入"
)
GOVERNMENT_ITEM = re.compile(r"\s*的?(?:一般公共预算|财政|税收|政府性基金|债务|转移支付|总?收入|总?支出)(?!.*(?:局|厅|委|中心|办))")


def is_of_government(question: str, choice: DocumentChoice, region: str | None) -> bool:
    """Whether the question says so, or names only a region and what its whole government has."""
    return bool(WHOLE_GOVERNMENT.search(question)) or is_of_region(question, choice, region)


def is_of_region(question: str, choice: DocumentChoice, region: str | None) -> bool:
    """Whether only a region is named, and an item that its whole government has (“甲市2024年一般公共预算收入”)."""
    named = "".join(asked for asked, left in zip(question, choice.rest, strict=False) if left == " " != asked)
    return bool(region) and re.sub(r"[\W\d年度]", "", named) == region and bool(GOVERNMENT_ITEM.match(choice.rest))
