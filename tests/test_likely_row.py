"""Rows meant by what is done or bought: everyday words against the printed names of projects, purchases and indicators."""

from dataclasses import replace

import pytest
from form_documents import figure, forms

from app.forms.find_likely_row import find_likely_row
from ingest.document import Document, Table

PROJECTS = {
    "期刊购置费": "12", "河道清淤与水面保洁": "30", "危桥维修加固": "45", "库房消防器材与货架购置": "8", "书库扩建工程": "60",
}  # fmt: skip
INDICATORS = [
    ("期刊购置费", "每册装订成本", "≤35元"), ("期刊购置费", "新刊上架时间", "≤5天"),
    ("危桥维修加固", "维修危桥", "≥4座"),
    ("危桥维修加固", "单座维修成本", "≤11万元"),
    ("河道清淤与水面保洁", "每周巡河频次", "≥3次"), ("河道清淤与水面保洁", "保洁河段", "≥26公里"),
]  # fmt: skip


def library() -> Document:
    """A body with a table of projects and one of their targets."""
    base = forms()
    tables = (Table(0, "项目支出预算表", None, "万元", ("附件",), ()), Table(1, "项目绩效目标表", None, "万元", ("附件",), ()))
    figures = [figure(0, at, ("特定目标类", name), "合计", amount) for at, (name, amount) in enumerate(PROJECTS.items())]
    rows = (("410001", project, "产出指标", name) for project, name, _ in INDICATORS)
    figures += [figure(1, at, row, "指标值", INDICATORS[at][2]) for at, row in enumerate(rows)]
    return replace(base, tables=tables, figures=tuple(figures))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("今年买杂志花多少钱", "期刊购置费"),
        ("捞河面上的漂浮物、挖淤泥的钱有多少", "河道清淤与水面保洁"),
        ("修危险的老桥安排了多少钱", None),
        ("修危桥安排了多少钱", "危桥维修加固"),
        ("修一座危桥最多花多少钱", "单座维修成本"),
        ("新来的杂志几天内要上架", "新刊上架时间"),
        ("一周要巡几次河", "每周巡河频次"),
        ("装订一册要花多少钱", "每册装订成本"),
        ("要修几座危桥", "维修危桥"),
    ],
)
def test_everyday_words_mean_the_one_name_that_says_them_all(question: str, name: str | None) -> None:
    found = find_likely_row(question, library())
    assert (found.names if found else None) == ((name,) if name else None)


@pytest.mark.parametrize(
    "question",
    [
        "买钢琴花多少钱", "修路花了多少钱", "修危桥罚了企业多少钱", "修危桥平均每座多少钱", "买杂志和修危桥一共多少钱",
        "修危桥比去年多多少钱", "修危桥要多少人",
    ],
)
def test_words_that_no_name_says_and_sums_are_left_to_others(question: str) -> None:
    assert find_likely_row(question, library()) is None


def test_a_wider_name_that_holds_the_words_is_asked_back() -> None:
    found = find_likely_row("买消防器材花多少钱", library())
    assert found is not None
    assert (found.names, found.rows) == (("库房消防器材与货架购置",), ())


def test_the_project_spoken_of_before_tells_whose_indicator_is_meant() -> None:
    found = find_likely_row("那里面维修一座要花多少钱", library(), ("危桥维修加固项目安排多少钱",))
    assert found is not None
    assert [row.shown("target") for row in found.rows] == ["≤11万元"]
