"""Units of one department that a question names all at once, and what each of them has."""

from dataclasses import replace

import pytest

from ingest.document import DocumentInfo
from retrieval.bodies.units_asked import all_units_in, units_asked, units_of_dialogue
from retrieval.facts.finding import Finding
from retrieval.lookup.find_of_all_units import find_of_all_units
from retrieval.spelling.load_vocabulary import load_vocabulary
from tests.figure_documents import find

OWN, STORE, STATION = "桐花县粮食局本级", "桐花县粮库", "桐花县粮油质量监测站"
UNITS = (OWN, STORE, STATION)
DEPARTMENT = DocumentInfo("d", "d.pdf", organization="桐花县粮食局", region="桐花县", units=UNITS, year=2031, kind="预算", scope="部门")
SCHOOLS = replace(DEPARTMENT, units=("桐花县粮食局本级", "桐花县东河街道卫生服务中心", "桐花县西河街道卫生服务中心"))


def named(question: str, info: DocumentInfo = DEPARTMENT) -> tuple[str, ...] | None:
    asked = units_asked(question, question, info)
    return asked.units if asked else None


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("三家单位的办公费各多少", UNITS),
        ("系统三家预算单位差旅费从高到低怎么排", UNITS),
        ("各单位的办公费分别是多少", UNITS),
        ("三家单位预算里的工会经费合起来多少", UNITS),
        ("下属单位里谁的办公费最多", UNITS[1:]),
        ("下属两家单位的办公费合计多少", UNITS[1:]),
        ("所属单位(不算本级)里收入预算最多的是哪家", UNITS[1:]),
        ("本级和下属单位的办公费分别是多少", UNITS),
        ("所属二级单位里谁的项目支出多", UNITS[1:]),
        ("本级及所属单位的办公费是多少", None),
        ("单位预算的办公费是多少", None),
        ("下属单位的办公费是多少", None),
        ("本级(不算二级单位)的收入是多少", None),
        ("三家单位的收入加起来等于总计吗", None),
        ("155001和155002两个单位的收入一共多少", None),
    ],
)
def test_units_are_named_all_at_once(question: str, units: tuple[str, ...] | None) -> None:
    assert named(question) == units


def test_units_are_named_by_the_kind_in_which_their_names_end() -> None:
    assert named("两家卫生服务中心的收入加起来多少", SCHOOLS) == SCHOOLS.units[1:]
    assert named("三家卫生服务中心的收入加起来多少", SCHOOLS) is None


def test_a_document_of_the_own_level_alone_has_no_units_to_ask_for() -> None:
    assert named("三家单位的办公费各多少", replace(DEPARTMENT, scope="单位")) is None


def test_units_are_those_of_the_question_before_where_another_item_is_all_that_is_named() -> None:
    asked = units_of_dialogue("差旅费呢?", ("三家单位的办公费各多少", "差旅费呢?"), DEPARTMENT)
    assert asked is not None
    assert asked.units == UNITS
    assert "三家单位" not in asked.before[0]


def test_units_that_are_left_out_are_not_asked_for() -> None:
    assert all_units_in("不含下属单位的办公费各多少") is None


TEXT = """桐花县粮食局
2031年部门预算

纳入本部门2031年部门预算编制范围的单位共3个：1.桐花县粮食局本级；2.桐花县粮库；3.桐花县粮油质量监测站。

2031年末实有在职人员60人（局本级30人、县粮库20人、县质监站10人），退休人员8人。

2031年部门支出总表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t100.00\t70.00\t30.00
\t桐花县粮食局本级\t60.00\t40.00\t20.00
20101\t粮食管理\t50.00\t30.00\t20.00
22102\t住房保障\t10.00\t10.00\t
\t桐花县粮库\t25.00\t20.00\t5.00
20102\t粮食储备\t20.00\t15.00\t5.00
22102\t住房保障\t5.00\t5.00\t
\t桐花县粮油质量监测站\t15.00\t10.00\t5.00
20103\t粮油监测\t12.00\t7.00\t5.00
22102\t住房保障\t3.00\t3.00\t

2031年一般公共预算公用经费支出表

单位：万元

科目编码\t科目名称\t合计\t其中
\t\t\t局本级\t县粮库\t县质监站
30201\t办公费\t9.00\t5.00\t3.00\t1.00
30211\t差旅费\t6.00\t4.00\t\t2.00
\t合计\t15.00\t9.00\t3.00\t3.00
"""
THREE_PUBLIC = """
2031年“三公”经费支出预算情况说明

2031年“三公”经费预算7.00万元，比上年减少1.00万元。
"""


def of_all(question: str) -> Finding:
    asked = units_asked(question, question, find("办公费", text=TEXT).index.document.info)
    assert asked is not None
    found = find_of_all_units(find(asked.rest, text=TEXT), asked, load_vocabulary())
    assert found is not None
    return found


def told(finding: Finding) -> list[tuple[str, str]]:
    (task,) = finding.tasks
    return [(owner, found.candidates[0].text) for owner, found in zip(task.owners, task.found, strict=True)]


def test_columns_headed_by_units_in_short_tell_what_each_has() -> None:
    assert told(of_all("三家单位的办公费各多少")) == [(OWN, "5.00"), (STORE, "3.00"), (STATION, "1.00")]


def test_units_without_the_item_are_said() -> None:
    finding = of_all("三家单位的差旅费各多少")
    assert told(finding) == [(OWN, "4.00"), (STATION, "2.00")]
    assert finding.tasks[0].lacking == (STORE,)


def test_rows_under_a_units_own_row_are_that_units() -> None:
    assert told(of_all("下属两家单位的住房保障各多少")) == [(STORE, "5.00"), (STATION, "3.00")]
    (task,) = find("粮油监测的项目支出是多少", text=TEXT, units=(STATION,)).tasks
    assert task.found[0].candidates[0].text == "5.00"
    assert not task.found[0].missing


def test_staff_counted_unit_by_unit_in_a_sentence_is_told_of_each() -> None:
    (task,) = find("实有在职人员有多少人", text=TEXT, units=(STATION,)).tasks
    assert [one.quantity.number for one in task.found[0].candidates if one.quantity] == [10]
    assert told(of_all("三家单位的实有在职人员各有多少人")) == [(OWN, "30人"), (STORE, "20人"), (STATION, "10人")]


def test_what_the_department_has_is_not_told_of_its_own_level() -> None:
    assert of_all("三家单位的退休人员各有多少人").tasks[0].found == ()
    (task,) = find("退休人员有多少人", text=TEXT, units=(OWN,)).tasks
    assert task.found[0].missing or not task.found[0].candidates
    (task,) = find("“三公”经费是多少", text=TEXT + THREE_PUBLIC, units=(OWN,)).tasks
    assert task.found[0].missing or not task.found[0].candidates


def test_a_sum_is_asked_for_by_the_word_before_how_much() -> None:
    assert of_all("下属两家单位的办公费合计多少").tasks[0].task.reducer == "sum"


def test_more_units_than_there_are_have_nothing() -> None:
    assert of_all("五家单位的办公费各多少").tasks[0].found == ()
