"""What a Word paragraph's style says about it: how high a heading it is, which list counts it, whether it is a line of the contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.formats.docx_text import WORD

CONTENTS_STYLE = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-6])", re.IGNORECASE)
DEEPEST_STYLES = 20
MOST_LEVELS = 6
DEEPEST_LEVEL = 8


class Styles:
    """The paragraph styles of a document by their id."""

    def __init__(self, part: Any) -> None:
        """Start from the w:styles element, None where the document has none."""
        found = part.iterfind(WORD + "style") if part is not None else ()
        self.styles = {style.get(WORD + "styleId"): style for style in found}

    def heading_level(self, paragraph: Any) -> int | None:
        """1–6 where the paragraph or its style is marked as a heading, else None."""
        for source in self._sources(paragraph):
            level = source.find(f"{WORD}pPr/{WORD}outlineLvl")
            if level is not None:
                value = level.get(WORD + "val") or ""
                return int(value) + 1 if value.isdigit() and int(value) < MOST_LEVELS else None
        named = [found for name in self._names(paragraph) if (found := HEADING_STYLE.fullmatch(name))]
        return int(named[0][1]) if named else None

    def list_place(self, paragraph: Any) -> tuple[str, int] | None:
        """The list that counts the paragraph and its depth there."""
        list_id = self._list_value(paragraph, "numId")
        if list_id in (None, "0"):
            return None
        return str(list_id), min(int(self._list_value(paragraph, "ilvl") or 0), DEEPEST_LEVEL)

    def is_contents(self, paragraph: Any) -> bool:
        """Whether the paragraph is a line of the contents that Word made."""
        return any(CONTENTS_STYLE.match(name) for name in self._names(paragraph))

    def _list_value(self, paragraph: Any, name: str) -> str | None:
        """What the paragraph, else its style, says of its list."""
        for source in self._sources(paragraph):
            found = source.find(f"{WORD}pPr/{WORD}numPr/{WORD}{name}")
            value = found.get(WORD + "val") if found is not None else None
            if value and value.isdigit():
                return str(value)
        return None

    def _sources(self, paragraph: Any) -> Iterator[Any]:
        """The paragraph, then its style and those it is based on."""
        yield paragraph
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        for _ in range(DEEPEST_STYLES):
            found = self.styles.get(style.get(WORD + "val")) if style is not None else None
            if found is None:
                return
            yield found
            style = found.find(WORD + "basedOn")

    def _names(self, paragraph: Any) -> Iterator[str]:
        for source in self._sources(paragraph):
            name = source.find(WORD + "name")
            if name is not None:
                yield name.get(WORD + "val") or ""
