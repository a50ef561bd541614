"""Forms of departments that print what others do not: codes in brackets, accounts over their projects, units with what they count."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from figure_documents import find

from app.assistant import Assistant
from app.figures.resolve_task import resolve_task
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from ingest.checks.check_lines import BODY
from retrieval.knowledge_base import KnowledgeBase

DEPARTMENT = """桂岭县渔业局
2031年部门预算

第一部分 桂岭县渔业局概况

一、机构设置

桂岭县渔业局部门预算包括桂岭县渔业局本级、桂岭县水产学校、桂岭县渔村小学、桂岭县鱼苗站。

第二部分 2031年部门预算情况说明

一、收支情况

2031年支出预算200.00万元。其中：人员经费90.00万元，公用经费30.00万元。

桂岭县渔业局2031年收支总预算200.00万元，比2030年收支预算总数190.00万元增加10.00万元，主要原因是增人。

二、“三公”经费情况

公务用车运行维护费9.00万元。单位现有公务用车5辆，其中：轿车3辆，越野车2辆。公务接待费1.50万元。

第三部分 2031年部门预算表

部门支出总表

单位：万元

科目编码\t单位代码\t单位名称（科目）\t合计\t基本支出\t项目支出
\t\t合计\t200.00\t120.00\t80.00
\t701001\t桂岭县渔业局本级\t110.00\t70.00\t40.00
2130101\t701001\t行政运行\t70.00\t70.00\t
2130108\t701001\t病虫害控制\t40.00\t\t40.00
\t701002\t桂岭县水产学校\t40.00\t10.00\t30.00
2050302\t701002\t中等职业教育\t40.00\t10.00\t30.00
\t701004\t桂岭县渔村小学\t20.00\t20.00\t
2050202\t701004\t小学教育\t20.00\t20.00\t
\t701003\t桂岭县鱼苗站\t30.00\t20.00\t10.00
2130104\t701003\t事业运行\t20.00\t20.00\t
2130106\t701003\t科技转化与推广服务\t10.00\t\t10.00

一般公共预算项目支出预算表

单位：万元

科目编码\t单位代码\t单位名称（科目、项目）\t金额
\t\t合计\t80.00
\t701001\t桂岭县渔业局本级\t40.00
2130108\t701001\t病虫害控制\t40.00
2130108\t701001\t鱼病防治\t25.00
2130108\t701001\t网箱消毒\t15.00
\t701002\t桂岭县水产学校\t30.00
2050302\t701002\t中等职业教育\t30.00
2050302\t701002\t实训鱼塘\t30.00
\t701003\t桂岭县鱼苗站\t10.00
2130106\t701003\t科技转化与推广服务\t10.00
2130106\t701003\t良种推广\t10.00

部门预算项目支出及其他支出预算表

单位：万元

支出项目类别\t总计\t一般公共预算拨款\t政府性基金预算拨款
合计\t95.00\t80.00\t15.00
鱼病防治\t25.00\t25.00\t
网箱消毒\t15.00\t15.00\t
实训鱼塘\t30.00\t30.00\t
良种推广\t10.00\t10.00\t
渔港码头维修\t9.00\t\t9.00
增殖放流\t6.00\t\t6.00

部门预算项目绩效目标表

单位：万元

项目名称\t预算数\t年度目标\t一级指标\t三级指标\t指标值
鱼病防治\t25.00\t全年巡塘防病，病死率下降。\t产出指标\t巡塘次数\t≥24次
\t\t\t效益指标\t病死率\t≤3%

政府性基金预算支出情况表

单位：万元

科目编码\t科目名称\t合计
\t合计\t15.00
2120803\t城市建设支出\t9.00
2120899\t其他国有土地使用权出让收入安排的支出\t6.00

财政拨款“三公”经费和行政经费预算表

单位：万元

项目\t2031年预算\t2030年预算
行政经费\t22.00\t20.00
公务接待费\t1.50\t2.00

一般公共预算基本支出情况表（按支出经济分类科目）

单位：万元

支出经济分类科目\t\t合计\t人员经费\t公用经费
合计\t\t120.00\t90.00\t30.00
[301]\t工资福利支出\t90.00\t90.00\t
[30101]\t基本工资\t60.00\t60.00\t
[30102]\t津贴补贴\t30.00\t30.00\t
[302]\t商品和服务支出\t30.00\t\t30.00
[30201]\t办公费\t18.00\t\t18.00
[30211]\t差旅费\t12.00\t\t12.00

一般公共预算支出预算表（政府经济分类科目）

单位：万元

科目编码\t科目名称\t总计
\t合计\t200.00
501\t机关工资福利支出\t50.00
50101\t工资奖金津补贴\t44.00
50102\t社会保障缴费\t6.00
505\t对事业单位经常性补助\t51.00
50501\t工资福利支出\t40.00
50502\t商品和服务支出\t11.00
509\t对个人和家庭的补助\t99.00

