import json
import re
from pathlib import Path

import pytest

from ingest.blocks import Grid, Line, TableSource
from ingest.document import Place
from ingest.formats.read_text import read_text
from ingest.outline.drop_debris import drop_debris
from ingest.outline.outline_blocks import Outline, outline_blocks

SHARED = Path(__file__).parents[2] / "shared"
TABLE = TableSource("收支总表", None, "万元", (), (), Place())


def outline(*texts: str | TableSource) -> Outline:
    return outline_blocks([Line(text, Place(lines=(n, n))) if isinstance(text, str) else text for n, text in enumerate(texts, 1)])


def headings(*texts: str | TableSource) -> list[tuple[str, ...]]:
    return [section.heading_path for section in outline(*texts).sections]


def paragraphs(*texts: str) -> list[str]:
    return [paragraph.text for section in outline(*texts).sections for paragraph in section.paragraphs]


def test_numbering_decides_the_depth_of_headings() -> None:
    part = ("第一部分 甲局概况", "一、部门职责", "二、机构设置")
    found = headings(*part, "第二部分 甲局情况说明", "一、收入情况", "（一）总体情况。", "1.办公费情况")
    assert found[-1] == ("第二部分 甲局情况说明", "一、收入情况", "（一）总体情况。", "1.办公费情况")
    assert found[2] == ("第一部分 甲局概况", "二、机构设置")


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        (["第一部分", "甲局概况"], "第一部分 甲局概况"),
        (["第二部分", "甲市乙局2024年度预", "算情况说明"], "第二部分 甲市乙局2024年度预算情况说明"),
        (["第二部分", "甲市乙局", "2024 年部门预算情况说明"], "第二部分 甲市乙局2024 年部门预算情况说明"),
        (["第三部分 2023 年度部门决算 情况 说 明"], "第三部分 2023 年度部门决算情况说明"),
        (["附件：", "甲局2024年部门预算表"], "附件： 甲局2024年部门预算表"),
        (["部门主要职能"], "部门主要职能"),
        (["(三) 具体情况。"], "(三) 具体情况。"),
    ],
)
def test_headings_are_joined_and_cleaned(printed: list[str], heading: str) -> None:
    assert headings(*printed, "这里是一段话。") == [(heading,)]


@pytest.mark.parametrize(
    "text",
    [
        "（一）负责全县教育工作。",
        "一、财政拨款收入：是指本级财政当年拨付的资金。",
        "1. 一般公共服务支出（类）行政运行（项）。年初预算为3.20万元，支出决算为3.10万元。",
        "（一）因公出国（境）费 0万元，与上年持平。",
        "2.甲市乙中心",
        "第三条 甲局的主要职责是：",
        "（二）完成县委交办的其他任务；",
    ],
)
def test_numbered_items_and_sentences_are_paragraphs(text: str) -> None:
    assert headings("第一部分 概况", text) == [("第一部分 概况",)]


def test_items_without_full_stop_under_a_list_heading_are_paragraphs() -> None:
    assert paragraphs("一、主要职责", "（一）拟订全县教育规划", "（二）管理全县学校", "二、机构设置情况", "甲局设三个科。")[:2] == [
        "（一）拟订全县教育规划",
        "（二）管理全县学校",
    ]


def test_headings_may_stand_below_a_duty_heading() -> None:
    found = headings("一、甲局主要职能", "（一）机构设置情况", "甲局设三个科。", "（二）部门职责", "1、贯彻方针。")
    assert found[-1] == ("一、甲局主要职能", "（二）部门职责")


