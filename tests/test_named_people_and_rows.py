"""People by what they are, parts of a whole, rows of a table, items with exactly so much, accounts and codes that are not there."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, TWO_UNITS, find

from app.figures.resolve_task import resolve_task
from retrieval.clauses.parse_question import parse_question
from retrieval.facts.spell_variants import spell_variants
from retrieval.spelling.load_vocabulary import load_vocabulary

PEOPLE = FINAL.replace("共有行政编制12名。", "共有行政编制12名，实有在职人员11名，退休人员5名。") + """
## 四、资产情况说明

上年期末，桐花县档案局固定资产总额90.00万元，其中，房屋建筑物60.00万元，办公设备25.00万元，其他资产5.00万元。
"""
SMALL = FINAL.replace("30211\t差旅费\t9.00", "30211\t差旅费\t5.00").replace("30208\t取暖费\t", "30208\t取暖费\t5.00")
SMALL = SMALL.replace("商品和服务支出\t30.00", "商品和服务支出\t31.00").replace("公用经费合计\t30.00", "公用经费合计\t31.00")


def told(question: str, text: str = FINAL) -> list[str]:
    return [result.text for found in find(question, text=text).tasks for result in resolve_task(found)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("在职几个、退休几个", ["11名", "5名"]),
        ("退休几人，在职多少，编制几名", ["5名", "11名", "12名"]),
        ("在岗职工有多少", ["11名"]),
        ("离休干部有几个", []),
        ("退休费是多少", []),
    ],
)
def test_people_are_counted_by_what_they_are(question: str, expected: list[str]) -> None:
    assert told(question, PEOPLE) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("固定资产里房屋建筑物有多少", ["60.00万元"]),
        ("固定资产中其他资产是多少", ["5.00万元"]),
        ("政府性基金里办公设备是多少", []),
    ],
)
def test_a_whole_that_the_sentence_tells_of_only_says_where_the_part_is(question: str, expected: list[str]) -> None:
    assert told(question, PEOPLE) == expected


@pytest.mark.parametrize("question", ["支出决算表里2012699那一行的项目支出是多少", "30299对应的项目支出是多少"])
def test_a_code_that_is_not_printed_is_asked_for_in_vain(question: str) -> None:
    assert told(question) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [("项目支出表里金额最大的项目是哪个", ("maximum", None)), ("项目支出预算表中金额最大的两个项目", ("maximum", 2))],
)
def test_the_table_that_lists_the_rows_does_not_narrow_them(question: str, expected: tuple[str, int | None]) -> None:
    (found,) = find(question, text=BUDGET).tasks
    assert (found.task.measure, found.task.reducer, found.task.top) == ("list", *expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("公用经费里，刚好安排5万元的是哪几个科目", ["5.00", "5.00"]),
        ("公用经费里，正好21万的是哪些科目", ["21.00"]),
        ("公用经费里，恰好6万元的是哪几项", []),
    ],
)
def test_rows_of_exactly_so_much_are_listed(question: str, expected: list[str]) -> None:
    found = [one.text for task in find(question, text=SMALL).tasks for each in task.found for one in each.candidates]
    assert found == expected


def test_how_many_and_how_much_are_both_asked() -> None:
    (found,) = find("办公家具买了几件、多少钱", text=TWO_UNITS, units=("桐花县粮库",)).tasks
    assert [one.candidates[0].text for one in found.found] == ["5", "6.00"]


def test_a_grant_is_called_without_its_last_word() -> None:
    variants = spell_variants({"农村最低生活保障金支出": (), "奖励金支出": ()}, "", frozenset(), frozenset())
    assert {"农村最低生活保障", "农村最低生活保障支出"} <= variants.keys()
    assert not {"奖励", "奖励支出"} & variants.keys()


def test_what_an_account_has_left_is_what_is_left_of_that_account() -> None:
    variants = spell_variants({"年末财政拨款结转和结余": ()}, "", frozenset(), frozenset())
    assert variants["年末结转和结余"] == {"年末财政拨款结转和结余"}


def test_a_verb_between_two_names_makes_no_list_of_them() -> None:
    (task,) = parse_question(("30101基本工资列入50501的数是多少",), find("", text=BUDGET).index, load_vocabulary()).tasks
    assert [[one.code for one in want.mentions] for want in task.wants] == [["30101", "50501"]]


def test_a_unit_and_its_total_are_one_cell() -> None:
    text = """桐花县粮食局
