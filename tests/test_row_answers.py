"""Answers from the rows of forms: several indicators at once, projects' self-evaluations, purchases, projects of a unit."""

from dataclasses import replace

import pytest
from form_documents import UNITS, figure, forms
from text_documents import GREEN, GREEN_SECTIONS, ask, blue, document

from app.answer import Answer
from app.answerer.answer_text import answer_text
from ingest.document import Document, Figure, Place
from retrieval.query import DocumentChoice

TARGETS = [
    ("林区道路管护项目一年要组织几次巡查、几次培训?", ("≥6次", "≥2次"), ("≥14人",)),
    ("“林区道路管护”这个项目,群众满意度目标是多少?要求哪天之前完成?", ("≥92%", "2031年11月30日前"), ("≥88%",)),
    ("绩效目标里养护工人和护林保安加一块至少多少人?", ("≥14人", "≥9人", "合计**23人**"), ()),
    ("整体绩效目标里的预算调整率,定的多少?", ("≤25%",), ("≥85%",)),
    ("林区道路管户项目的路政培训要搞几次?", ("≥2次",), ("≥6次",)),
]  # fmt: skip
EVALUATIONS = [
    ("自评汇总表上那三个项目,全年执行数加一块儿是多少万元?", ("48.9万元",), ()),
    ("红松育苗补助全年预算里头最后剩多少没花出去?", ("7.6万元",), ("40",)),
    ("自评的几个项目里谁的得分垫底?预算执行率多少?", ("88.7分", "62.00%"), ("95.2",)),
    (
        "自评的几个项目里全年执行数最大的和最小的是哪两个,各多少万元?",
        ("最高的是：林区道路管护", "36.5万元", "最低的是：古树名录编制", "0万元"), (),
    ),
    ("林区道路管护没花完吧,剩了多少万元?", ("3.5万元", "40", "36.5"), ()),
    ("项目自评得分", ("95.2分", "88.7分", "100分"), ()),
    ("自评汇总表里全年预算数为0的项目有几个?", ("1个",), ()),
    ("自评汇总表上登了哪几个项目?全年执行数分别是多少?", ("36.5万元", "12.4万元", "0万元"), ("合计",)),
    ("自评汇总表列出的三个项目全年一共执行了多少万元?", ("48.9万元",), ()),
]  # fmt: skip
STANDING = [
    ("项目绩效指标里,目标值写着“≥30万株”的是哪个指标?归哪个项目?", ("红松育苗补助", "容器苗培育数量"), ("林区",)),
    ("整体绩效自评里,三级指标中分值最高的是哪一个,占几分?", ("档案移交率", "12分"), ("归还率",)),
    ("古籍整理项目的自评没拿到满分,分丢在哪个指标上?", ("归还率", "8.5分", "借阅人外出"), ("档案移交率",)),
    ("古籍整理项目自评里,卷册归还率这项满分10分实得几分?", ("得分**8.5分**",), ("移交率",)),
    ("绩效表里“≥80%”指的是什么东西?", ("卷册移交率",), ("归还率",)),
    ("古籍整理项目自评,卷册归还率目标多少?归还率得分多少?", ("≥95%", "8.5分"), ("移交率",)),
    ("古籍整理项目卷册归还率扣了多少分?", ("扣了**1.5分**（10 − 8.5 = 1.5分）", "借阅人外出"), ("移交率",)),
]  # fmt: skip
POINTS = [
    ("古籍整理项目的自评,卷册归还率为何没拿满分,扣了几分?", ("扣了**1.5分**", "借阅人外出"), ("移交率",)),
    ("古籍整理项目自评里卷册归还率扣了几分?", ("扣了**1.5分**", "8.5分"), ("移交率",)),
]
PURCHASES = [
    ("采购目录是“服务”的有哪几笔,各多少钱?", ("档案整理", "2.4万元", "苗圃保洁", "1.2万元", "3.6万元"), ("割灌机",)),
    ("采购里归入“护林巡护服务”的合计是多少?", ("3.6万元", "档案整理", "苗圃保洁"), ("割灌机",)),
    ("打算买几批苗圃保洁,一共多少万?", ("1批", "1.2万元"), ("2.4",)),
    ("政府采购里服务类占采购总额的百分比是多少(保留两位小数)?", ("3.6万元", "40.91%"), ("割灌机",)),
]  # fmt: skip
PROJECTS = [
    ("除了古树名录编制,另外两个项目叫啥,各多少钱?", (), ("林区道路管护：金额**40万元**", "红松育苗补助：金额**25万元**"), ("古树",)),
    ("名下有哪些项目?每个多少钱?", UNITS[1:], ("红松育苗补助：金额**25万元**",), ("林区道路管护",)),
    ("除了道路管护和古树名录,剩下那个项目叫什么?", (), ("红松育苗补助",), ("古树", "林区")),
    ("负责的项目有哪几个?", UNITS[1:], ("红松育苗补助",), ("林区",)),
    ("除了古树名录编制,另外四个项目叫啥?", (), (), ("金额",)),
    ("除了古树名录编制,还有哪些造林项目?", (), (), ("金额",)),
    ("要买哪几样货物?", UNITS[:1], ("割灌机", "3.6万元"), ("档案整理", "1.6")),
]  # fmt: skip
LEFT_TO_OTHERS = [
    "林区道路管护项目砍伐了多少株?", "自评汇总表上的项目去年执行数合计多少?",
    "林区道路管护项目要组织几次演出、几次培训?",
]  # fmt: skip


