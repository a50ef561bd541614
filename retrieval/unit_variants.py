"""What labels that end in the unit of their count may be called: 房屋 and 房屋面积 of “房屋（平方米）”, 车辆数量 of “车辆（辆）”."""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.document import Document
from ingest.quantity import COUNTERS
from retrieval.label_key import label_key

UNIT = f"(?:㎡|m2|台套|{'|'.join(COUNTERS)})"
COUNTED = re.compile(rf"(?P<name>[^（(]{{2,}})[（(](?P<unit>{UNIT}(?:[、,，/]{UNIT})*)[）)]\s*")
AREA = ("面积", "总面积")
NOUNS = {
    "平方米": AREA, "㎡": AREA, "m2": AREA, "亩": AREA, "公顷": AREA,
    "人": ("人数",), "名": ("人数",), "户": ("户数",), "人次": ("人次",),
}  # fmt: skip
NUMBER = ("数量", "数")


def unit_variants(document: Document) -> dict[str, frozenset[str]]:
    """The names of rows and columns without the unit that they print in brackets, and with its noun, each with their keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in {part for figure in document.figures for part in (*figure.row, *figure.col)}:
        if counted := COUNTED.fullmatch(part):
            name = label_key(counted["name"])
            for spelling in (name, *(f"{name}{noun}" for noun in NOUNS.get(counted["unit"], NUMBER))):
                found[spelling].add(label_key(part))
    return {name: frozenset(keys) for name, keys in found.items() if len(name) >= 2}
