from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSEOF

from ingest.pages.pdf_content import read_content

PIECES = [
    b"12", b"-3", b"+4", b"0.50", b"-.5", b"7.", b"1.2.3", b"BT", b"Tj", b"T*", b"'", b'"', b"f*", b"true", b"false", b"null", b"re",
    b"(text)", rb"(a\(b\)\n)", rb"(\101\7\0123)", b"(line\\\r\nline)", rb"(\x\8)", b"()", b"<48656C>", b"<48 6 5>", b"<4>", b"<>",
    b"/F1", b"/\xe6\x96\x87", b"/\xff", b"/", b"[", b"]", b"<< /MCID 0 >>", b"<</A[1 2]/B<41>>>", b"% comment\n", b"\x00", b"(\xff\n)",
]  # fmt: skip
ODD = [b"/A#20B", b"(a(b)c)", b"BI /W 1 ID x EI ", b"{ 1 }", b"--5", b"[ Tj ]", b"<< 1 2 >>", b"<< /A >>", b"]", b"[ 1"]
ODD += [rb"(\777)", b"(open"]


def read_by_pdfminer(content: bytes) -> list[Any]:
    parser = PDFContentParser([PDFStream({}, content)])
    found = []
    try:
        while True:
            found.append(parser.nextobject()[1])
    except PSEOF:
        return found


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([b" ", b"\n", b""])), min_size=1, max_size=12))
@example([(rb"(\101\7\0123)", b" ")])
def test_content_is_read_as_pdfminer_reads_it(pieces: list[tuple[bytes, bytes]]) -> None:
    content = b"".join(piece + blank for piece, blank in pieces) + b" "
    found = read_content(content)
    assert found is None or repr(found) == repr(read_by_pdfminer(content))


@pytest.mark.parametrize("piece", [piece for piece in PIECES if piece not in (b"[", b"]")])
def test_ordinary_content_is_read(piece: bytes) -> None:
    assert read_content(b"q " + piece + b" Q") is not None


@pytest.mark.parametrize("piece", ODD)
def test_what_is_out_of_the_ordinary_is_left_to_pdfminer(piece: bytes) -> None:
    assert read_content(b"q " + piece + b" Q") is None