2031年部门预算

2031年收入总表

单位：万元

单位代码\t单位名称\t合计\t事业收入
305001\t桐花县粮库\t9.00\t4.00
305002\t桐花县粮站\t7.00\t1.00
"""
    assert told("桐花县粮站收入预算合计多少，其中事业收入多少", text) == ["7.00万元", "1.00万元"]


YEARS = BUDGET + """
第四部分 编制说明

“一般公共服务支出（类）粮食事务（款）粮食储备（项）”30.00万元。2030年当年预算执行数为40.00万元，2031年预算安排30.00万元，比2030年预算执行数减少25.00%。
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("粮食储备是多少", ["30.00万元"]),
        ("粮食储备比上年执行数少了多少万元", ["减少10.00万元，下降25.00%"]),
        ("粮食储备比上年下降百分之几", ["下降25.00%"]),
    ],
)
def test_an_amount_of_the_year_before_in_the_text_is_of_that_year(question: str, expected: list[str]) -> None:
    assert told(question, YEARS) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2220101年初预算是多少", ["60.00万元"]),
        ("2220101行政运行比2030年增加多少", ["增加4.00万元，增长7.14%"]),
        ("2220113行政运行比2030年增加多少", []),
    ],
)
def test_text_tells_of_a_coded_row_by_its_name(question: str, expected: list[str]) -> None:
    assert told(question, BUDGET) == expected


def test_a_word_of_which_little_stands_in_the_sentence_is_not_passed_over() -> None:
    assert told("固定资产里土地房屋有多少", PEOPLE) == []


def test_what_a_bracket_only_explains_is_not_asked() -> None:
    assert told("行政运行（就是日常开门那部分）是多少") == ["180.00万元"]


SIDES = FINAL.replace(
    "公务接待费支出决算2.00万元，",
    "住房公积金年初预算为41.00万元，支出决算为40.00万元，完成年初预算的97.56%。公务接待费支出决算2.00万元，",
) + """
# 第五部分 附件

## 项目支出绩效自评表

项目资金（万元）	年初预算数	全年执行数
年度资金总额	7.00	6.00
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("住房公积金年初预算数是多少", ["41.00万元"]),
        ("住房公积金年初预算数和决算数各是多少", ["41.00万元", "40.00万元"]),
        ("基本工资年初预算数是多少", []),
        ("年度资金总额的年初预算数、全年执行数分别是多少", ["7.00万元", "6.00万元"]),
    ],
)
def test_what_the_text_tells_of_an_item_is_found_where_a_form_has_a_column_of_that_name(question: str, expected: list[str]) -> None:
    assert told(question, SIDES) == expected


def test_the_rows_of_a_class_are_listed() -> None:
    (found,) = find("支出经济分类汇总表里归到50101工资奖金津补贴的是哪几项", text=BUDGET).tasks
    assert [one.text for each in found.found for one in each.candidates] == ["40.00"]


def test_a_row_named_by_its_group_in_the_table_that_is_named() -> None:
    text = BUDGET + """
2031年政府购买服务明细表

单位：万元

