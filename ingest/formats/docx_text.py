"""The text of a Word paragraph as it is printed: breaks, tabs, fields and text boxes settled, what was deleted or hidden left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SKIPPED = frozenset(
    WORD + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "rt", "footnotePr", "tbl", "fldData")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
SIGNS = {WORD + "noBreakHyphen": "-", WORD + "tab": "\t", WORD + "cr": "\n", WORD + "ptab": "\t"}
TEXT_BOX = WORD + "txbxContent"
OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class PrintedText:
    """A paragraph's text, a line break as newline; the footnotes it refers to and the text boxes anchored in it."""

    text: str = ""
    is_bold: bool = False
    footnotes: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


def read_paragraph(paragraph: Any) -> PrintedText:
    """What a w:p element prints."""
    printed = PrintedText()
    bold: list[bool] = []
    for run, text in _pieces(paragraph, printed, None):
        printed.text += text
        if text.strip():
            bold.append(run is not None and is_on(run, "b"))
    printed.is_bold = bool(bold) and all(bold)
    return printed


def _pieces(element: Any, printed: PrintedText, run: Any) -> Iterator[tuple[Any, str]]:
    """The texts below an element with the run that each is of."""
    for child in element:
        if child.tag in SKIPPED:
            continue
        if child.tag == TEXT_BOX:
            printed.boxes.append(child)
        elif child.tag == WORD + "r":
            if not is_on(child, "vanish"):
                yield from _pieces(child, printed, child)
        elif child.tag == WORD + "t" or child.tag.endswith("/math}t"):
            yield run, child.text or ""
        elif child.tag == WORD + "br":
            if child.get(WORD + "type") in (None, "textWrapping"):
                yield run, "\n"
        elif child.tag in SIGNS:
            yield run, SIGNS[child.tag]
        elif child.tag == WORD + "footnoteReference":
            printed.footnotes.append(child.get(WORD + "id") or "")
        elif isinstance(child.tag, str):
            yield from _pieces(child, printed, run)


def is_on(run: Any, name: str) -> bool:
    """Whether a run's own properties switch something on."""
    found = run.find(f"{WORD}rPr/{WORD}{name}")
    return found is not None and (found.get(WORD + "val") or "1").lower() not in OFF
