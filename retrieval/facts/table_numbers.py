"""Tables called by their number (“公开06表”, “附表10”, “表3-2”, “表二”): the printed and the asked number in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ingest.outline.headings import numeral_value

SIGN = "№"  # opens the key of a table's number, so that it is nobody's label
ORIGIN = r"(?:部门|单位)?(?:综合)?(?:附|公开|预算|决算|财决|财预)*"
NUMERAL = r"(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})"
NOT_COUNTED = r"(?![样致起共些般直旦定公级个项栏列行张条份种类\d])"
ASKED = re.compile(
    rf"(?:{ORIGIN}表(?P<behind>{NUMERAL}){NOT_COUNTED}|(?:附|公开|预算|决算|财决|财预|第)(?P<before>{NUMERAL})(?:号|张)?表"
    rf"|(?<![\d.\-年第])(?P<bare>[01]\d(?:-\d{1,2})?)(?:号)?表(?![示明现格达]))"
)
PRINTED = re.compile(rf"^\D*?(?P<number>{NUMERAL})\D*$")


def table_key(number: str | None) -> str:
    """The key of a table's printed number; empty where it has none."""
    found = PRINTED.match(number or "")
    return f"{SIGN}{plain_number(found['number'])}" if found else ""


def table_references(text: str, postings: Mapping[str, object]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a folded question calls a table by number, and that table's key: none where the numbered tables have no such one."""
    if not any(key.startswith(SIGN) for key in postings):
        return
    for found in ASKED.finditer(text):
        key = f"{SIGN}{plain_number(found['behind'] or found['before'] or found['bare'])}"
        yield found.start(), found.end(), (key,) if key in postings else ()


def plain_number(numeral: str) -> str:
    """“06”, “六” as 6, “03-2” as 3-2."""
    return "-".join(str(numeral_value(part)) for part in numeral.split("-"))
