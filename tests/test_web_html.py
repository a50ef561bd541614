"""The page's own HTML: what is marked, what is left out, and that text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from web_answers import BACK, DOCUMENT, FIGURE, IN_PROSE, IN_TABLE, SCRIPT, text_of

from app.answer import Answer, Value
from app.documents.example_questions import MOST_EXAMPLES, example_questions
from app.exports.chart_values import Bar, Chart
from app.telling.cite import plain
from app.web.answer_html import answer_html, calculation_html, headline_html, inline_html
from app.web.chart_html import axis_ticks, chart_html
from app.web.citation_card import card_title, facts_html, link_html, page_html, place_words, source_html
from app.web.library import SAMPLES
from app.web.page_image import page_image
from app.web.plain_label import plain_label
from app.web.section_html import mark_quote, section_html
from app.web.table_html import ROWS_SHOWN_WHOLE, header_rows, table_html
from ingest.document import Cell, DocumentInfo, Paragraph, Place, Section, Table
from ingest.parse_document import parse_document

HEADLINES = [
    ("收入：**31.50万元**[1]。", [Value("收入", Decimal("31.50"), "万元")], "31.50万元"),
    ("收入：**1,031.50万元**[1]。", [Value("收入", Decimal("1031.50"), "万元")], "1,031.50万元"),
    ("**减少2.82万元，下降17%**", [Value("变化", Decimal("2.82"), "万元"), Value("率", Decimal(17), "%")], "减少2.82万元，下降17%"),
    ("有：\n- “控制率”：目标值**≤100%**", [Value("控制率", Decimal(100), "%")], "≤100%"),
    ("没有粗体", [Value("人数", Decimal(12), "人")], "12人"),
    ("两项：\n- 甲：**1万元**\n- 乙：**2万元**", [Value("甲", Decimal(1), "万元"), Value("乙", Decimal(2), "万元")], None),
]


@pytest.mark.parametrize(("text", "values", "expected"), HEADLINES)
def test_headline_is_the_main_figure_in_the_answers_own_words(text: str, values: list[Value], expected: str | None) -> None:
    html = headline_html(Answer("answered", text, values=tuple(values)))
    assert html == "" if expected is None else text_of(html) == values[0].label + expected


def test_calculation_and_warnings_are_told_once() -> None:
    told = Answer("answered", "差额。\n计算：3 − 2 = 1万元。\n注意：有尾差。", calculation="3 − 2 = 1万元", warnings=("有尾差。",))
    assert answer_html(told).count("3 − 2") == 1
    assert answer_html(told).count("有尾差") == 1
    assert "3 − 2" in answer_html(replace(told, text="差额。"))


def test_choices_are_not_listed_beside_their_buttons() -> None:
    assert "2031年预算" not in answer_html(BACK)


def test_marks_and_bold_are_the_only_markup() -> None:
    assert text_of(inline_html(f"**甲**[12]{SCRIPT}", cited=[12])) == f"甲\u2060[12]{SCRIPT}"
    assert "<script" not in inline_html(f"**{SCRIPT}**")


def test_only_numbers_of_citations_are_marks_and_an_answer_without_marks_gets_them_all() -> None:
    marked = re.compile(r'data-card="(\w+)"')
    assert marked.findall(answer_html(replace(FIGURE, text="见国发[12]号文[2]。"), turn=3)) == ["3_2"]
    assert marked.findall(answer_html(replace(FIGURE, text="职责：\n- 管灯塔\n- 修灯塔"), turn=3)) == ["3_1", "3_2"]
    assert "mz-mark" not in answer_html(BACK)


@pytest.mark.parametrize(("item", "is_numbered"), [("一、管灯塔", True), ("（二）修灯塔", True), ("3．点灯", True), ("2.50万元", False)])
def test_item_with_a_number_of_its_own_has_no_dot(item: str, is_numbered: bool) -> None:
    assert ('<li class="mz-numbered">' in answer_html(Answer("answered", f"有：\n- {item}"))) == is_numbered


def test_operands_of_a_calculation_lead_to_the_citations_that_print_them() -> None:
    cited = (replace(IN_TABLE, quote="甲 | 1,300.50"), replace(IN_TABLE, quote="乙 | 2.50"))
    html = calculation_html("1300.50 − 2.50 = 1298.00万元；2.50 ÷ 9 = 0.28", cited, 7)
    assert re.findall(r'data-card="(\w+)"[^>]*>([\d.]+)<', html) == [("7_1", "1300.50"), ("7_2", "2.50"), ("7_2", "2.50")]
    assert text_of(html) == "1300.50 − 2.50 = 1298.00万元2.50 ÷ 9 = 0.28"


def test_operand_in_another_unit_than_printed_leads_to_its_citation() -> None:
    cited = (replace(IN_TABLE, quote="甲 | 15,828,878.12"), replace(IN_TABLE, quote="乙 | 1,769.6"), replace(IN_TABLE, quote="丙 | 20000"))
    html = calculation_html("1769.6 − 1582.887812 = 186.712188万元；186.712188 ÷ 2 = 93.356094万元", cited, 7)
    assert re.findall(r'data-card="(\w+)"[^>]*>([\d.]+)<', html) == [("7_2", "1769.6"), ("7_1", "1582.887812")]


def test_answer_names_its_scope_and_its_marks_lead_to_their_cards() -> None:
    html = answer_html(FIGURE, ("某局", "2031年", SCRIPT), 4)
    assert "<span>2031年</span>" in html
    assert 'data-card="4_1"' in html
    assert "<script" not in html


def test_chart_draws_each_amount_in_proportion_with_its_number_beside() -> None:
    html = chart_html(Chart("三公经费", "万元", (Bar("甲局", Decimal(10), "10.00"), Bar("乙局", Decimal(5), "5.00"))))
    assert re.findall(r"width:([\d.]+)%", html) == ["100.00", "50.00"]
    assert text_of(html) == "三公经费（万元）甲局10.00乙局5.0002.557.510"


@pytest.mark.parametrize(("largest", "top"), [("47.91", "60"), ("0.03", "0.032"), ("1866.10", "2000"), ("0", "1")])
def test_axis_ends_at_a_round_number_not_far_above_the_largest(largest: str, top: str) -> None:
    assert axis_ticks(Decimal(largest))[-1] == Decimal(top)


def long_table(rows: int = 40) -> Table:
    cells = [Cell("项目", 0, 0, 2, 1, is_header=True), Cell("金额<1 & 2", 0, 1, 1, 2, is_header=True)]
    cells += [Cell("本年", 1, 1, is_header=True), Cell("上年", 1, 2, is_header=True), Cell("一类", 2, 0, rows - 2, 1)]
    cells += [Cell(f"{row}.50", row, column) for row in range(2, rows) for column in (1, 2) if (row, column) != (3, 2)]
    return Table(0, "表", "01表", "万元", (), tuple(cells))


def test_long_table_shows_its_header_and_the_rows_around_the_cell() -> None:
    html = table_html(long_table(), (20, 2))
    assert header_rows(long_table()) == 2
    assert html.count("<tr") == 2 + 9 + 2
    assert "略 14 行" in html
    assert "略 15 行" in html
    assert '<td class="mz-number-cell mz-cited">20.50</td>' in html
    assert '<td rowspan="9" class="mz-path">一类</td>' in html
    assert '<th colspan="2" class="mz-path">金额&lt;1 &amp; 2' in html


def test_every_place_of_a_table_is_drawn_once() -> None:
    html = table_html(long_table(10))
    cell = re.compile(r'<t[hd](?: rowspan="\d+")?(?: colspan="(\d+)")?')
    widths = [sum(int(span or 1) for span in cell.findall(row)) for row in html.split("<tr>")[1:]]
    assert widths == [3, 2, 3, *[2] * 7]
    assert "<td></td>" in html
    assert '<td class="mz-path"></td>' in table_html(long_table(10), (3, 1))
    assert ROWS_SHOWN_WHOLE >= 10


def test_marked_cell_of_every_sample_figure_carries_its_value() -> None:
    document = parse_document(next(iter(sorted(SAMPLES.glob("*.txt")))))
    assert document.figures
    for figure in document.figures:
        marked = re.findall(r'mz-cited"[^>]*>(.*?)</t', table_html(document.tables[figure.table], figure.cell))
        assert [text_of(html).removesuffix("？") for html in marked] == [plain(figure.value)]


def test_wanted_words_of_a_section_are_marked() -> None:
    paragraphs = [Paragraph(f"第{number}段。", Place()) for number in range(20)]
    html = section_html([Section(("甲",), tuple(paragraphs), Place())], "第9段。")
    assert text_of(html) == "……第7段。第8段。第9段。第10段。第11段。……"
    assert html.count("<mark>") == 1
    assert mark_quote(f"前{SCRIPT}后", SCRIPT).startswith("前<mark>&lt;script")


def test_quote_that_is_not_in_the_section_is_shown_alone() -> None:
    assert text_of(section_html([], "引文")) == "引文"
    missing = replace(IN_TABLE, table_index=9, section="没有这一节", quote="引文")
    assert text_of(source_html(missing, DOCUMENT)) == "引文"


def test_card_names_place_and_links_only_to_the_web() -> None:
    assert place_words(replace(IN_PROSE, lines=(4, 4))) == "第 4 行"
    assert place_words(replace(IN_PROSE, page=2, lines=(4, 4))) == "第 2 张工作表第 4 行"
    assert link_html("javascript:alert(1)") == "javascript:alert(1)"
    assert link_html("https://example.invalid/a?b=1&c").startswith('<a href="https://example.invalid/a?b=1&amp;c"')
    assert "<script" not in facts_html(replace(IN_TABLE, document=SCRIPT, section=SCRIPT, row=(SCRIPT,)))
    assert card_title(replace(IN_TABLE, title="长" * 200)).endswith("…")


@pytest.mark.parametrize("text", ["[甲](http://x) :red[乙] **丙** $a$ <b>", "1. 2024_budget.txt", "a\nb"])
def test_label_keeps_no_markdown(text: str) -> None:
    assert plain_label(text).replace("\\", "") == " ".join(text.split())
    assert not re.search(r"(?<!\\)[\[\]*_$<>:]", plain_label(text))


def test_examples_come_from_the_documents_and_are_answered() -> None:
    infos = [replace(DOCUMENT.info, id=str(number), organization=f"灯塔{number}局", year=2030 + number % 2) for number in range(6)]
    asked = tuple(example_questions(infos, lambda question: Answer("not_found" if "职责" in question else "answered", "")))
    assert 1 < len(asked) <= MOST_EXAMPLES
    assert all("灯塔" in question and "职责" not in question for question in asked)
    assert any("和灯塔" in question for question in asked)
    assert not list(example_questions([DocumentInfo("1", "x.txt")], lambda _: FIGURE))


def test_page_number_at_the_foot_keeps_no_blank_page_in_sight(tmp_path: Path) -> None:
    page = Image.new("RGB", (800, 1000), "white")
    ImageDraw.Draw(page).rectangle((100, 100, 700, 300), fill="black")
    ImageDraw.Draw(page).rectangle((390, 960, 410, 970), fill="black")
    page.save(tmp_path / "page.pdf", resolution=72)
    picture = page_image(tmp_path / "page.pdf", 1, (100, 280, 300, 300))
    assert picture is not None
    assert picture.across == pytest.approx(0.25)
    assert Image.open(BytesIO(picture.png)).height < 800
    assert 'style="left:25.0%"' in page_html(picture, "第 1 页")
    lower = page_image(tmp_path / "page.pdf", 1, (390, 960, 410, 970))
    assert lower is not None
    assert Image.open(BytesIO(lower.png)).height > 1900


def test_pdf_page_is_drawn_with_a_box_or_honestly_not_at_all(tmp_path: Path) -> None:
    file = next(iter(sorted(SAMPLES.glob("*.pdf"))))
    picture = page_image(file, 1, (10, 10, 100, 30))
    assert picture is None or picture.png.startswith(b"\x89PNG")
    assert page_image(file, 9999, None) is None
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    assert page_image(tmp_path / "broken.pdf", 1, None) is None
    assert page_image(tmp_path / "absent.pdf", 1, None) is None
