"""The page through Streamlit's AppTest, over small invented answers and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
import streamlit as st
from knowledge_documents import invented_document
from streamlit.testing.v1 import AppTest

from app.answer import Answer, Choice, Citation, Value
from app.web import ask_page, library
from app.web.answer_html import answer_html, headline_html, inline_html
from app.web.citation_card import card_title, facts_html, link_html, place_words, source_html
from app.web.example_questions import MOST_EXAMPLES, example_questions
from app.web.page_image import page_image
from app.web.plain_label import plain_label
from app.web.section_html import mark_quote, section_html
from app.web.table_html import ROWS_SHOWN_WHOLE, header_rows, table_html
from ingest.document import Cell, DocumentInfo, Paragraph, Place, Section, Table
from retrieval.knowledge_base import KnowledgeBase

PAGE = Path(library.__file__).parent / "page.py"
SAMPLES = library.SAMPLES
SCRIPT = "<script>alert(1)</script>"
DOCUMENT = invented_document()
IN_TABLE = Citation(
    DOCUMENT.info.file_name, DOCUMENT.info.id, "云岭市灯塔局2031年部门预算", "第三部分 表格", "合计 | 2.50", table="支出表0", page=3,
    row=("302", "办公费"), col=("合计",), table_index=0, cell=(2, 2),
)  # fmt: skip
IN_PROSE = Citation(
    DOCUMENT.info.file_name, DOCUMENT.info.id, "云岭市灯塔局2031年部门预算", "第二部分 情况说明 > 主要职能",
    "组织灯塔开放日", lines=(8, 9),
)  # fmt: skip
FIGURE = Answer(
    "answered", "云岭市灯塔局，办公费：**2.50万元**[1]。\n口径：《支出表0》。", values=(Value("办公费", Decimal("2.50"), "万元"),),
    citations=(IN_TABLE, IN_PROSE), warnings=("有尾差。",),
)  # fmt: skip
BACK = Answer("clarify", "请问哪一年？\n- 2031年预算", choices=(Choice("2031年预算", "2031年办公费预算"),))


class FakeAssistant:
    """Answers by a table and remembers what it was asked."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        self.asked.append((question, tuple(history)))
        if question == "出错":
            raise RuntimeError("broken")
        return self.answers.get(question, Answer("not_found", f"没有找到{question}。"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home that the page opens, and nothing cached from other tests."""
    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setenv("MINGZHANG_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(library, "_warm_up", lambda _knowledge_base: None)
    yield tmp_path / "home"
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def loaded(home: Path) -> Path:
    """The home with one document in it."""
    with KnowledgeBase.open(home) as knowledge_base:
        knowledge_base.add(DOCUMENT, b"not really a pdf")
    return home


def open_page(
    monkeypatch: pytest.MonkeyPatch, answers: dict[str, Answer] | None = None, question: str = ""
) -> tuple[AppTest, FakeAssistant]:
    fake = FakeAssistant(answers or {})
    monkeypatch.setattr(library, "Assistant", lambda *_: fake)
    page = AppTest.from_file(str(PAGE), default_timeout=30)
    if question:
        page.query_params["q"] = question
    return page.run(), fake


def shown(page: AppTest) -> str:
    assert not page.exception
    bodies = [element.proto.body for element in page.get("html")]
    return "\n".join(body for body in bodies if not body.startswith(("<style", "<script")))


def text_of(html: str) -> str:
    parser = HTMLParser()
    texts: list[str] = []
    parser.handle_data = texts.append  # type: ignore[method-assign]
    parser.feed(html)
    return "".join(texts)


@pytest.mark.usefixtures("home")
def test_empty_knowledge_base_says_how_to_load(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch)
    assert "知识库里还没有文件" in shown(page)
    assert "mingzhang ingest 文件夹" in shown(page)
    assert not page.chat_input


def test_home_that_cannot_be_opened_is_a_chinese_message(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("MINGZHANG_HOME", str(tmp_path / "file" / "home"))
    page, _ = open_page(monkeypatch)
    assert page.error[0].value.startswith("知识库打不开")
    assert not home.exists()


@pytest.mark.usefixtures("loaded")
def test_question_is_answered_with_figure_scope_warning_and_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, {"办公费多少": FIGURE})
    page.chat_input[0].set_value("办公费多少").run()
    html = shown(page)
    assert fake.asked[-1] == ("办公费多少", ())
    for expected in ("办公费多少", "<b>2.50</b>万元", "口径：", "⚠", "有尾差。", "仅供参考，以原文件为准"):
        assert expected in html
    assert next(card.label for card in page.expander) == plain_label("[1] 《云岭市灯塔局2031年部门预算》支出表0 · 办公费 × 合计")
    assert "mz-cited" not in html  # cards are made when they are opened


@pytest.mark.usefixtures("loaded")
def test_opened_card_marks_the_cited_cell_and_the_quote(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch, {"办公费多少": FIGURE})
    page.session_state["card_1_1"] = page.session_state["card_1_2"] = True
    page.chat_input[0].set_value("办公费多少").run()
    html = shown(page)
    assert re.search(r'class="mz-number-cell mz-cited">2\.50', html)
    assert "<mark>组织灯塔开放日</mark>" in html
    assert "“302 / 办公费”行 × “合计”列" in html
    assert "第 3 页" in html
    assert "第 8–9 行" in html
    assert len(page.get("download_button")) == 2


@pytest.mark.usefixtures("loaded")
def test_earlier_questions_are_the_history_and_a_choice_asks_its_whole_question(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, {"办公费": BACK, "2031年办公费预算": FIGURE})
    page.chat_input[0].set_value("办公费").run()
    assert "请问哪一年" in shown(page)
    page.button(key="choice_1_0").click().run()
    assert fake.asked[-1] == ("2031年办公费预算", ("办公费",))
    assert "<b>2.50</b>" in shown(page)
    assert "2031年办公费预算" in page.query_params["q"]


@pytest.mark.usefixtures("loaded")
def test_question_in_the_address_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, {"办公费多少": FIGURE}, question="办公费多少")
    page.run()
    assert [question for question, _ in fake.asked] == ["办公费多少"]
    assert "<b>2.50</b>" in shown(page)


@pytest.mark.usefixtures("loaded")
def test_beginning_again_forgets_the_conversation(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, question="办公费多少")
    page.button(key="begin_again").click().run()
    assert "mz-question" not in shown(page)
    page.chat_input[0].set_value("另一个").run()
    assert fake.asked[-1] == ("另一个", ())


@pytest.mark.usefixtures("loaded")
def test_question_that_interrupts_another_leaves_both_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, {"办公费多少": FIGURE})
    page.chat_input[0].set_value("第一问").run()
    page.session_state["turns"][0].answer = None  # as an interrupted run leaves it
    page.chat_input[0].set_value("办公费多少").run()
    assert [question for question, _ in fake.asked[-2:]] == ["第一问", "办公费多少"]
    assert fake.asked[-1][1] == ("第一问",)
    assert shown(page).count('class="mz-answer"') == 2


@pytest.mark.usefixtures("loaded")
def test_failure_of_the_assistant_is_an_honest_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch)
    page.chat_input[0].set_value("出错").run()
    assert "回答时程序出错" in shown(page)


@pytest.mark.usefixtures("loaded")
def test_script_in_a_question_comes_out_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch)
    page.chat_input[0].set_value(SCRIPT).run()
    assert SCRIPT not in shown(page)
    assert "&lt;script&gt;alert(1)" in shown(page)


def test_documents_page_lists_documents_with_outline_and_tables(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded.is_dir()
    monkeypatch.setattr(ask_page, "show_ask_page", lambda: None)
    page = AppTest.from_function(show_documents, default_timeout=30).run()
    html = shown(page)
    assert "共 1 份文件，1 张表格，7 个数字" in html
    assert "云岭市灯塔局" in html
    assert "“三公”经费支出情况说明" in html
    assert "公开05表　支出表0" in html


def show_documents() -> None:
    from app.web.documents_page import show_documents_page

    show_documents_page()


def test_sample_corpus_is_said_to_be_invented() -> None:
    ids = library._sample_ids(16)
    info = DocumentInfo(next(iter(ids)), "x.txt")
    assert library.has_only_samples((info,))
    assert not library.has_only_samples((info, DocumentInfo("0" * 16, "y.txt")))
    assert not library.has_only_samples(())


HEADLINES = [
    ("收入：**31.50万元**[1]。", [Value("收入", Decimal("31.50"), "万元")], "31.50万元"),
    ("收入：**1,031.50万元**[1]。", [Value("收入", Decimal("1031.50"), "万元")], "1,031.50万元"),
    ("**减少2.82万元，下降17%**", [Value("变化", Decimal("2.82"), "万元"), Value("率", Decimal(17), "%")], "减少2.82万元，下降17%"),
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
    assert text_of(inline_html(f"**甲**[12]{SCRIPT}")) == f"甲\u2060[12]{SCRIPT}"
    assert "<script" not in inline_html(f"**{SCRIPT}**")


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
    asked = example_questions(infos, lambda question: Answer("not_found" if "职责" in question else "answered", ""))
    assert 1 < len(asked) <= MOST_EXAMPLES
    assert all("灯塔" in question and "职责" not in question for question in asked)
    assert any("和灯塔" in question for question in asked)
    assert example_questions([DocumentInfo("1", "x.txt")], lambda _: FIGURE) == ()


def test_pdf_page_is_drawn_with_a_box_or_honestly_not_at_all(tmp_path: Path) -> None:
    file = next(iter(sorted(SAMPLES.glob("*.pdf"))))
    picture = page_image(file, 1, (10, 10, 100, 30))
    assert picture is None or picture.startswith(b"\x89PNG")
    assert page_image(file, 9999, None) is None
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    assert page_image(tmp_path / "broken.pdf", 1, None) is None
    assert page_image(tmp_path / "absent.pdf", 1, None) is None
