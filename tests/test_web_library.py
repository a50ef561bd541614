"""The pages 文档, 比较 and 管理 through Streamlit's AppTest."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from knowledge_documents import invented_document
from web_answers import DOCUMENT, FIGURE, IN_TABLE
from web_pages import home, loaded, open_function, open_page, shown

from app.answer import Answer, Value
from app.library.feedback import WRONG
from app.library.feedback_store import FeedbackStore
from app.library.staff_entries import SYNONYM, read_entries
from app.web import staff_page
from app.web.compare_page import comparable
from ingest.document import DocumentInfo
from retrieval.knowledge_base import KnowledgeBase

__all__ = ["home", "loaded"]

PASSWORD = "开门"


def show_documents() -> None:
    from app.web.documents_page import show_documents_page

    show_documents_page()


def show_compare() -> None:
    from app.web.compare_page import show_compare_page

    show_compare_page()


def show_staff() -> None:
    from app.web.staff_page import show_staff_page

    show_staff_page()


@pytest.fixture
def staff(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGZHANG_ADMIN_PASSWORD", PASSWORD)
    monkeypatch.setattr(staff_page, "SECONDS_AFTER_WRONG", 0)


@pytest.mark.usefixtures("loaded")
def test_document_is_browsed_by_outline_table_and_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_function(monkeypatch, show_documents)
    html = shown(page)
    for expected in ("共 1 份文件，1 张表格，7 个数字", "云岭市灯塔局", "“三公”经费支出情况说明", "<li>第3页的表格缺一列（第 3 页）</li>"):
        assert expected in html
    page.text_input[0].set_value("灯塔开放日").run()
    assert "<mark>灯塔开放日</mark>" in shown(page)
    page.get("button_group")[0].set_value("表格").run()
    assert "公开05表　支出表0" in shown(page)
    offered = [button.label for button in page.get("download_button")]
    assert offered == ["下载原文件", "全部数据 Excel", "全部数据 CSV", "本表 Excel", "本表 CSV"]
    page.text_input[0].set_value("没有这个词").run()
    assert "没有含这个词的表" in shown(page)
    page.get("button_group")[0].set_value("勾稽台账").run()
    assert "勾稽台账" in shown(page)


@pytest.mark.parametrize("parts", [1, 44])
def test_broken_check_shows_both_sides_as_cards(home: Path, monkeypatch: pytest.MonkeyPatch, parts: int) -> None:
    with KnowledgeBase.open(home) as knowledge_base:
        knowledge_base.add(broken_document(parts), b"x")
    page = open_function(monkeypatch, show_documents)
    page.get("button_group")[0].set_value("勾稽台账").run()
    assert "不一致 1 处" in shown(page)
    page.toggle[0].set_value(True).run()
    assert len([card for card in page.expander if "支出表0" in card.label]) == 1 + parts


@pytest.mark.usefixtures("loaded")
def test_comparison_prints_the_number_its_own_name_and_source(monkeypatch: pytest.MonkeyPatch) -> None:
    question = "云岭市灯塔局2031年部门预算的“三公”经费是多少？"
    told = (Value("“三公”经费合计", Decimal("2.50"), "万元"),)
    answer = Answer("answered", "", values=told, citations=(IN_TABLE,), warnings=("有尾差。",))
    page = open_function(monkeypatch, show_compare, {question: answer})
    html = shown(page)
    assert "2.50 万元" in html
    assert "<small>“三公”经费合计</small>" in html
    assert 'data-card="compare_1"' in html
    assert "⚠" in html
    page.multiselect(key="compare_items").set_value([]).run()
    assert "请选择至少一个单位和一个项目" in shown(page)


@pytest.mark.usefixtures("loaded")
def test_what_a_document_does_not_tell_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "没有列出" in shown(open_function(monkeypatch, show_compare))


@pytest.mark.usefixtures("loaded")
def test_there_is_no_staff_page_without_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINGZHANG_ADMIN_PASSWORD", raising=False)
    page, _ = open_page(monkeypatch, {"办公费多少": FIGURE})
    assert "管理" not in [link.proto.label for link in page.get("page_link")]
    monkeypatch.setenv("MINGZHANG_ADMIN_PASSWORD", PASSWORD)
    page.run()
    assert "管理" in [link.proto.label for link in page.get("page_link")]


@pytest.mark.usefixtures("loaded", "staff")
def test_wrong_password_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_function(monkeypatch, show_staff)
    page.text_input[0].set_value("开")
    page.button[0].click().run()
    assert page.error[0].value == "密码不对。"
    assert not page.get("file_uploader")


def enter(monkeypatch: pytest.MonkeyPatch, side: str) -> object:
    page = open_function(monkeypatch, show_staff)
    page.text_input[0].set_value(PASSWORD)
    page.button[0].click().run()
    page.get("button_group")[0].set_value(side).run()
    return page


@pytest.mark.usefixtures("staff")
def test_staff_correct_and_remove_a_document(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = enter(monkeypatch, "更正与取出")
    page.text_input(key=f"year_{DOCUMENT.info.id}").set_value("2032")
    next(button for button in page.button if button.label == "保存更正").click().run()
    assert "2032年" in page.success[0].value
    page.text_input(key=f"year_{DOCUMENT.info.id}").set_value("去年")
    next(button for button in page.button if button.label == "保存更正").click().run()
    assert "四位数" in page.error[0].value
    page.checkbox[0].check().run()
    page.button(key=f"remove_{DOCUMENT.info.id}").click().run()
    with KnowledgeBase.open(loaded) as knowledge_base:
        assert knowledge_base.documents() == ()


@pytest.mark.usefixtures("staff")
def test_name_of_a_file_is_text_where_staff_remove_it_and_an_error_is_wholly_chinese(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = replace(DOCUMENT, info=replace(DOCUMENT.info, file_name="[甲](http://x) **乙**.pdf"))
    with KnowledgeBase.open(home) as knowledge_base:
        knowledge_base.add(named, b"x")
    page = enter(monkeypatch, "更正与取出")
    page.text_input(key=f"year_{named.info.id}").set_value("去**年**")
    next(button for button in page.button if button.label == "保存更正").click().run()
    assert page.error[0].value.startswith("“年份”写的是“去\\*\\*年\\*\\*”")
    assert "\\[甲\\]\\(http" in page.checkbox[0].label
    page.checkbox[0].check().run()
    page.button(key=f"remove_{named.info.id}").click().run()
    assert "\\*\\*乙\\*\\*" in page.success[0].value


@pytest.mark.usefixtures("staff")
def test_a_corrected_document_stays_chosen(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = invented_document("云岭市钟表局")
    with KnowledgeBase.open(loaded) as knowledge_base:
        knowledge_base.add(other, b"x")
    page = enter(monkeypatch, "更正与取出")
    last = page.selectbox[0].options[-1]
    page.selectbox[0].select_index(1).run()
    changed = next(field for field in page.text_input if (field.key or "").startswith("year_"))
    changed.set_value("2032")
    next(button for button in page.button if button.label == "保存更正").click().run()
    assert "钟表局" in last
    assert changed.key == f"year_{other.info.id}"
    assert [field.key for field in page.text_input if (field.key or "").startswith("year_")] == [changed.key]


@pytest.mark.usefixtures("staff")
def test_staff_settle_what_a_visitor_marked_and_take_it_away(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = FeedbackStore(loaded).add("<b>办公费</b>", (), FIGURE, WRONG, "figure", "应为 3")
    page = enter(monkeypatch, "反馈与未答")
    assert "&lt;b&gt;办公费" in shown(page)
    assert "数字不对：应为 3" in shown(page)
    page.text_input(key=f"right_{entry}").set_value("3.00万元")
    page.button(key=f"settle_{entry}").click().run()
    assert FeedbackStore(loaded).entries()[0].correct == "3.00万元"
    assert "没有待处理的" in shown(page)
    assert [button.label for button in page.get("download_button")] == ["导出评测题目"]


@pytest.mark.usefixtures("staff")
def test_staff_add_a_synonym(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = enter(monkeypatch, "用语")
    page.text_input(key="synonym_asked").set_value("开灯钱、灯油钱")
    next(button for button in page.button if button.label == "添加").click().run()
    assert "文件里怎么写" in page.error[0].value
    page.text_input(key="synonym_asked").set_value("开灯钱、灯油钱")
    page.text_input(key="synonym_names").set_value("灯塔运行费")
    next(button for button in page.button if button.label == "添加").click().run()
    assert read_entries(loaded, SYNONYM) == [{"asked": ["开灯钱", "灯油钱"], "names": ["灯塔运行费"]}]
    assert "灯塔运行费" in shown(page)


@pytest.mark.usefixtures("staff", "loaded")
@pytest.mark.parametrize(("organization", "is_known"), [("云岭市灯塔局", True), ("云岭市灯搭局", False)])
def test_staff_learn_that_another_name_is_for_a_body_without_documents(
    monkeypatch: pytest.MonkeyPatch, organization: str, *, is_known: bool
) -> None:
    page = enter(monkeypatch, "用语")
    page.get("button_group")[1].set_value("单位别名").run()
    page.text_input(key="alias_asked").set_value("管灯的")
    page.text_input(key="alias_organization").set_value(organization)
    next(button for button in page.button if button.label == "添加").click().run()
    assert "已添加" in page.success[0].value
    assert ("没有“云岭市灯搭局”的文件" in page.success[0].value) != is_known


def broken_document(parts: int) -> object:
    from ingest.document import Check, Term
    from ingest.quantity import Quantity

    check = Check("合计等于各项之和", "表内", (Term(0),), (Term(1),) * parts, Quantity(Decimal("0.10"), "万元"), "broken")
    return replace(DOCUMENT, checks=(check,))


ALIKE = [
    ((("甲局", "云岭市", 2030, "预算"), ("甲局", "云岭市", 2031, "预算"), ("乙局", "海门县", 2031, "预算")),
     ["甲局2031预算", "乙局2031预算"]),
    ((("甲局", "云岭市", 2031, "决算"), ("乙局", "云岭市", 2031, "决算"), ("丙局", "海门县", 2031, "预算")),
     ["甲局2031决算", "乙局2031决算"]),
    ((("甲局", "云岭市", 2030, "预算"), ("乙局", "云岭市", 2030, "预算"), ("丙局", "云岭市", 2030, "预算"),
      ("甲局", "云岭市", 2031, "预算"), ("乙局", "云岭市", 2031, "预算")), ["甲局2031预算", "乙局2031预算"]),
    ((("甲局", "云岭市", 2031, "决算"),), ["甲局2031决算"]),
    ((), []),
]  # fmt: skip


def made(bodies: tuple[tuple[str, str, int, str], ...]) -> list[DocumentInfo]:
    return [
        DocumentInfo(str(number), "x.txt", organization=name, region=region, year=year, kind=kind)
        for number, (name, region, year, kind) in enumerate(bodies)
    ]


@pytest.mark.parametrize(("bodies", "expected"), ALIKE)
def test_comparison_begins_with_documents_that_can_be_compared(bodies: tuple[tuple[str, str, int, str], ...], expected: list[str]) -> None:
    assert [f"{info.organization}{info.year}{info.kind}" for info in comparable(made(bodies))] == expected


def test_comparison_begins_with_one_year_and_kind_and_says_whom_that_leaves_out(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with KnowledgeBase.open(home) as knowledge_base:
        for body, year, kind in (("灯塔局", 2031, "预算"), ("钟表局", 2031, "预算"), ("灯塔局", 2030, "决算"), ("渡口局", 2029, "预算")):
            knowledge_base.add(invented_document(f"云岭市{body}", year, kind), b"x")
    page = open_function(monkeypatch, show_compare)
    rows = re.findall(r'<th scope="row">([^<]+)</th>', shown(page))
    assert rows == ["云岭市灯塔局2031年部门预算", "云岭市钟表局2031年部门预算"]
    page.multiselect(key="compare_organizations").set_value(["云岭市灯塔局", "云岭市渡口局"]).run()
    assert "没有云岭市渡口局的文件" in shown(page)
    page.get("button_group")[0].set_value([]).run()
    assert "没有云岭市渡口局的文件" not in shown(page)
