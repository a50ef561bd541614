"""Questions for a figure by a name near the printed one, within a scope, by a code in pieces, or for several measures of one row."""

from __future__ import annotations

import pytest

from app.figures.read_finding import read_finding
from retrieval.facts.finding import Finding
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want
from retrieval.names.join_parts import joined
from tests.figure_documents import find

BUDGET = """桐花县林场管理局
2031年部门预算

桐花县林场管理局部门预算包括桐花县林场管理局机关本级预算和桐花县育苗站预算。

2031年部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t90.00\t60.00\t30.00
213 02 04\t事业机构\t50.00\t50.00\t
213 02 05\t森林资源培育\t30.00\t\t30.00
208 05 05\t养老保险缴费\t10.00\t10.00\t

2031年一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t60.00
30211\t差旅费\t6.40
30213\t维修费\t3.10

2031年支出经济分类汇总表

单位：万元

科目编码\t科目名称\t合计
\t合计\t90.00
30211\t差旅费\t9.75
30213\t维修费\t7.20

2031年固定资产占用情况表

单位：万元

项目\t数量\t价值
1、房屋（平方米）\t1,500.00\t310.00
其中：办公用房（平方米）\t600.00\t120.00
2、车辆（辆）\t4\t56.00

2031年政府采购汇总表

单位：万元

单位名称\t采购项目\t采购数量\t金额
合计\t\t\t21.00
桐花县林场管理局\t油锯\t6\t4.50
桐花县育苗站\t喷雾机\t5\t6.00
"""

FINAL = """# 桐花县林场管理局
2031年度部门决算

## 收入支出决算总表

公开01表
金额单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、一般公共预算财政拨款收入\t80.00\t一、农林水支出\t83.00
年初结转和结余\t12.50\t年末结转和结余\t9.50
总计\t92.50\t总计\t92.50
"""


def told(*parts: str, text: str = BUDGET) -> list[str]:
    return texts(find(*parts, text=text))


def texts(finding: Finding) -> list[str]:
    return [result.text for result in read_finding(finding).results]


@pytest.mark.parametrize("code", ["213-02-05", "213.02.05", "213—02—05", "2130205"])
def test_the_pieces_of_a_code_are_joined(code: str) -> None:
    assert told(f"森林资源培育({code})的项目支出是多少") == ["30.00万元"]


def test_years_and_amounts_are_no_pieces_of_a_code() -> None:
    assert told("差旅费是213-02万元吗,一共多少") in ([], ["9.75万元"])


@pytest.mark.parametrize("question", ["差旅费,基本支出里安排多少", "30211差旅费,在基本支出中是多少"])
def test_a_scope_says_in_which_table_a_row_that_was_named_before_is_looked_up(question: str) -> None:
    assert told(question) == ["6.40万元"]


def test_words_for_all_the_staff_narrow_nothing() -> None:
    assert told("给职工安排的养老保险缴费,支出总表里是多少") == ["10.00万元"]


def test_words_for_some_narrow_what_they_stand_before() -> None:
    assert told("给困难林农子女安排的养老保险缴费,支出总表里是多少") == []


@pytest.mark.parametrize("question", ["办公用房有多少平方米,占全部房屋面积的比例是多少", "办公用房多少平方米,占房屋面积百分之几"])
def test_a_row_is_called_by_its_name_without_the_unit_in_brackets(question: str) -> None:
    assert told(question) == ["600.00", "40.00%"]


def test_a_count_of_other_things_is_not_told_for_an_area() -> None:
    assert told("车辆面积有多少平方米") == []


def test_what_is_left_is_held_against_what_there_was_at_the_beginning() -> None:
    question = "年末结转和结余是多少,比年初多了还是少了,差额几何"
    assert told(question, text=FINAL)[-2:] == ["9.50万元", "12.50万元"]
    assert find(question, text=FINAL).tasks[-1].task.reducer == "difference"


@pytest.mark.parametrize("parts", [("油锯要几台、多少钱",), ("采购的油锯,数量几台、金额几万",), ("喷雾机要几台", "油锯呢,要几台、多少钱")])
def test_number_and_price_of_one_row(parts: tuple[str, ...]) -> None:
    assert told(*parts) == ["6", "4.50万元"]


def test_money_asked_apart_is_no_average() -> None:
    assert told("我摊一块看的:差旅费和维修费,差多少") != []


def test_a_part_stands_before_the_whole_that_it_is_within() -> None:
    assert told("差旅费,在90万元的支出合计里占几成") == ["10.83%"]


