from __future__ import annotations

from pathlib import Path

import pytest

from ingest.blocks import Line
from ingest.errors import UnreadableFileError
from ingest.formats.read_pdf import read_pdf
from ingest.pages.pdf_soup import is_common

PROSE = (
    "本部门主要负责全县渡口的日常管理，组织船员参加安全培训，检查渡船和码头设施，办理船舶登记和航道养护事项，"
    "受理群众来信来访，协助乡镇做好汛期值守，编制年度收支预算并公开执行情况，完成上级交办的其他工作任务。"
)
AMOUNTS = "收入1203.45万元，支出987.60万元，结转215.85万元。"
GOOD, SHIFTED = b"<0000> <ffff> <0000>", b"<0000> <ffff> <0001>"
NEIGHBOURS = 5  # that many pages of sound text for one of soup


def write(folder: Path, pages: list[tuple[str, str]], second_map: bytes | None) -> Path:
    """Pages of lines, each in the sound font and then in the other, which has this map or none; the codes are those of Unicode."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    numbers = range(20, 20 + 2 * len(pages), 2)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % number for number in numbers), len(pages))
    for number, texts in zip(numbers, pages, strict=True):
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (number + 1)
        )
        objects[number + 1] = stream(b"\n".join(show(index, text) for index, text in enumerate(texts)))
    for number, name, is_mapped in ((3, b"Sound", True), (4, b"Other", second_map is not None)):
        entry = b"/ToUnicode %d 0 R" % (number + 4) if is_mapped else b""
        descendant = (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /DW 1000 /CIDSystemInfo << /Ordering (Identity) >> "
            b"/FontDescriptor << /Type /FontDescriptor /FontName /%s >> >>" % (name, name)
        )
        font = b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] %s >>"
        objects[number], objects[number + 2] = font % (name, number + 2, entry), descendant
    objects[7], objects[8] = (stream(b"begincmap 1 beginbfrange %s endbfrange endcmap" % one) for one in (GOOD, second_map or GOOD))
    path = folder / "soup.pdf"
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, text) for number, text in sorted(objects.items()))
    path.write_bytes(b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n")
    return path


def stream(content: bytes) -> bytes:
    return b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content)


def show(font: int, text: str) -> bytes:
    lines = [text[start : start + 40] for start in range(0, len(text), 40)]
    drawn = (b"<%s> Tj 0 -20 Td" % line.encode("utf-16-be").hex().encode() for line in lines)
    return b"BT /F%d 10 Tf 60 %d Td %s ET" % (font + 1, 780 - 300 * font, b" ".join(drawn))


def texts(path: Path) -> str:
    return "".join(block.text for block in read_pdf(path).blocks if isinstance(block, Line))


def test_sound_maps_are_read(tmp_path: Path) -> None:
    assert texts(write(tmp_path, [(PROSE, PROSE)], GOOD)) == PROSE + PROSE


@pytest.mark.parametrize("second_map", [SHIFTED, None], ids=["shifted", "none"])
def test_a_file_much_of_which_comes_out_wrong_is_refused(tmp_path: Path, second_map: bytes | None) -> None:
    with pytest.raises(UnreadableFileError, match=r"soup\.pdf.*文字对照表.*文字识别"):
        read_pdf(write(tmp_path, [(PROSE, PROSE)], second_map))


@pytest.mark.parametrize(("soup", "second_map"), [(PROSE, SHIFTED), (AMOUNTS, None)], ids=["shifted", "amounts without a map"])
def test_pages_with_some_text_in_a_bad_font_are_left_out_and_named(tmp_path: Path, soup: str, second_map: bytes | None) -> None:
    sound = PROSE + PROSE
    path = write(tmp_path, [(sound, "")] * NEIGHBOURS + [(sound, soup)], second_map)
    (problem,) = read_pdf(path).problems
    assert f"第 {NEIGHBOURS + 1} 页" in problem.message
    assert "乱码" in problem.message
    assert texts(path) == sound * NEIGHBOURS


def test_bullets_of_a_symbol_font_spoil_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, [(PROSE, "\uf06c\uf0b7\uf06c")], GOOD)
    assert PROSE in texts(path)
    assert not read_pdf(path).problems


def test_a_name_of_rare_characters_on_every_page_is_no_soup(tmp_path: Path) -> None:
    assert not read_pdf(write(tmp_path, [(PROSE, "埇桥鄱阳衢州"), (PROSE, "埇桥鄱阳衢州")] * 8, GOOD)).problems


def test_traditional_characters_are_as_common_as_simplified_ones() -> None:
    assert all(is_common(character) for character in "這個國門會來時說對開發經濟")
    assert not any(is_common(character) for character in "渡埇鄱衢")
