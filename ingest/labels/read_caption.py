"""What a printed line says about the table below it (title, number, unit, department, year), or as a note about the table above."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ingest.quantity import UNIT_SPELLINGS, YUAN_PER_UNIT

LONGEST_TITLE = 60
UNITS = "|".join(sorted(YUAN_PER_UNIT, key=len, reverse=True))
NUMBERED = re.compile(
    r"\(?(?:部门|单位)?(?:公开|预算|决算|财决|财预)+(?:\d+(?:[-—]\d+)?表|表\d+(?:[-—]\d+)?)\)?|^\(?(?:附?表|附件)\d+(?:[-—]\d+)?\)?[:：.]?|^\d+表$"
    r"|^\(?(?:附?表|附件)[一二三四五六七八九十]{1,3}\)?(?:[:：.]|$)"
)
UNIT = re.compile(
    rf"\(?(?:金额|计量|货币|数额)?单位[::]?(?:人民币|RMB)?({UNITS}|[万亿](?=$|\)))(?![江谋氏阳宝坝])\)?(?:[、/和](?:人|个|辆|%|平方米))*(?:[((]?(?:保留|列至)\S*)?"
)
TITLE_UNIT = re.compile(rf"\((?:金额|单位|金额单位)?:?({UNITS})\)$")
DEPARTMENT = re.compile(
    r"(?:(?:编制|填报|填表|申报|编报|上报|报送|制表|公开|预算|主管|实施|责任|部门)*(?:部门|单位)(?:及(?:单位|代码|编码))?(?:\([^)]*\))?(?:名称)?(?:\([^)]*\))?"
    r"|(?:填报|填表|编制|制表|申报|编报|报送|公开)(?:日期|时间|人))[::].*"
)
YEAR = re.compile(r"\(?(?:(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})年(?:度|\d+月\d+日)?\)?")
TITLE = re.compile(r".*表(?:[一二三四五六七八九十]|\([^)]*\)|（[^）]*）)*")
NOT_A_TITLE = re.compile(r".*[。；;，,!！？?].*|.*(?:见|详见|如下表|下表|上表).*")
SENTENCE = re.compile(r"[。；;，,!！？?]")
NOTE = re.compile(
    r"(?:备?注|说明|附注)\s*[:：].*|\*?本表(?:仅|反映|不含|为|金额|数据|无|按).*|.*故(?:本|此|该)表(?:无|为|没有).*|.*(?:空表|本表为空).*"
)
MORE_NOTE = re.compile(r"[2-9]\s*[.、．].*|\([2-9二三四五六]\).*")
CONTINUED = re.compile(r"续表\d*[:：]?|.*表\(?(?:续|接上页|接上表)\d*表?\)?|\(?(?:续|接)上?(?:表|页)\)?")


@dataclass(frozen=True, slots=True)
class Caption:
    """The parts of a caption that one line prints; empty parts are not on it."""

    title: str = ""
    number: str = ""
    unit: str = ""
    is_other: bool = False
    is_continued: bool = False

    @property
    def is_caption(self) -> bool:
        """Whether the line says anything about a table."""
        return bool(self.title or self.number or self.unit or self.is_other)


def read_caption(text: str) -> Caption:
    """The caption parts of a line; a line of prose has none."""
    folded = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    dense = folded.replace(" ", "")
    if not dense or len(dense) > LONGEST_TITLE:
        return Caption()
    if CONTINUED.fullmatch(dense):
        return Caption(is_other=True, is_continued=True)
    number, unit = NUMBERED.search(dense), UNIT.search(dense)
    rest = dense
    for found in (number, unit):
        rest = rest.replace(found[0], "") if found else rest
    unit = unit or TITLE_UNIT.search(rest)
    if CONTINUED.fullmatch(rest):
        return Caption("", _number(number), _unit(unit), is_other=True, is_continued=True)
    is_other = bool(rest != dense and not rest) or bool(DEPARTMENT.fullmatch(rest) or YEAR.fullmatch(rest))
    if is_other or not rest:
        return Caption("", _number(number), _unit(unit), is_other)
    if TITLE.fullmatch(rest) and not NOT_A_TITLE.fullmatch(rest):
        return Caption(_title(text, number, unit), _number(number), _unit(unit))
    return Caption("", "", _unit(unit) if not SENTENCE.search(rest) else "")


def _unit(found: re.Match[str] | None) -> str:
    return UNIT_SPELLINGS.get(found[1], found[1]) if found else ""


def _number(found: re.Match[str] | None) -> str:
    return found[0].strip("():：.") if found else ""


def _title(text: str, number: re.Match[str] | None, unit: re.Match[str] | None) -> str:
    """The title as printed, without a table number or a unit on the same line and without the spaces of wrapping."""
    title = re.sub(r"\s+", " ", text).strip()
    if number or unit:
        title = unicodedata.normalize("NFKC", title).replace(" ", "")
        for found in (number, unit):
            title = title.replace(found[0], "") if found else title
    return re.sub(r"(?<=[\u2e80-\u9fff“”])\s+(?=[\u2e80-\u9fff“”])", "", title)


def is_note(text: str, is_after_note: bool) -> bool:
    """Whether a line after a table belongs to it: 注：…, 本部门没有…，故本表无数据, or the next point of a note."""
    line = text.strip()
    return bool(NOTE.fullmatch(line)) or (is_after_note and bool(MORE_NOTE.fullmatch(line)))