def test_the_work_of_the_year_is_no_duty_and_an_account_may_head_a_paragraph() -> None:
    found = headings("一、主要职能", "（一）拟订规划。", "（二）甲局2031年重点工作", "修桥三座。")
    assert found[-1] == ("一、主要职能", "（二）甲局2031年重点工作")
    found = headings("一、其他重要事项情况说明", "（一）机关运行经费。", "安排1.00万元。")
    assert found[-1] == ("一、其他重要事项情况说明", "（一）机关运行经费。")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["职责是：一、拟订规划。二、管理学校。负责考试。"], ["职责是：", "一、拟订规划。", "二、管理学校。负责考试。"]),
        (["（一）拟订规划。（二）管理学校。"], ["（一）拟订规划。", "（二）管理学校。"]),
        (["（七）管理会计。（八）管理收入，1.收税；2.收费。"], ["（七）管理会计。", "（八）管理收入，1.收税；2.收费。"]),
    ],
)
def test_duties_in_one_paragraph_become_one_paragraph_each(printed: list[str], expected: list[str]) -> None:
    assert paragraphs("一、部门职责", *printed) == expected


def test_a_paragraph_broken_by_a_page_is_rejoined() -> None:
    printed = ("2023年度支出合计12.30万元，其中：基本支出2.30万元，占", "18.70%；项目支出10.00万元。", "另有一段。")
    assert paragraphs("一、收入情况", *printed) == [
        "2023年度支出合计12.30万元，其中：基本支出2.30万元，占18.70%；项目支出10.00万元。",
        "另有一段。",
    ]


def test_lines_wrapped_at_a_margin_are_rejoined_and_indents_start_paragraphs() -> None:
    text = "甲局负责全市教育事业的规划和管理以及各项考试工作并承担委员会日常工作同时管理全市的学校和幼儿园指导各县区教育工作"
    wrapped = [text[start : start + 20] for start in range(0, len(text), 20)]
    paragraph = ("　　" + wrapped[0][:18], wrapped[0][18:] + wrapped[1][2:], "已完成工作。")
    found = paragraphs("一、情况说明", *(paragraph * 5))
    assert len(found) == 5
    assert all(paragraph.endswith("已完成工作。") for paragraph in found)


def test_what_is_left_of_a_caption_is_no_paragraph() -> None:
    printed = ("第一部分 预算表", "本年没有支出，故本表无数据。", "部门名称：甲局单位：万元", "预算11表", "注：尾差。")
    assert paragraphs(*printed) == ["本年没有支出，故本表无数据。", "注：尾差。"]


def test_a_number_before_a_year_is_still_a_number() -> None:
    assert headings("其他相关情况说明", "一、2024年“三公”经费情况", "无支出。")[-1] == ("其他相关情况说明", "一、2024年“三公”经费情况")


def test_the_last_word_of_a_title_may_stand_on_its_own_line() -> None:
    assert headings("第三部分 甲局2024年度部门决算情况", "说明", "一、收入情况")[0] == ("第三部分 甲局2024年度部门决算情况说明",)


def test_a_term_on_its_own_line_is_joined_to_its_definition() -> None:
    printed = ("第三部分 名词解释", "（一）事业收入", "指事业单位取得的收入。", "（二）其他收入：其他的收入。")
    assert paragraphs(*printed) == ["（一）事业收入：指事业单位取得的收入。", "（二）其他收入：其他的收入。"]


def test_a_heading_after_the_glossary_is_no_term() -> None:
    assert headings("四、名词解释", "1.事业收入：收入。", "五、其他说明", "没有其他说明。") == [("四、名词解释",), ("五、其他说明",)]


def test_an_empty_line_ends_a_paragraph_even_if_it_is_long() -> None:
    assert len(paragraphs("一、收入情况", "这一行很长但是没有句号所以看起来像是还没有结束的样子", "", "另一段。")) == 2


def test_tables_know_their_heading_and_leave_the_glossary() -> None:
    found = outline("第一部分 2023年度部门决算表", TABLE, "第二部分 名词解释", "一、事业收入：事业单位的收入。", TABLE)
    assert found.table_paths == (("第一部分 2023年度部门决算表",), ())


def test_a_layout_without_parts_has_bare_titles_outermost() -> None:
    assert headings("甲街道办事处（部门）主要职能", "一、加强党的建设。落实责任制。", "名词解释", "（一）事业收入：指收入。") == [
        ("甲街道办事处（部门）主要职能",),
        ("名词解释",),
    ]


