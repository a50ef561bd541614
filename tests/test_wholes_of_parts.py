"""What is asked of a whole that its document prints in parts only: project by project, fund by fund, kind by kind."""

import pytest

from app.figures.resolve_task import resolve_task
from tests.figure_documents import find

UNITS = ("桐花县粮食局", "桐花县粮库")
HEAD = """桐花县粮食局
2031年部门预算

桐花县粮食局部门预算包括桐花县粮食局机关本级预算和桐花县粮库预算。

"""
BY_PROJECT = (
    HEAD
    + """2031年基本支出预算表（人员类、运转类公用经费项目）

单位：元

单位名称\t项目代码\t项目名称\t部门经济科目编码\t部门经济科目名称\t总计\t其中：财政拨款
桐花县粮食局\t\t\t\t\t130.00\t130.00
桐花县粮食局\t5309001\t一般公用经费\t30201\t办公费\t100.00\t100.00
桐花县粮食局\t5309001\t一般公用经费\t30206\t电费\t30.00\t30.00
桐花县粮库\t\t\t\t\t65.00\t65.00
桐花县粮库\t5309002\t一般公用经费\t30201\t办公费\t45.00\t45.00
桐花县粮库\t5309002\t一般公用经费\t30206\t电费\t20.00\t20.00
合计\t\t\t\t\t195.00\t195.00

2031年项目支出预算表（特定目标类项目）

单位：元

项目分类\t项目代码\t项目名称\t项目单位\t部门经济科目编码\t部门经济科目名称\t合计\t本年拨款
专项业务类\t5309101\t粮食普查经费\t桐花县粮食局\t30201\t办公费\t7.00\t7.00
专项业务类\t5309101\t粮食普查经费\t桐花县粮食局\t30227\t委托业务费\t50.00\t50.00
合计\t\t\t\t\t\t57.00\t57.00
"""
)


def texts(question: str, text: str, units: tuple[str, ...] = ()) -> list[str]:
    return [result.text for found in find(question, text=text, units=units).tasks for result in resolve_task(found)]


@pytest.mark.parametrize(
    ("question", "units", "told"),
    [
        ("办公费是多少", (), ["152.00元"]),
        ("电费一共多少", (), ["50.00元"]),
        ("     办公费是多少", ("桐花县粮库",), ["45.00元"]),
        ("     办公费是多少", ("桐花县粮食局",), ["107.00元"]),
    ],
)
def test_an_account_printed_project_by_project_is_told_of_all_its_projects(question: str, units: tuple[str, ...], told: list[str]) -> None:
    assert texts(question, BY_PROJECT, units) == told


def test_rows_that_do_not_come_to_the_total_are_not_added_up() -> None:
    assert texts("电费一共多少", BY_PROJECT.replace("195.00\t195.00", "230.00\t230.00")) != ["50.00元"]


def test_projects_of_one_fund_are_not_all_projects() -> None:
    text = (
        BY_PROJECT
        + """
2031年部门支出预算表

单位：元

科目名称\t合计\t一般公共预算\t一般公共预算\t政府性基金预算
科目名称\t合计\t基本支出\t项目支出\t政府性基金预算
合计\t252.00\t195.00\t50.00\t7.00
"""
    )
    assert texts("项目支出一共多少", text) == ["57.00元"]


MEETINGS = (
    HEAD
    + """2031年一般公共预算拨款“三公”经费及会议费、培训费支出预算表

单位：万元

单位编码\t单位名称\t2031年\t\t\t
\t\t合计\t一般公共预算拨款安排的“三公”经费预算\t\t培训费
\t\t\t小计\t公务接待费\t
\t合计\t9.00\t6.00\t6.00\t3.00
110001\t桐花县粮食局\t5.00\t4.00\t4.00\t1.00
110002\t桐花县粮库\t4.00\t2.00\t2.00\t2.00
"""
)


def test_meetings_and_training_are_no_part_of_the_three_publics() -> None:
    assert texts("     三公经费是多少", MEETINGS, ("桐花县粮库",)) == ["2.00万元"]


@pytest.mark.parametrize(
    ("sentence", "question", "told"),
    [
        ("部门行政编制18人，实有17人；事业编制34人，实有31人。", "编制一共多少", ["52人"]),
        ("部门行政编制18人，实有17人；事业编制34人，实有31人。", "行政编制多少", ["18人"]),
        ("本部门年末编制人数118人，其中行政编制82人、事业编制36人。", "编制多少", ["118人"]),
        ("2030年末实有在职人员58人，其中：局机关25人，粮库33人。", "在职多少", ["58人"]),
    ],
)
def test_posts_and_persons_are_counted_once_and_of_all_kinds(sentence: str, question: str, told: list[str]) -> None:
    assert texts(question, f"桐花县粮食局\n2031年部门预算\n\n一、机构设置\n\n{sentence}\n") == told


def test_pensions_of_both_kinds_are_told_together() -> None:
    text = f"""{HEAD}2031年一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
303\t对个人和家庭的补助\t8.00\t8.00\t
30301\t离休费\t3.00\t3.00\t
30302\t退休费\t5.00\t5.00\t
"""
    assert texts("离退休费多少", text) == ["8.00万元"]
    assert texts("退休费多少", text) == ["5.00万元"]


def test_what_is_spent_on_meetings_is_told_of_them() -> None:
    text = "桐花县粮食局\n2031年部门决算\n\n一、一般性支出情况\n\n2031年度本部门开支会议费3.26万元，用于召开收购会议，人数640人。\n"
    assert texts("会议费多少", text) == ["3.26万元"]
