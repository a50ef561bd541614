"""What one of a thing comes to: a project's amount by its indicator's count, a purchase's by its quantity."""

from dataclasses import replace

import pytest
from form_documents import figure, forms

from app.answerer.answer_unit_cost import answer_unit_cost
from app.question.text_question import TextQuestion
from ingest.document import Document, Table
from retrieval.query import DocumentChoice

INDICATORS = [("危桥维修加固", "维修危桥", "≥4座"), ("期刊购置费", "订购期刊", "≥1.5万册"), ("期刊购置费", "装订合订本", "≥300本"),
              ("期刊购置费", "整理站点", "≥2个"), ("期刊购置费", "整理员人数", "≥5人"),
              ("河道保洁", "保洁河段", "≥26公里"), ("河道保洁", "巡查河段", "≥40公里")]  # fmt: skip


def works() -> Document:
    """A body with projects, their targets and a purchase."""
    base = forms()
    titles = ("项目支出预算表", "项目绩效目标表", "政府采购预算表")
    tables = tuple(Table(at, title, None, "万元", ("附件",), ()) for at, title in enumerate(titles))
    projects = (("危桥维修加固", "45"), ("期刊购置费", "30"), ("河道保洁", "20"))
    figures = [figure(0, at, ("特定目标类", name), "合计", amount) for at, (name, amount) in enumerate(projects)]
    for at, (project, name, value) in enumerate(INDICATORS):
        figures.append(figure(1, at, ("410001", project, "产出指标", name), "指标值", value))
    figures += [figure(2, 0, ("割草机",), "采购数量", "5", "台"), figure(2, 0, ("割草机",), "金额", "1.6")]
    return replace(base, tables=tables, figures=tuple(figures))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("修危桥平均每座多少万元", "11.25万元"),
        ("买杂志平均一册合多少元", "20.00元"),
        ("割草机平均每台合多少元", "3200.00元"),
        ("买杂志平均每个整理员合多少万元", "6.00万元"),
        ("买杂志平均每个站点合多少万元", "15.00万元"),
        ("危桥维修加固平均每公里多少万元", None),
        ("河道保洁平均每公里多少万元", None),
        ("修路平均每公里多少万元", None),
        ("修危桥每座多少万元", None),
    ],
)
def test_an_amount_is_divided_by_the_only_count_in_the_unit_asked_for(question: str, told: str | None) -> None:
    asked = TextQuestion(question, question, (works(),), DocumentChoice(("forms",), question))
    answer = answer_unit_cost(asked)
    assert (answer is not None and f"**{told}**" in answer.text) == (told is not None)


def test_the_project_spoken_of_before_is_divided() -> None:
    question = "按总额除以座数算，平均每座多少万元"
    asked = TextQuestion(question, question, (works(),), DocumentChoice(("forms",), question), ("危桥维修加固项目安排多少钱",))
    answer = answer_unit_cost(asked)
    assert answer is not None
    assert "**11.25万元**" in answer.text