@pytest.mark.skipif(not (SHARED / "documents").exists(), reason="the real documents are not here")
def test_every_section_of_the_known_answers_is_a_heading() -> None:
    sources: dict[str, set[str]] = {}
    for path in (SHARED / "eval/questions").glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            for source in json.loads(line).get("sources") or []:
                sources.setdefault(source["doc"], set()).add(source["section"])
    missing = [(name, section) for name, wanted in sorted(sources.items()) for section in _missing(SHARED / "documents" / name, wanted)]
    assert missing == []


def _missing(path: Path, wanted: set[str]) -> list[str]:
    items = [block if isinstance(block, Line) else _source(block) for block in drop_debris(read_text(path))]
    found = {_fold(heading) for section in outline_blocks(items).sections for heading in section.heading_path}
    titles = re.compile(r"表(?:\s*\(2024年度\))?$|机关（机构）运行经费$")
    return [one for one in wanted if not titles.search(one) and not any(_fold(one) in heading for heading in found)]


def _source(grid: Grid) -> TableSource:
    return TableSource("", None, "", (grid,), (), grid.place)


def _fold(text: str) -> str:
    return re.sub(r"[\s（）()]", "", text)


@pytest.mark.parametrize(
    ("head", "first", "points", "second"),
    [
        ("七、项目经费情况说明", "项目一：河堤检测经费", ("（一）项目概况。查河堤。", "（二）立项依据。有批复。"), "项目二：渡口值守"),
        ("七、项目支出情况说明", "项目1. 河堤检测经费", ("1.项目概况：查河堤。", "2.立项依据：有批复。"), "项目2. 渡口值守"),
        ("项目经费情况说明", "项目名称：河堤检测经费", ("一、项目概况。查河堤。", "二、立项依据。有批复。"), "项目名称：渡口值守"),
        ("七、项目情况说明", "（一）项目名称：河堤检测经费", ("项目概况：查河堤。", "立项依据：有批复。"), "（二）项目名称：渡口值守"),
    ],
)
def test_each_projects_paragraphs_stand_under_its_name(head: str, first: str, points: tuple[str, str], second: str) -> None:
    lines = ("一、收支情况", "收入持平。", head, first, *points, second, points[0], "八、其他情况说明", "没有。")
    sections = outline("第二部分 甲局预算情况说明", *lines).sections
    under = {section.heading_path[-1]: [paragraph.text for paragraph in section.paragraphs] for section in sections}
    assert (under[first], under[second]) == ([*points], [points[0]])


def test_a_line_that_names_a_project_elsewhere_is_a_paragraph() -> None:
    assert paragraphs("一、主要职责", "项目一：河堤检测经费") == ["项目一：河堤检测经费"]


def test_a_term_that_is_broken_off_at_the_margin_gets_no_colon() -> None:
    """The numbered term and its explanation are one; the margin stands where the other lines are broken."""
    wide = "本单位按照有关规定编制年度预算并向社会公开接受监督检查和审计"
    filler = [f"{wide}{number:02}" for number in range(12)]
    broken = "一、农林水支出（类）农业农村（款）土地出让收入安排的农村基础设"
    found = paragraphs("第一部分 概况", *filler, "第二部分 名词解释", broken, "施建设支出（项）：指用于农村饮水的支出。")
    assert found[-1] == f"{broken}施建设支出（项）：指用于农村饮水的支出。"


def test_what_is_told_below_the_name_of_an_account_is_of_it() -> None:
    name = "1、一般公共服务支出（类）商贸事务（款）招商引资（项）。"
    told = "年初预算为180.00万元，支出决算为214.36万元。"
    assert paragraphs("三、支出决算情况", "具体情况如下。", name, told) == ["具体情况如下。", f"{name}{told}"]
    assert paragraphs("三、支出决算情况", name, "具体情况见附表。") == [name, "具体情况见附表。"]