所属单位基本情况及收支情况表

单位：万元

单位名称\t人员情况（人）\t\t本年收入（万元）\t本年支出（万元）
\t在职人员\t在校学生\t\t
桂岭县渔业局本级\t12\t—\t110.50\t110.00
桂岭县水产学校\t9\t300\t61.00\t40.00
桂岭县渔村小学\t4\t120\t20.00\t20.00
桂岭县鱼苗站\t5\t—\t30.00\t30.00
合计\t30\t420\t221.50\t200.00
"""
OWN_LEVEL = """桂岭县渔业局（本级）
2031年单位预算

第一部分 2031年单位预算表

收支总表

单位：万元

收入\t\t支出\t
项目\t2031年预算\t项目\t2031年预算
一、一般公共预算拨款\t110.00\t一、农林水支出\t110.00
收入总计\t110.00\t支出总计\t110.00

一般公共预算基本支出情况表（按支出经济分类科目）

单位：万元

支出经济分类科目\t\t2031年预算
合计\t\t70.00
[301]\t工资福利支出\t62.00
[30101]\t基本工资\t62.00
[302]\t商品和服务支出\t8.00
[30211]\t差旅费\t8.00

第二部分 情况说明

2031年单位收入预算110.00万元，支出预算110.00万元。
"""
FINAL = """桂岭县教育局
2031年度部门决算

第一部分 2031年度部门决算表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t90.00\t70.00\t20.00
2050202\t小学教育\t90.00\t70.00\t20.00

一般公共预算财政拨款支出决算表

单位：万元

科目编码\t科目名称\t本年支出\t基本支出\t项目支出
\t合计\t60.00\t50.00\t10.00
2050202\t小学教育\t60.00\t50.00\t10.00

第二部分 2031年度部门决算情况说明

一、一般公共预算财政拨款支出决算情况说明