一级目录\t二级目录\t项目\t预算数
\t合计\t\t9.00
公共服务\t仓储服务\t粮仓看护\t5.00
公共服务\t检测服务\t粮情检测\t4.00
"""
    assert told("购买服务明细表里仓储服务多少钱", text) == ["5.00万元"]


def test_whether_there_are_any_and_how_many() -> None:
    assert told("有退休人员吗，几个", PEOPLE)[-1] == "5名"


@pytest.mark.parametrize(("question", "expected"), [("表3里,行政运行是多少", ["180.00万元"]), ("表6里,行政运行是多少", [])])
def test_a_table_by_number_before_a_comma_is_kept_to(question: str, expected: list[str]) -> None:
    assert told(question) == expected


def test_a_share_of_itself_is_no_answer() -> None:
    assert "100.00%" not in "".join(told("工资福利支出里最大的一块是什么，占工资福利支出的百分之几"))


@pytest.mark.parametrize(
    ("question", "expected"), [("一般公共预算钱花在哪几大类,各多少", "list"), ("接待了几个人", "value"), ("差旅费+取暖费=?", "value")]
)
def test_the_name_of_a_budget_names_no_account_in_part(question: str, expected: str) -> None:
    (task, *_) = parse_question([question], find(question).index, load_vocabulary()).tasks
    assert task.measure == expected
    assert [one.correction for want in task.wants for one in want.mentions if one.correction] == []


@pytest.mark.parametrize(
    "question",
    [
        "差旅费和取暖费之和占商品和服务支出的百分之几",
        "差旅费、取暖费两项加起来占商品和服务支出的比例",
        "差旅费和取暖费合计占商品和服务支出百分之几",
    ],
)
def test_the_share_of_several_things_together_is_computed(question: str) -> None:
    (found,) = find(question, text=SMALL).tasks
    (result,) = resolve_task(found)
    assert result.calculation is not None
    assert "5.00 + 5.00 = 10.00" in result.calculation
    assert "10.00 ÷" in result.calculation


def test_the_share_of_a_sum_is_not_told_where_a_part_is_missing() -> None:
    assert told("差旅费和飞机票合计占商品和服务支出百分之几", SMALL) == []


def test_a_count_that_the_question_gives_is_divided_by() -> None:
    assert told("差旅费按年末在职12人摊,一个人合多少万元") == ["0.75万元"]


def test_a_budget_that_is_named_is_no_table() -> None:
    (found,) = find("项目支出预算有多少", text=BUDGET).tasks
    assert [one.asked for want in found.task.wants for one in want.mentions] == ["项目支出"]


@pytest.mark.parametrize(("question", "counts"), [("那几辆车加油、修车一年要花多少钱", 1), ("基本工资、基本工资各多少", 1)])
def test_several_words_for_one_thing_are_one_figure(question: str, counts: int) -> None:
    assert [len(found.found) for found in find(question).tasks] == [counts]


@pytest.mark.parametrize(
    ("question", "expected"), [("商品和服务支出中金额不到10万元的科目有哪些", ["9.00万元"]), ("商品和服务支出里不满5万元的科目", [])]
)
def test_the_parts_of_a_whole_within_a_bound_are_listed(question: str, expected: list[str]) -> None:
    assert told(question) == expected


def test_the_average_of_a_list_is_computed() -> None:
    (found,) = find("2个项目平均每个项目多少钱", text=BUDGET).tasks
    assert (found.task.measure, found.task.reducer, len(found.found)) == ("list", "average", 2)


def test_projects_above_a_bound_are_listed() -> None:
    (found,) = find("项目当中,单个预算不少于15万元的有几个,合计多少钱", text=BUDGET).tasks
    assert (found.task.measure, found.task.reducer, len(found.found)) == ("list", "sum", 1)


FIRST_BUDGET = FINAL + """
## 六、一般公共预算财政拨款支出决算情况说明

2031年度一般公共预算财政拨款支出年初预算为320.00万元，支出决算为300.00万元，完成年初预算的93.75%。
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [("支出决算比年初预算少多少", ["320.00万元", "300.00万元"]), ("支出决算完成年初预算的百分之几", ["93.75%"])],
)
def test_all_that_was_spent_is_held_against_the_first_budget_that_the_text_tells(question: str, expected: list[str]) -> None:
    assert told(question, FIRST_BUDGET) == expected


def test_no_average_is_taken_by_the_count_of_one_body_of_several() -> None:
    text = PEOPLE.replace("退休人员5名。", "退休人员5名。桐花县档案馆有事业编制9名，实有在职人员7名。")
    assert told("每个在职职工平均办公费多少", text) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [("捐款支出多少", []), ("给张伟发了多少差旅费", []), ("给职工发了多少差旅费", ["9.00万元"]), ("差旅费拨了多少款", ["9.00万元"])],
)
def test_a_purpose_or_a_person_that_is_not_there_is_not_passed_over(question: str, expected: list[str]) -> None:
    assert told(question) == expected
