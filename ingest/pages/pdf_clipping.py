"""Clipping for pdfminer, which reads clipping paths but shows what they hide; the only door to its interpreter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTFigure
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psparser import PSKeyword, keyword_name, literal_name
from pdfminer.utils import apply_matrix_pt

from ingest.pages.pdf_content import read_content
from ingest.pages.pdf_glyphs import Box

MAX_GLYPHS_PER_PAGE = 200_000
MAX_SHAPES_PER_PAGE = 200_000
MAX_CONTENT_BYTES_PER_PAGE = 2**24
MAX_OPERATORS_PER_PAGE = 2_000_000
MAX_ODD_BYTES = 2**21  # content that only pdfminer's own slow parser understands
FORM_BYTES = 2000  # what drawing a form costs beside its content
OPERATOR_LETTERS = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})  # as pdfminer spells them in its methods' names
TOO_MANY_GLYPHS = f"的字符超过 {MAX_GLYPHS_PER_PAGE:,} 个，不像文件的一页"
TOO_MANY_SHAPES = f"的线条和图形超过 {MAX_SHAPES_PER_PAGE:,} 个，不像文件的一页"
TOO_MANY_OPERATORS = f"的绘图指令超过 {MAX_OPERATORS_PER_PAGE:,} 条，不像文件的一页"
TOO_MUCH_ODD_CONTENT = f"的内容有 {MAX_ODD_BYTES // 2**20} MiB 以上不合 PDF 的写法"
TOO_MUCH_CONTENT = f"的内容展开后超过 {MAX_CONTENT_BYTES_PER_PAGE // 2**20} MiB，不像文件的一页"


class OverfullPageError(Exception):
    """A page holds more than any document's does; `str(error)` says of what, in the user's words."""


class VisibleGlyphDevice(PDFPageAggregator):
    """Collects what a page prints, without the glyphs that its clipping paths hide."""

    clip: Box | None = None
    glyphs_left = MAX_GLYPHS_PER_PAGE
    shapes_left = MAX_SHAPES_PER_PAGE
    bytes_left = MAX_CONTENT_BYTES_PER_PAGE

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        """Show a glyph unless it is clipped away."""
        advance: float = super().render_char(*args, **kwargs)
        self.glyphs_left -= 1
        if self.glyphs_left < 0:
            raise OverfullPageError(TOO_MANY_GLYPHS)
        items = self.cur_item._objs
        boxes = (self.clip, self.cur_item.bbox if isinstance(self.cur_item, LTFigure) else None)
        if any(box and not _has_middle(box, items[-1]) for box in boxes):
            items.pop()
        return advance

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        """Show a drawn shape."""
        self.shapes_left -= 1
        if self.shapes_left < 0:
            raise OverfullPageError(TOO_MANY_SHAPES)
        super().paint_path(*args, **kwargs)

    def take_content(self, length: int) -> None:
        """Count so many bytes of what draws the page."""
        self.bytes_left -= length
        if self.bytes_left < 0:
            raise OverfullPageError(TOO_MUCH_CONTENT)


class ClippingInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter, which reads clipping paths but does not apply them; this one tells the device their boxes."""

    clip: Box | None = None

    def init_state(self, ctm: Any) -> None:
        """Begin a content stream."""
        super().init_state(ctm)
        self.clips: list[Box | None] = []

    def execute(self, streams: Sequence[object]) -> None:
        """Draw what the content streams say; pdfminer's own parser reads what is out of the ordinary."""
        contents = [stream_value(stream) for stream in streams]
        is_ordinary = all(one.objid is not None and one.objid not in self.parent_stream_ids for one in contents)
        content = b"\n".join(one.get_data() for one in contents)
        objects = read_content(content) if is_ordinary else None
        if objects is None:
            if len(content) > MAX_ODD_BYTES:
                raise OverfullPageError(TOO_MUCH_ODD_CONTENT)
            super().execute(streams)
            return
        if len(objects) > MAX_OPERATORS_PER_PAGE:
            raise OverfullPageError(TOO_MANY_OPERATORS)
        self.stream_ids.clear()
        self.stream_ids.update(one.objid for one in contents if one.objid is not None)
        for item in objects:
            if isinstance(item, PSKeyword):
                self._draw(item)
            else:
                self.argstack.append(item)

    def _draw(self, operator: PSKeyword) -> None:
        """Call pdfminer's method for the operator with its operands, as pdfminer does: not where operands are missing."""
        method = getattr(self, "do_" + keyword_name(operator).translate(OPERATOR_LETTERS), None)
        if method is None:
            return
        count = method.__code__.co_argcount - 1
        operands = self.argstack[-count:] if count else []
        if count:
            del self.argstack[-count:]
        if len(operands) == count:
            method(*operands)

    def dup(self) -> PDFPageInterpreter:
        """The interpreter of a form that stands on this page, under the same clipping path."""
        copy = ClippingInterpreter(self.rsrcmgr, self.device)
        copy.clip = self.clip
        return copy

    def do_q(self) -> None:
        """Save the state."""
        super().do_q()
        self.clips.append(self.clip)

    def do_Q(self) -> None:  # noqa: N802
        """Restore the state."""
        super().do_Q()
        if self.clips:
            self._set_clip(self.clips.pop())

    def do_W(self) -> None:  # noqa: N802
        """Clip to the box of the current path."""
        points = [(p[i], p[i + 1]) for p in self.curpath for i in range(1, len(p) - 1, 2)]
        if points:
            corners = [apply_matrix_pt(self.ctm, point) for point in points]  # type: ignore[arg-type]
            box = min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners)
            self._set_clip(_intersect(self.clip, box) if self.clip else box)

    def do_W_a(self) -> None:  # noqa: N802
        """Clip to the box of the current path."""
        self.do_W()

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        """Show a form or an image; forms that draw forms make much of little."""
        form = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        if isinstance(form, PDFStream) and literal_name(form.get("Subtype")) == "Form":
            self.device.take_content(FORM_BYTES + len(form.get_data()))  # type: ignore[attr-defined]
        super().do_Do(xobjid_arg)
        self._set_clip(self.clip)

    def _set_clip(self, clip: Box | None) -> None:
        self.clip = clip
        self.device.clip = clip  # type: ignore[attr-defined]


def _intersect(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _has_middle(box: Box, item: Any) -> bool:
    return bool(box[0] <= (item.x0 + item.x1) / 2 <= box[2] and box[1] <= (item.y0 + item.y1) / 2 <= box[3])
