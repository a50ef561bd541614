"""What printing adds and nobody reads: page numbers, the table of contents, form feeds, repeated running heads."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, Grid, Line
from ingest.outline.headings import PART, read_numbering

DASH = "[-—–－─]"
PAGE_NUMBER = re.compile(rf"\s*(?:{DASH}+\s*\d{{1,3}}\s*{DASH}+|第\s*\d{{1,3}}\s*页(?:\s*[,，/／]?\s*共\s*\d{{1,3}}\s*页)?)\s*")
TRAILING_PAGE_NUMBER = re.compile(rf"(?<=[^\d\s])\s*{DASH}\s*\d{{1,3}}\s*{DASH}\s*$")
BARE_PAGE_NUMBER = re.compile(r"\d{1,3}(?:\s*/\s*\d{1,3})?")
CONTENTS_TITLE = re.compile(r"(?:目\s*[录錄次]|CONTENTS)", re.IGNORECASE)
LEADER = re.compile(r"(?:[.．…·・]\s*){2,}\s*\d*\s*$")
ENTRY_PAGE = re.compile(r"[\s(（]*\d{1,3}[)）]?$")
LONGEST_ENTRY = 80
FEWEST_ENTRIES = 3
RUNNING_PAGES = 3
RUNNING_SHARE = 0.6
TABLE_CAPTION = re.compile(r"单位[：:]|部门[：:]|部门名称|表\s*$")


def drop_debris(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without page numbers, running heads and the table of contents."""
    printed = [block for block in map(_without_marks, blocks) if block is not None]
    return tuple(_without_contents(_without_running_heads(_without_bare_numbers(printed))))


def _without_marks(block: Block) -> Block | None:
    # An empty line is kept: it says that a paragraph has ended.
    if isinstance(block, Grid) or not block.text:
        return block
    text = block.text.replace("\f", "")
    if PAGE_NUMBER.fullmatch(text):
        return None
    text = TRAILING_PAGE_NUMBER.sub("", text)
    return replace(block, text=text) if text.strip() else None


def _without_bare_numbers(blocks: list[Block]) -> list[Block]:
    """Without bare numbers at the head or foot of a page; in a text a bare number may be a code of a table."""
    return [block for index, block in enumerate(blocks) if not (_is_edge(blocks, index) and _is_bare_number(block))]


def _is_bare_number(block: Block) -> bool:
    return BARE_PAGE_NUMBER.fullmatch(_text(block).strip()) is not None


def _is_edge(blocks: Sequence[Block], index: int) -> bool:
    page = blocks[index].place.page
    if page is None:
        return False
    before = next((block for block in reversed(blocks[:index]) if _is_printed(block)), None)
    after = next((block for block in blocks[index + 1 :] if _is_printed(block)), None)
    return before is None or before.place.page != page or after is None or after.place.page != page


def _is_printed(block: Block) -> bool:
    return isinstance(block, Grid) or bool(block.text)


def _text(block: Block) -> str:
    return block.text if isinstance(block, Line) else ""


def _without_running_heads(blocks: list[Block]) -> list[Block]:
    pages = {block.place.page for block in blocks if block.place.page is not None}
    seen: dict[str, set[int]] = defaultdict(set)
    for index, block in enumerate(blocks):
        if block.place.page is not None and _is_edge(blocks, index) and not TABLE_CAPTION.search(_text(block)):
            seen[_text(block).strip()].add(block.place.page)
    running = {text for text, on in seen.items() if text and len(on) >= max(RUNNING_PAGES, RUNNING_SHARE * len(pages))}
    return [block for index, block in enumerate(blocks) if not (_text(block).strip() in running and _is_edge(blocks, index))]


def _without_contents(blocks: list[Block]) -> list[Block]:
    start = next((index for index, block in enumerate(blocks) if CONTENTS_TITLE.fullmatch(_text(block).strip())), None)
    if start is None:
        return blocks
    first = start + 1
    return blocks[:start] + blocks[_contents_end(blocks, first) :]


def _contents_end(blocks: list[Block], first: int) -> int:
    limit = first
    while limit < len(blocks) and _may_be_contents(blocks[limit]):
        limit += 1
    led = [index for index in range(first, limit) if _has_leader(blocks[index])]
    if led:
        return led[-1] + 1
    keys = [_entry_key(blocks[index]) for index in range(first, limit)]
    opening = next(filter(None, keys), "")
    again = next((index for index, key in enumerate(keys) if key == opening and opening in keys[:index]), None)
    if again is None:
        again = next((index for index, key in enumerate(keys) if key and key in keys[:index]), None)
    return first + again if again is not None else _page_end(blocks, first, limit)


def _page_end(blocks: list[Block], first: int, limit: int) -> int:
    """The end of the contents' page where nothing of it is repeated; without pages nothing but the title is dropped."""
    page = blocks[first].place.page if first < limit else None
    if page is None:
        return first
    return next((index for index in range(first, limit) if blocks[index].place.page != page), limit)


def _may_be_contents(block: Block) -> bool:
    if isinstance(block, Grid):
        return _has_leader(block)
    text = block.text.strip()
    return _has_leader(block) or (len(text) <= LONGEST_ENTRY and not text.endswith(("。", "；")))


def _has_leader(block: Block) -> bool:
    if isinstance(block, Line):
        return bool(LEADER.search(block.text))
    texts = [cell.text for row in block.rows for cell in row if cell is not None and cell.text]
    return (bool(texts) and 2 * sum(bool(LEADER.search(text)) for text in texts) >= len(texts)) or _names_pages(block)


def _names_pages(grid: Grid) -> bool:
    """Whether a grid is a table of contents: a heading and its page in every row, the pages never going back."""
    rows = [[cell.text.strip() for cell in row if cell is not None and cell.text.strip()] for row in grid.rows]
    printed = [row for row in rows if row]
    is_pair = all(len(row) == 2 and BARE_PAGE_NUMBER.fullmatch(row[1]) and not row[0].isdigit() for row in printed)
    pages = [int(row[1].partition("/")[0]) for row in printed] if is_pair else []
    return len(pages) >= FEWEST_ENTRIES and pages == sorted(pages)


def _entry_key(block: Block) -> str:
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", ENTRY_PAGE.sub("", LEADER.sub("", _text(block)))))
    numbering = read_numbering(folded)
    # The title of a part is often worded differently in the contents, or stands on the next line in the text.
    return f"第{numbering.value}部分" if numbering and numbering.style is PART else folded
