"""Questions reworded before their names are known, and averages over visits, miles and cars."""

from __future__ import annotations

import re
import tomllib

import pytest
from figure_documents import find

from app.figures.resolve_task import resolve_task
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.reword import FILE, FRAGMENTS, filled, in_usual_words, load_wordings, reword

VISITS = """桐花县粮食局
2031年部门决算

2031年财政拨款基本支出决算表

单位：万元

科目编码\t科目名称\t金额
302\t商品和服务支出\t30.00
30213\t维修（护）费\t5.00
30217\t公务接待费\t2.40
30231\t公务用车运行维护费\t7.50

“三公”经费情况说明

公务接待费2.40万元，国内公务接待24批次，192人次。公务用车保有量3辆。全年组织培训6次，参加培训240人次。

共有车辆3辆。

2031年机关运行经费支出表

单位：万元

科目编码\t科目名称\t金额
30213\t维修（护）费\t4.00

2031年项目支出表

单位：万元

项目名称\t金额
粮库公路养护\t60.00

项目支出绩效目标表

项目名称\t一级指标\t二级指标\t三级指标\t指标值
粮库公路养护\t产出指标\t数量指标\t养护里程\t120公里
"""


def told(question: str) -> list[str]:
    return [one.text for task in find(normalize_question(question), text=VISITS).tasks for one in resolve_task(task)]


@pytest.mark.parametrize(("question", "last"), [
    ("接待一批客人平均花多少元？", "1000.00元"),
    ("公务接待平均每批多少人？", "8.00人次"),
    ("接待多少批客人、每批大概几个人？", "8.00人次"),
    ("公车平均每辆一年运行维护费多少万元？", "2.50万元"),
    ("每辆公车一年花多少运行费", "2.50万元"),
    ("维修费是多少？", "5.00万元"),
])  # fmt: skip
def test_averages_over_what_is_counted(question: str, last: str) -> None:
    assert told(question)[-1] == last


@pytest.mark.parametrize(("asked", "said"), [
    ("采购里工程占多少", "政府采购中,工程类占多少"),
    ("办一场演出平均多少钱", "办平均每场演出多少钱"),
    ("每一批平均多少钱", "每一批平均多少钱"),
    ("一辆车平均多少钱", "平均每辆车多少钱"),
])  # fmt: skip
def test_wordings(asked: str, said: str) -> None:
    assert reword(asked) == said


@pytest.mark.parametrize(
    ("question", "said"), [("租了几辆公车?", "租赁公车几辆?"), ("租用了多少辆车?", "租赁公车多少辆?"), ("有几辆车?", "有几辆车?")]
)
def test_cars_on_hire_are_not_all_cars(question: str, said: str) -> None:
    assert reword(question) == said


