"""Units as a department's own text lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.document import Section
from ingest.identity.organization_names import PLACED_ENDINGS, UNIT_ENDINGS, read_region

UNIT_HEADING = re.compile(r"单位构成|预算单位|决算单位|机构设置|部门构成")
UNIT_SENTENCE = re.compile(r"纳入[^。：:]{0,40}编[制报][^。：:]{0,10}单位[^。：:]{0,16}[：:]")
LIST_INTRODUCTION = re.compile(r"(?:构成|包括|是|如下|单位|为|个)[^：:。；]{0,6}[：:]")
ITEM_NUMBER = re.compile(r"\s*[一二三四五六七八九十\d]+、")
ITEM = re.compile(r"(?:\d{1,2}\s*[.、．]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)?\s*([^；;。，,、：:因]{4,45})")
COUNTED_BEFORE = re.compile(r"^[^（(]{0,12}(?:\d+|[一二两三四五六七八九十]+)[个家][^（(]{0,12}单位\s*[（(]")  # 局本级和1个下属事业单位（…
OFFICE = re.compile(r"办公室(?:[（(][^（）()]*[）)])?$")
DUTY = re.compile(r"^(?:负责|指导|承担|承办|拟[订定]|贯彻|推进|参与)|[，,]")
SENTENCE = re.compile(r"\d{4}年|包括|：|[下内]设|(?<!第)\d+[座处个家项所]|完成|全[省市县区]")
LEAD = re.compile(r"^(?:另外?有|还有|以及|其中|分别[是为])")


def units_in_text(sections: Sequence[Section]) -> Iterator[str]:
    """The units that the sections on a department's make-up list, as they name them."""
    for section in sections:
        is_on_units = any(map(UNIT_HEADING.search, section.heading_path))
        if not is_on_units and not any(UNIT_SENTENCE.search(paragraph.text) for paragraph in section.paragraphs):
            continue
        is_listing = False
        for paragraph in section.paragraphs:
            introduction = (LIST_INTRODUCTION if is_on_units else UNIT_SENTENCE).search(paragraph.text)
            is_listing = is_listing or introduction is not None
            if is_listing:
                yield from _listed(paragraph.text[introduction.end() if introduction else 0 :])


def _listed(text: str) -> Iterable[str]:
    for item in re.split(r"[；;。]", text):
        item = COUNTED_BEFORE.sub("", item)
        first, *others = item.split("、") if not ITEM_NUMBER.match(item) else [item]
        found = ITEM.match(first.strip())
        # 党政办公室、人事科 are offices; what carries a place name is a unit.
        if found and is_unit_name(found.group(1)) and (not OFFICE.search(found.group(1).strip()) or _has_region(found.group(1))):
            yield LEAD.sub("", found.group(1).strip())
        yield from (other.strip() for other in others if is_unit_name(other) and _has_region(other))


def _has_region(name: str) -> bool:
    return read_region(name.strip())[0] is not None


def is_unit_name(text: str) -> bool:
    """Whether a text may be the name of a body."""
    compact = re.sub(r"\s", "", text)
    is_named = bool(UNIT_ENDINGS.search(compact)) or (bool(PLACED_ENDINGS.search(compact)) and _has_region(compact))
    return 4 <= len(compact) <= 45 and is_named and not SENTENCE.search(compact) and not DUTY.search(compact)
