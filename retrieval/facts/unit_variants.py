"""What labels with a bracket may be called: 房屋 and 房屋面积 of “房屋（平方米）”, 在校学生数 and 在校学生 of “在校（园）学生数”."""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.document import Document
from ingest.quantity import COUNTERS
from retrieval.spelling.label_key import label_key

UNIT = f"(?:㎡|m2|台套|{'|'.join(COUNTERS)})"
COUNTED = re.compile(rf"(?P<name>[^（(]{{2,}})[（(](?P<unit>{UNIT}(?:[、,，/]{UNIT})*)[）)]\s*")
AREA = ("面积", "总面积")
NOUNS = {
    "平方米": AREA, "㎡": AREA, "m2": AREA, "亩": AREA, "公顷": AREA,
    "人": ("人数",), "名": ("人数",), "户": ("户数",), "人次": ("人次",),
}  # fmt: skip
NUMBER = ("数量", "数")
WITHIN = re.compile(r"(?P<before>[\u4e00-\u9fff]{1,4})[（(][\u4e00-\u9fff]{1,2}[）)](?P<after>[\u4e00-\u9fff]{2,6}?(?P<number>人?数)?)")


def unit_variants(document: Document) -> dict[str, frozenset[str]]:
    """The names of rows and columns without what they print in brackets, a unit's also with its noun, each with their keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in {part for figure in document.figures for part in (*figure.row, *figure.col)}:
        if counted := COUNTED.fullmatch(part):
            name = label_key(counted["name"])
            for spelling in (name, *(f"{name}{noun}" for noun in NOUNS.get(counted["unit"], NUMBER))):
                found[spelling].add(label_key(part))
        elif within := WITHIN.fullmatch(part):
            name = label_key(f"{within['before']}{within['after']}")
            for spelling in (name, name.removesuffix(within["number"] or "")):
                found[spelling].add(label_key(part))
    return {name: frozenset(keys) for name, keys in found.items() if len(name) >= 2}