1.教育支出（类）普通教育（款）小学教育（项）。年初预算为58.00万元，支出决算为60.00万元，主要原因是扩班。
"""
BUREAU = "桂岭县渔业局2031年部门预算"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("forms"), tmp_path_factory.mktemp("home")
    (folder / "桂岭县渔业局2031年部门预算.txt").write_text(DEPARTMENT, "utf-8")
    (folder / "桂岭县渔业局（本级）2031年单位预算.txt").write_text(OWN_LEVEL, "utf-8")
    (folder / "桂岭县教育局2031年度部门决算.txt").write_text(FINAL, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        # the whole of a share stays the whole for its other parts; what stands within the part is of that part
        (f"{BUREAU}中，人员经费占基本支出的百分之几？||其中公用经费占多少？", ("25.00%",), ("33.33",)),
        (f"{BUREAU}中，基本支出占总支出的比重是多少？||项目支出占多少？", ("40.00%",), ("66.67",)),
        # codes in brackets are codes: accounts are no projects
        (f"{BUREAU}里，差旅费（30211）是多少？", ("12.00万元",), ("8.00",)),
        (f"{BUREAU}金额最大的两个项目是哪两个？", ("实训鱼塘", "鱼病防治"), ("病虫害控制", "中等职业教育", "工资福利支出")),
        (f"{BUREAU}有哪些项目？", ("共4项", "网箱消毒", "良种推广"), ("病虫害控制", "科技转化")),
        # the own level: its document where there is one, its rows else, and never all of the department
        ("桂岭县渔业局（本级）2031年单位预算中，差旅费（30211）是多少？", ("8.00万元",), ("12.00",)),
        ("桂岭县渔业局本级2031年差旅费是多少？", ("8.00万元",), ("12.00",)),
        (f"{BUREAU}中本级的项目支出是多少？", ("40.00万元",), ("80.00",)),
        (f"{BUREAU}中，局本级及所属单位支出一共多少？", ("200.00万元",), ("110.00",)),
        ("桂岭县渔业局2031年部门预算和本级预算的支出总计差多少？", ("部门预算**比桂岭县渔业局2031年单位预算多**90.00万元",), ()),
        # income and expenditure of a unit are no two prints of one amount
        ("桂岭县水产学校2031年收入多少？", ("61.00万元",), ("40.00", "不同")),
        ("桂岭县水产学校2031年支出多少？", ("40.00万元",), ("61.00",)),
        ("桂岭县水产学校2031年有多少在校学生？", ("300人",), ()),
        (f"{BUREAU}里，所有学校在校学生一共多少人？", ("420人",), ()),
        (f"{BUREAU}里，哪个学校的学生最少，有多少人？", ("最低的是**桂岭县渔村小学", "120人"), ("420", "鱼苗站")),
        (f"{BUREAU}里，支出最多的两个单位是哪两个？", ("1. 桂岭县渔业局本级", "2. 桂岭县水产学校"), ("3.",)),
        # a row under the row named before it; the department's own classes before those of the government
        (f"{BUREAU}中，机关工资福利支出里的社会保障缴费是多少？", ("6.00万元",), ()),
        (f"{BUREAU}中，对事业单位经常性补助里的商品和服务支出是多少？", ("11.00万元",), ("30.00",)),
        (f"{BUREAU}中，商品和服务支出里的办公费是多少？", ("18.00万元",), ()),
        (f"{BUREAU}工资福利支出是多少？", ("工资福利支出：**90.00万元**",), ()),
        # a question that goes on: the projects of the fund, the document spoken of, the year before and the change since
        (f"{BUREAU}里政府性基金预算支出是多少？||分别用在哪些项目上，各多少？", ("共2项", "渔港码头维修", "增殖放流"), ("鱼病",)),
        (f"{BUREAU}里行政经费是多少？||上年预算是多少？增长百分之几？", ("20.00万元", "10.00%"), ("请问",)),
        # an average by the count of a table's own unit, by the one that the question gives, by cars that the text counts
        ("桂岭县水产学校2031年平均每个学生支出多少元？", ("1333.33元", "÷ 300人"), ("420",)),
        (f"{BUREAU}的人员经费平均到每名在职人员（30人）是多少？", ("3.00万元", "÷ 30人"), ()),
        (f"{BUREAU}里，公务用车运行维护费平均到每辆车是多少钱？", ("1.80万元", "÷ 5辆"), ()),
        (f"{BUREAU}收支总预算比2030年增长（或下降）百分之几？", ("增加10.00万元", "增长5.26%"), ()),
        (f"{BUREAU}里给鱼治病花多少钱？", ("鱼病防治", "25.00万元"), ()),
        # a budget is held against what was spent of the same funds
        ("桂岭县教育局2031年小学教育支出年初预算和决算差多少？", ("2.00万元",), ("32.00",)),
        ("桂岭县教育局2031年小学教育支出决算完成年初预算的百分之几？", ("103.45%",), ("155",)),
        # what each unit has; an economic class without further words is that of 基本支出
        (f"{BUREAU}里四个单位的项目支出各多少？", ("本级", "40.00", "水产学校", "30.00", "鱼苗站", "10.00"), ()),
        # the most of projects is one of them
        (f"{BUREAU}里，哪个项目钱最多？", ("最高的是**实训鱼塘**",), ("中等职业教育",)),
        (f"{BUREAU}里，渔港码头维修平均每个码头多少万元（3个码头）？", ("3.00万元", "÷ 3个"), ("24",)),
        # everything that projects, or people, cost is not everything that is spent
        (f"{BUREAU}里项目一共多少钱？", ("项目支出：**80.00万元**",), ("200.00",)),
        ("桂岭县水产学校2031年项目花了多少钱？", ("30.00万元",), ("40.00",)),
    ],
)  # fmt: skip
def test_what_such_forms_print_is_told(assistant: Assistant, question: str, told: tuple[str, ...], not_told: tuple[str, ...]) -> None:
    *history, asked = question.split("||")
    answer = assistant.ask(asked, tuple(history))
    assert answer.status == "answered", answer.text
    assert all(word in answer.text for word in told), answer.text
    assert not any(word in answer.text for word in not_told), answer.text


@pytest.mark.parametrize(
    "question", ["桂岭县水产学校2031年人员经费是多少？", "桂岭县鱼苗站2031年公用经费是多少？", "桂岭县鱼苗站2031年书一共花了多少钱？"]
)
def test_an_amount_of_the_whole_department_is_not_one_of_its_units(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "90.00" not in answer.text
    assert "30.00" not in answer.text


@pytest.mark.parametrize("question", [f"{BUREAU}里，外国语学校有多少学生？", f"{BUREAU}里，幼儿园有多少在校学生？"])
def test_what_all_bodies_have_is_not_that_of_one_nobody_knows(assistant: Assistant, question: str) -> None:
    assert "420" not in assistant.ask(question).text


def test_a_bare_place_is_not_read_across_two_words(assistant: Assistant) -> None:
    assert "中卫" not in assistant.ask("其中卫生健康支出占多少？", (f"{BUREAU}农林水支出是多少？",)).text


def test_the_goal_of_a_project_is_not_the_first_of_its_targets() -> None:
    finding = find("鱼病防治的绩效目标是什么", text=DEPARTMENT)
    assert [result.text for found in finding.tasks for result in resolve_task(found)] == ["全年巡塘防病，病死率下降。"]


def test_a_park_is_no_body() -> None:
    assert BODY.search("桂岭县幼儿园")
    assert not BODY.search("河岸口袋公园")