STAFF = """桐花县林场管理局
2031年部门预算

桐花县林场管理局部门预算包括桐花县林场管理局机关本级预算、桐花县育苗站预算和桐花县防火站预算。

2031年编制和人员情况表

单位名称\t编制数\t实有人数
桐花县林场管理局机关本级\t12\t11
桐花县育苗站\t20\t17
桐花县防火站\t8\t6

2031年一般公共预算基本支出明细表

单位：万元

单位名称\t经费类别\t项目名称\t合计
合计\t\t\t60.00
桐花县林场管理局\t人员类\t驻守补贴（行政）\t31.00
桐花县育苗站\t人员类\t驻守补贴（事业）\t21.00
桐花县育苗站\t人员类\t驻守补贴（行政）\t8.00

2031年政府采购汇总表

单位：万元

单位名称\t采购项目\t采购数量\t金额
桐花县育苗站\t风力灭火机\t6\t4.50

2031年项目绩效目标表

项目名称：防火装备更新
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t购置风力灭火机\t6台
产出指标\t成本指标\t风力灭火机单价\t≤0.75万元
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("编制多少人", ["40人"]),
        ("编制多少,实有多少,还缺几个人", ["40", "34", "40", "34"]),
        ("风力灭火机金额多少,买几台", ["4.50万元", "6"]),
        ("三个单位加起来编制多少人,实有多少人,还空几个编", ["40人", "34人", "40人", "34人"]),
        ("驻守补贴发给事业人员的部分是多少", ["21.00万元"]),
        ("购置风力灭火机,几台、多少钱", ["6台", "4.50万元"]),
        ("风力灭火机一台不能超过多少钱", ["≤0.75万元"]),
        ("风力灭火机每台最高不能超过多少", ["≤0.75万元"]),
        ("驻守补贴发给退休人员的部分是多少", []),
        ("防火车一台不能超过多少钱", []),
    ],
)
def test_names_near_a_printed_one(question: str, values: list[str]) -> None:
    assert told(question, text=STAFF) == values


PURCHASE = """桐花县林场管理局
2031年部门预算

2031年政府采购支出表

单位：万元

项目名称\t采购品目\t品目编码\t计量单位\t数量\t合计
护林工作经费\t护林员服装\tA05030200\t套\t38\t9.50
护林工作经费\t巡护设备\tA02010105\t台\t6\t3.20

2031年部门支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
2130205\t森林资源培育\t30.00\t12.00\t18.00

2031年项目支出表

单位：万元

项目名称\t合计
森林资源培育项目\t18.00
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("护林员服装多少钱", ["9.50万元"]), ("护林员服装有多少套", ["38套"]), ("护林员服装总计多少", ["9.50万元"]),
        ("护林员服装,数量一栏填的多少", ["38套"]), ("森林资源培育的基本支出是多少", ["12.00万元"]),
        ("护林工作经费有几个", []), ("森林资源培育,合计一栏填的多少", ["30.00万元"]), ("森林资源培育的项目支出是多少", ["18.00万元"]),
    ],
)
def test_money_and_numbers_of_what_is_bought(question: str, values: list[str]) -> None:
    finding = find(question, text=PURCHASE)
    assert texts(finding) == values
    assert not any("A0" in result.label for result in read_finding(finding).results)


SCHOOL = """桐花县林业技工学校
2031年单位预算

第二部分 2031年单位预算情况说明

一、“三公”经费情况说明

公务接待费1.20万元，主要用于接待校企合作来访，预计30批次、240人次。

车辆2辆，价值31.60万元；校舍1500平方米，价值900.00万元。

二、人员情况

2030年12月末实有在编教职工80人，退休人员20人。

2031年基本支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t60.00
30302\t退休人员冬季取暖补助\t6.40
30399\t其他补助\t3.10
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("公务接待多少批次", ["30批次"]), ("公务接待一共花多少", ["1.20万元"]), ("接待来宾平均每人次多少钱", ["50.00元"]),
        ("有多少人在上班", ["80人"]), ("给退休人员发的冬季取暖补助是多少", ["6.40万元"]), ("给在职人员发的冬季取暖补助是多少", []),
        ("在编教职工平均一个人带多少学生", []), ("公务接待平均每批次多少人", ["8.00人次"]),
        ("车辆价值是多少", ["31.60万元"]), ("校舍价值是多少", ["900.00万元"]),
    ],
)
def test_visits_staff_and_what_they_are_given(question: str, values: list[str]) -> None:
    assert told(question, text=SCHOOL) == values


@pytest.mark.parametrize(
    ("text", "keys"), [("事业单位的实习是多少", ("事业单位实习收入",)), ("事业单位的实习支出是多少", ("事业单位实习收入", "实习基地"))]
)
def test_a_name_of_the_other_side_takes_no_words_in(text: str, keys: tuple[str, ...]) -> None:
    mentions = (Mention(0, 4, "事业单位", ("事业单位",)), Mention(5, 7, "实习", ("事业单位实习收入", "实习基地"), is_part=True))
    want = joined(Want(mentions, text=text))
    assert (want.mentions[-1].keys, len(want.mentions)) == (keys, len(keys))


def test_what_several_documents_differ_by_is_no_difference_within_one() -> None:
    for question in ("~~差多少", "差多少"):
        task = find("差旅费多少", "维修费呢", question, text=BUDGET).tasks[-1].task
        assert [want.mentions[0].asked for want in task.wants] == ["维修费"]


def test_two_figures_asked_one_after_the_other_are_held_against_each_other() -> None:
    task = find("差旅费多少,维修费多少,差多少", text=BUDGET).tasks[-1].task
    assert (task.reducer, [want.mentions[0].asked for want in task.wants]) == ("difference", ["差旅费", "维修费"])


def test_names_that_share_a_word_are_offered_only_where_nothing_else_is_said() -> None:
    text = FINAL + "\n# 第五部分 政府采购\n\n授予中小企业合同金额5.00万元，其中：授予小微企业合同金额3.00万元。\n"
    assert len(find("企业合同的金额是多少", text=text).choices) == 2
    assert find("一共罚了企业合同多少钱", text=text).choices == ()