@pytest.mark.parametrize(("question", "said"), [("收入和支出差多少?", "收入和支出相差多少?"), ("支出差旅费多少?", "支出差旅费多少?")])
def test_a_difference_of_expenditures_is_no_travel(question: str, said: str) -> None:
    assert in_usual_words(question) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("给职工发福利的钱有多少?", "福利费有多少?"),
        ("福利彩票公益金多少?", "福利彩票公益金多少?"),
        ("中心内部设了哪些机构?", "中心内设哪些机构?"),
        ("负责统筹管理哪些平台?", "哪条职责提到统筹管理平台"),
        ("指导哪些单位?", "指导哪些单位?"),
        ("2031年的两个项目,粮仓修缮和油锯租用,哪个多?", "2031年粮仓修缮和油锯租用,哪个多?"),
        ("编制还空几个?", "编制比实有在职人员多多少个?"),
        ("去年(2030年)演了多少场?", "2030年演了多少场?"),
        ("那比上年是增是减,为什么?", "那比上年变化了多少,为什么?"),
        ("2031年差旅费里,扣掉基本支出安排的部分,还有多少?", "2031年差旅费比基本支出中的差旅费多多少?"),
        ("2031年支出合计减去基本支出还有多少?", "2031年支出合计减去基本支出还有多少?"),
        ("行政和事业人员的住房公积金多少?", "住房公积金多少?"),
        ("行政和事业人员各多少?", "行政和事业人员各多少?"),
        ("事业机构这一行的事业收入是多少?合计是多少?", "事业机构这一行的事业收入和合计各是多少?"),
        ("因公出国派了几个团?", "因公出国团组有几个团?"),
        ("差旅费2030年和2031年各是多少,降了百分之几?", "差旅费2030年是多少,2031年是多少,降了百分之几?"),
        ("2030年和2031年差旅费分别是多少?变化了多少?", "差旅费2030年是多少,2031年是多少,变化了多少?"),
        ("差旅费2030年和2031年各是多少?", "差旅费2030年和2031年各是多少?"),
        ("哪个项目最花钱?", "哪个项目金额最大?"),
        ("哪几家单位的职责里写了推进或协调森林防火?", "哪些局负责森林防火?"),
        ("桐花、梨花和杏花三地林业局加总多少?", "桐花、梨花和杏花三家林业局加总多少?"),
        ("支出分成哪几类,各多少?", "支出主要用在哪几类,各多少?"),
        ("那差旅费又如何?", "那差旅费呢?"),
        ("粮仓修缮占其中几成?", "其中粮仓修缮占几成?"),
        ("劳务费,有百分之几是从项目支出里出的?", "劳务费里项目支出占百分之几?"),
        ("里面都有啥股啥室?", "内设机构有哪些?"),
        ("最烧钱的头三个项目是哪些?", "金额最大的前三个项目是哪些?"),
        ("差旅费,每辆车多少钱?", "差旅费平均每辆多少钱?"),
        ("是本级用得多,还是粮库用得多?", "本级和粮库哪个多?"),
        ("实际花了多少?", "实际支出多少?"),
        ("决算里实际花了多少?", "决算里花了多少?"),
        ("某站在收入总计中占百分之几?", "某站在收入总计中占百分之几?"),
        ("某某粮站在全局收入总计中占百分之几?", "某某粮站占全局收入总计的百分之几?"),
        ("有几台通用设备?专用设备呢?", "有几台通用设备?专用设备有几台?"),
        ("拿了200万政府性基金预算,是真的吗?", "有没有政府性基金预算?"),
        ("那粮食局呢?比盐业局少了多少?", "粮食局比盐业局少了多少?"),
    ],
)
def test_everyday_ways_to_ask(question: str, said: str) -> None:
    assert in_usual_words(question) == said


def test_every_fragment_is_used_and_every_name_in_braces_is_one() -> None:
    text = FILE.read_text("utf-8")
    named = set(re.findall(r"\{([a-z_]+)\}", text)) - {"name", "code"}
    assert named == set(tomllib.loads(text)[FRAGMENTS])


def test_a_name_in_braces_is_replaced_and_a_count_is_not() -> None:
    assert filled("甲{2,4}{much}", {"much": "(?:多少|几)"}) == "甲{2,4}(?:多少|几)"


def test_each_wording_is_a_pattern_with_the_groups_that_it_tells() -> None:
    for one in (wording for part in load_wordings().values() for wording in part):
        groups = re.compile(one.asked.pattern)
        assert all(int(number) <= groups.groups for number in re.findall(r"\\(\d)", one.told)), one
        assert set(re.findall(r"\\g<(\w+)>", one.told)) <= set(groups.groupindex), one
        re.compile(one.when.pattern)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("粮食局12项职责里哪一项讲储备轮换", "粮食局职责里哪一项讲储备轮换"),
        ("粮食局的十二项主要职责中有没有提到军粮", "粮食局的主要职责中有没有提到军粮"),
        ("粮食局第三项职责是什么", "粮食局第三项职责是什么"),
    ],
)
def test_how_many_duties_there_are_is_no_part_of_what_is_sought_in_them(question: str, expected: str) -> None:
    assert in_usual_words(question) == expected