@pytest.mark.parametrize(("question", "said", "unsaid"), [*TARGETS, *EVALUATIONS, *STANDING, *POINTS, *PURCHASES])
def test_the_rows_that_a_question_names_answer_it(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    answer = told(question, forms())
    assert answer is not None
    assert answer.status == "answered"
    assert [word for word in said if word not in answer.text] == []
    assert [word for word in unsaid if word in answer.text] == []


@pytest.mark.parametrize(("question", "units", "said", "unsaid"), PROJECTS)
def test_projects_and_purchases_are_listed_of_a_unit_or_besides_one(
    question: str, units: tuple[str, ...], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    answer = told(question, forms(), (), units=units)
    text = answer.text if answer else ""
    assert [word for word in said if word not in text] == []
    assert [word for word in unsaid if word in text] == []


@pytest.mark.parametrize("question", LEFT_TO_OTHERS)
def test_a_word_that_no_row_has_leaves_the_question_to_others(question: str) -> None:
    assert told(question, forms()) is None


def test_an_indicator_of_several_projects_is_asked_back() -> None:
    answer = told("绩效目标里的满意度要达到多少?", forms())
    assert answer is not None
    assert answer.status == "clarify"
    assert [choice.label for choice in answer.choices] == ["林区道路管护", "红松育苗补助"]
    again = told(answer.choices[1].question.partition("部门预算")[2], forms())
    assert again is not None
    assert "≥88%" in again.text


def test_a_question_that_follows_on_keeps_the_project() -> None:
    answer = told("那群众满意度要达到多少?", forms(), ("林区道路管护项目的培训次数目标是多少?",))
    assert answer is not None
    assert "≥92%" in answer.text
    assert "≥88%" not in answer.text


def test_a_part_of_the_next_project_is_enough() -> None:
    answer = told("古树名录那个呢", forms(), ("林区道路管护项目安排了多少钱?",))
    assert answer is not None
    assert "15万元" in answer.text
    assert told("古树名录那个呢", forms(), ("林区道路管护项目由谁负责?",)) is None


def test_the_purchases_and_projects_of_a_unit_are_added_up_and_divided() -> None:
    saws = told("买的割灌机合多少钱一台?", forms(), (), units=UNITS[1:])
    assert saws is not None
    assert "0.32万元" in saws.text
    assert "3.6" not in saws.text
    projects = told("项目支出里头,归~的那几个项目合计多少,占全部项目支出百分之几?", forms(), (), units=UNITS[:1])
    assert projects is not None
    assert "合计**55万元**" in projects.text
    assert "68.75%" in projects.text
    assert projects.calculation is not None


def test_the_department_with_the_loosest_limit_is_named() -> None:
    other = forms()
    figures = tuple(replace(one, value="≤40%") if one.value == "≤25%" else one for one in other.figures)
    loose = replace(other, info=replace(other.info, id="loose", organization="白桦县林业局"), figures=figures)
    answer = told("两个局整体绩效目标里的预算调整率,谁定得最松?定的多少?", forms(), (), loose)
    assert answer is not None
    assert answer.text.startswith("最松的是**白桦县林业局")
    assert {f"{value.value}" for value in answer.values} == {"25", "40"}


def told(
    question: str, document: Document, earlier: tuple[str, ...] = (), *others: Document, units: tuple[str, ...] = ()
) -> Answer | None:
    """The answer of the text stages."""
    asked = ask(question, document, *others, units=units)
    choice: DocumentChoice = replace(asked.choice, is_each=bool(others))
    return answer_text(asked.question, asked.rest, asked.documents, choice, earlier)


@pytest.mark.parametrize("question", ["记者核实一件事:挑了哪个项目做部门评价?得了几分?", "有没有拿项目做部门评价?选的哪个,得了多少分?"])
def test_the_project_chosen_for_evaluation_is_told_with_its_score(question: str) -> None:
    answer = told(question, blue())
    assert answer is not None
    assert "古籍扫描项目" in answer.text
    assert "97.10分" in answer.text


def test_a_form_that_names_its_project_in_a_cell_belongs_to_it() -> None:
    base = forms()
    named = (Figure(6, ("专项名称",), (), "卷册修复专项", None, Place(), (0, 1)),)
    tables = tuple(replace(table, context=None) if table.index == 6 else table for table in base.tables)
    answer = told("卷册修复专项的归还率目标是多少?", replace(base, tables=tables, figures=(*named, *base.figures)))
    assert answer is not None
    assert "（卷册修复专项）“卷册归还率”：目标值**≥95%**" in answer.text


def test_a_form_gives_units_in_a_column_and_values_reached_under_the_name_of_the_year() -> None:
    base = forms()
    cells = (("年度指标值", "≤30"), ("计量单位", "工作日"), ("全年完成值", "38"))
    rows = tuple(Figure(6, ("时效指标", "补助发放时限"), (column,), value, None, Place(), (40, 0)) for column, value in cells)
    answer = told("古籍整理项目,补助发放时限的目标和实际各是多少个工作日?", replace(base, figures=(*base.figures, *rows)))
    assert answer is not None
    assert "目标值**≤30工作日**，实际完成值**38工作日**" in answer.text


def test_a_project_whose_name_ends_in_funds_is_named_by_part_of_it() -> None:
    base = forms()
    row = ("门类开放补助资金", "效益指标", "年到馆读者")
    figures = (*base.figures, figure(0, 40, row, "指标值", "≥2万人次"))
    answer = told("门类开放补助的绩效目标里,每年到馆读者要达到多少?", replace(base, figures=figures))
    assert answer is not None
    assert "（门类开放补助资金）“年到馆读者”：目标值**≥2万人次**" in answer.text


def test_an_item_asked_for_again_is_no_question_for_a_target_that_has_its_name() -> None:
    rate = figure(1, 40, ("投入管理指标", "“三公经费”控制率"), "指标值", "≤100%")
    document = replace(forms(), figures=(*forms().figures, rate))
    assert told("三公经费多少", document) is None
    assert told("三公经费多少", document, ("三公经费多少",)) is None
    followed = told("三公经费控制率呢", document, ("整体绩效目标里的预算调整率定的多少",))
    assert followed is not None
    assert "≤100%" in followed.text


def test_a_form_may_print_sign_unit_and_weight_under_longer_headers() -> None:
    base = forms()
    cells = (("绩效指标性质", "≤"), ("绩效指标值", "6"), ("绩效度量单位", "％"), ("本指标权重", "30"))
    rows = tuple(Figure(6, ("效益指标", "古籍破损率"), (column,), value, None, Place(), (41, 0)) for column, value in cells)
    answer = told("古籍整理项目的古籍破损率控制在百分之几以内?", replace(base, figures=(*base.figures, *rows)))
    assert answer is not None
    assert "目标值**≤6％**" in answer.text


def test_the_projects_of_a_grade_are_listed() -> None:
    base = forms()
    grades = (("林区道路管护", "优"), ("红松育苗补助", "良"), ("古树名录编制", "优"))
    rows = tuple(Figure(2, (name,), ("自评等级",), grade, None, Place(), (at, 9)) for at, (name, grade) in enumerate(grades))
    answer = told("哪几个项目自评是优?", replace(base, figures=(*base.figures, *rows)))
    assert answer is not None
    assert "**2个**" in answer.text
    assert "红松育苗补助" not in answer.text


def test_a_score_that_the_prose_gives_otherwise_is_told_too() -> None:
    base = forms()
    said = document("said", GREEN, (*GREEN_SECTIONS, (("第二部分 说明", "六、自评结果"), ("红松育苗补助自评得分91.20分，总体良好。",))))
    answer = told("红松育苗补助的自评得分是多少?", replace(base, sections=said.sections))
    assert answer is not None
    assert "88.7分" in answer.text
    assert "得分是**91.20分**，与表不一致，相差2.50分" in answer.text
