"""The page in a real browser at desktop and phone width: ask, see the proof, choose, share, browse, compare, upload."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from browser_page import CONTRASTS, Visitor, served, started_browser
from playwright.sync_api import Browser

from app.exports.chart_values import Bar, Chart
from app.library.ingest_paths import ingest_paths
from app.web.chart_html import chart_html
from app.web.library import SAMPLES
from app.web.page import STYLE
from ingest.document import DocumentInfo
from retrieval.knowledge_base import KnowledgeBase

SCRIPT = "<script>document.title = 'broken'</script><img src=x onerror=\"document.title = 'broken'\">"
TAGGED = f"""云岭市灯塔局2031年部门预算
第一部分 概况
一、主要职责
管{SCRIPT}灯塔。
第二部分 说明
一、灯油<img>情况
2031年灯油费3.20万元。
"""
PASSWORD = "开门"
DESKTOP, PHONE = 1280, 390
# The cell is wholly in the window of its table, and not at its very edge unless the table begins or ends there.
LAST_QUESTION_IS_AT_TOP = """() => {
  const top = [...document.querySelectorAll(".mz-question")].at(-1).getBoundingClientRect().top;
  return top >= 0 && top < innerHeight / 2;
}"""
IS_IN_SIGHT = """cell => {
  const table = cell.closest(".mz-table"), [own, around] = [cell, table].map((one) => one.getBoundingClientRect());
  const isAtEnd = table.scrollLeft < 1 || table.scrollLeft > table.scrollWidth - table.clientWidth - 2;
  return own.left >= around.left - 1 && own.right <= around.right + 1 && (isAtEnd || own.left - around.left > 60);
}"""

# How far each number of the axis, in pixels, stands from the place on the track that it names.
TICKS_OFF = """chart => {
  const track = chart.querySelector(".mz-track").getBoundingClientRect(), range = document.createRange();
  return [...chart.querySelectorAll(".mz-axis span")].map((tick, place, all) => {
    range.selectNodeContents(tick);
    const own = range.getBoundingClientRect();
    return Math.abs((own.left + own.right) / 2 - track.left - track.width * place / (all.length - 1));
  });
}"""

# From where to where each number of the axis reaches that is seen.
TICKS_SEEN = """chart => {
  const range = document.createRange();
  const seen = [...chart.querySelectorAll(".mz-axis span")].filter((tick) => getComputedStyle(tick).visibility === "visible");
  return seen.map((tick) => { range.selectNodeContents(tick); return range.getBoundingClientRect(); }).map((own) => [own.left, own.right]);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def home(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 – nothing is read where there is no browser
    home = tmp_path_factory.mktemp("web") / "home"
    with KnowledgeBase.open(home) as knowledge_base:
        ingest_paths(knowledge_base, [SAMPLES], lambda *_: None)
    return home


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    with served(home, PASSWORD) as address:
        yield address


@pytest.fixture(scope="module")
def budgets(home: Path) -> list[DocumentInfo]:
    """The samples' budgets of one year, the PDF first."""
    with KnowledgeBase.open(home) as knowledge_base:
        infos = [info for info in knowledge_base.documents() if info.kind == "预算" and info.organization]
    latest = max(info.year or 0 for info in infos)
    return sorted((info for info in infos if info.year == latest), key=lambda info: not info.file_name.endswith(".pdf"))


@pytest.fixture(params=[DESKTOP, PHONE])
def visitor(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visitor]:
    visitor = Visitor(browser, address, request.param)
    yield visitor
    visitor.close()


@pytest.fixture
def desktop(browser: Browser, address: str) -> Iterator[Visitor]:
    visitor = Visitor(browser, address, DESKTOP)
    yield visitor
    visitor.close()


def is_sound(visitor: Visitor) -> bool:
    """No error, no other host, no English label, nothing wider than the window."""
    assert visitor.errors == []
    assert visitor.hosts == {"127.0.0.1"}
    assert [label for label in visitor.labels() if re.fullmatch(r"[ -~]*[A-Za-z]{3}[ -~]*", label)] == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return True


def total_of(info: DocumentInfo) -> str:
    return f"{info.organization}{info.year}年部门预算收入总计是多少？"


def test_mark_in_the_answer_opens_the_card_whose_cell_carries_the_figure(visitor: Visitor, budgets: list[DocumentInfo]) -> None:
    page = visitor.page
    visitor.ask(total_of(budgets[0]))
    figure = page.locator(".mz-headline b").first.inner_text()
    assert re.fullmatch(r"[\d,]+\.\d\d", figure)
    assert budgets[0].organization in page.locator(".mz-chips").inner_text()
    page.locator(".mz-answer .mz-mark").first.click()
    page.wait_for_selector(".mz-cited")
    assert page.locator(".mz-cited").first.inner_text() == figure
    assert page.locator(".mz-cited").first.evaluate(IS_IN_SIGHT)
    assert page.locator(".mz-table thead th[colspan]").count() > 0
    page.wait_for_selector(".mz-page img, .mz-note:has-text('字体')")
    page.get_by_role("button", name="下载原文件").wait_for()
    assert is_sound(visitor)


def test_choice_is_one_tap_and_operands_lead_to_their_sources(visitor: Visitor, budgets: list[DocumentInfo]) -> None:
    page = visitor.page
    visitor.ask(f"{budgets[0].year}年三公经费预算是多少？")
    page.locator("[class*=st-key-choices_1] button").first.click()
    visitor.wait_for_answers(2)
    first, second = budgets[:2]
    visitor.ask(f"{first.organization}和{second.organization}{first.year}年三公经费预算哪个多？")
    answer = page.locator(".mz-answer").last
    operand = answer.locator(".mz-operand").first
    printed = operand.inner_text()
    operand.click()
    page.wait_for_selector(".mz-cited")
    assert page.locator(".mz-cited").first.inner_text() == printed
    assert page.locator(".mz-chart").last.locator(".mz-bar").count() == 2
    assert is_sound(visitor)


def test_link_asks_again_and_the_answer_is_copied(desktop: Visitor, browser: Browser, address: str, budgets: list[DocumentInfo]) -> None:
    page = desktop.page
    desktop.ask(total_of(budgets[0]))
    figure = page.locator(".mz-headline b").first.inner_text()
    page.get_by_role("button", name="复制回答").click()
    page.wait_for_function("figure => navigator.clipboard.readText().then((text) => text.includes(figure))", arg=figure)
    page.get_by_role("button", name="复制链接").click()
    page.wait_for_function("() => navigator.clipboard.readText().then((text) => text.startsWith('http'))")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(address)
    other = Visitor(browser, link, PHONE)
    other.wait_for_answers(1)
    assert other.page.locator(".mz-headline b").first.inner_text() == figure
    other.close()


def test_script_in_a_question_is_seen_as_text_and_something_else_is_offered(visitor: Visitor) -> None:
    visitor.ask(SCRIPT)
    page = visitor.page
    assert page.locator(".mz-question").last.inner_text() == SCRIPT
    assert page.title() == "明账"
    page.locator("[class*=st-key-suggested_1] button").first.click()
    visitor.wait_for_answers(2)
    assert page.locator(".mz-headline, .mz-answer li").count() > 0
    assert is_sound(visitor)


def test_question_asked_while_another_runs_leaves_both_answered(desktop: Visitor, budgets: list[DocumentInfo]) -> None:
    field = desktop.page.locator(".st-key-ask_here textarea")
    for info in budgets[:2]:
        field.fill(total_of(info))
        field.press("Enter")
    desktop.wait_for_answers(2)
    asked = desktop.page.locator(".mz-question").all_inner_texts()
    assert asked == [total_of(info) for info in budgets[:2]]
    assert desktop.page.locator(".mz-headline b").count() == 2
    assert desktop.errors == []


def test_choice_under_an_earlier_answer_is_answered_at_the_end(desktop: Visitor, budgets: list[DocumentInfo]) -> None:
    desktop.ask(f"{budgets[0].year}年三公经费预算是多少？")
    for info in budgets[:2]:
        desktop.ask(total_of(info))
    folded = desktop.page.locator(".st-key-rest_1 summary")
    folded.wait_for()
    folded.click()
    choice = desktop.page.locator("[class*=st-key-choices_1] button").first
    choice.click()
    desktop.wait_for_answers(4)
    assert "三公" in desktop.page.locator(".mz-question").last.inner_text()
    desktop.page.wait_for_function(LAST_QUESTION_IS_AT_TOP)


@pytest.mark.parametrize(("path", "seen"), [("documents", ".mz-list"), ("compare", ".stMultiSelect"), ("staff", "input[type=password]")])
def test_a_page_opened_by_its_own_address_looks_nowhere_else_for_its_server(browser: Browser, address: str, path: str, seen: str) -> None:
    visitor = Visitor(browser, f"{address}{path}", DESKTOP)
    visitor.page.wait_for_selector(seen)
    assert is_sound(visitor)
    visitor.close()


def test_documents_are_listed_and_a_table_is_found(visitor: Visitor) -> None:
    page = visitor.page
    visitor.go_to("文档")
    page.wait_for_selector(".mz-list tbody tr")
    pills = page.locator(".st-key-filters [data-testid=stButtonGroup]").first
    assert pills.evaluate("group => group.scrollWidth <= group.clientWidth + 1")
    files = [path for path in SAMPLES.iterdir() if path.is_file() and path.stem != "README"]
    assert page.locator(".mz-list tbody tr").count() == len(files)
    page.locator(".st-key-side button").nth(1).click()
    page.wait_for_selector("[class*=st-key-grid_] button")
    assert page.locator(".mz-table:not(.mz-list) td").count() > 4
    assert is_sound(visitor)


def test_comparison_is_drawn_with_its_numbers_beside(visitor: Visitor) -> None:
    page = visitor.page
    visitor.go_to("比较")
    page.wait_for_selector(".mz-chart .mz-bar")
    cells = page.locator(".mz-compared td.mz-number-cell").all_inner_texts()
    drawn = [text.removesuffix("万元") for text in page.locator(".mz-chart .mz-number-cell").all_inner_texts()]
    assert len(drawn) > 1
    assert max(page.locator(".mz-chart").first.evaluate(TICKS_OFF)) < 2
    assert [cell.split()[0] for cell in cells] == drawn
    page.locator(".st-key-compare_items input").fill("会议费")
    page.get_by_role("option", name="加上：会议费").wait_for()
    assert is_sound(visitor)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_numbers_of_an_axis_stand_apart_beside_long_amounts(browser: Browser, width: int) -> None:
    bars = tuple(Bar("云岭市灯塔局2031年部门预算", Decimal(number), f"{number * 10000:,}.12元") for number in (1582, 1769))
    page = browser.new_page(viewport={"width": width, "height": 844})
    style = f"{STYLE.read_text('utf-8')} body {{ margin: 0 .9rem; font-family: sans-serif; }}"
    page.set_content(f"<style>{style}</style>{chart_html(Chart('收入', '万元', bars))}")
    ticks = page.locator(".mz-chart").evaluate(TICKS_SEEN)
    assert len(ticks) > 2
    assert all(left[1] + 2 < right[0] for left, right in pairwise(ticks))
    page.close()


def test_staff_upload_a_broken_and_a_good_file_and_its_name_and_words_stay_text(desktop: Visitor, tmp_path: Path) -> None:
    page = desktop.page
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "<b>好.txt").write_text(TAGGED, "utf-8")
    desktop.go_to("管理")
    field = page.locator("input[type=password]")
    page.get_by_role("button", name="显示密码").wait_for()
    field.fill("错")
    field.press("Enter")
    page.get_by_text("密码不对").wait_for()
    field.fill(PASSWORD)
    field.press("Enter")
    page.wait_for_selector("input[type=file]", state="attached")
    page.locator("input[type=file]").set_input_files(sorted(tmp_path.iterdir()))
    page.locator(".st-key-take_in button").click()
    page.wait_for_selector(".mz-outcomes .mz-bad")
    page.wait_for_selector(".mz-outcomes .mz-good")
    assert page.locator(".mz-outcomes .mz-good strong").inner_text() == "<b>好.txt"
    assert "已损坏" in page.locator(".mz-outcomes .mz-bad").inner_text()
    page.wait_for_function("() => !document.querySelector('.st-key-take_in')")
    assert is_sound(desktop)
    desktop.go_to("问答")
    desktop.ask("云岭市灯塔局2031年的主要职责是什么？")
    assert f"管{SCRIPT}灯塔" in page.locator(".mz-answer").last.inner_text()
    desktop.ask("云岭市灯塔局2031年灯油费是多少？")
    assert "灯油<img>情况" in page.locator(".mz-scope").last.inner_text()
    page.locator(".mz-answer .mz-mark").last.click()
    page.wait_for_selector(".mz-section mark, .mz-cited")
    assert "灯油<img>情况" in page.locator(".mz-facts").last.inner_text()
    assert page.title() == "明账"
    assert is_sound(desktop)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(browser: Browser, address: str, budgets: list[DocumentInfo], scheme: str) -> None:
    visitor = Visitor(browser, address, PHONE, scheme)
    first, second = budgets[:2]
    visitor.ask(f"{first.organization}和{second.organization}{first.year}年三公经费预算哪个多？")
    visitor.page.locator(".mz-answer .mz-mark").first.click()
    visitor.page.wait_for_selector(".mz-cited")
    assert visitor.page.evaluate(CONTRASTS) == []
    visitor.go_to("比较")
    visitor.page.wait_for_selector(".mz-chart .mz-bar")
    assert visitor.page.evaluate(CONTRASTS) == []
    visitor.close()


def test_large_type_stays_on(desktop: Visitor) -> None:
    page = desktop.page
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="大字").click()
    assert page.evaluate(size) > before * 1.15
    page.reload()
    page.wait_for_selector(".mz-header")
    page.wait_for_function(f"() => {size} > {before * 1.15}")
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
