"""Posts and persons that a document counts kind by kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

HEAD = "{name}\n2031年部门预算\n\n第一部分 概况\n\n一、主要职责\n\n（一）负责全县树苗的培育。\n\n二、人员构成情况\n\n{posts}\n"
TABLE = (
    "\n第二部分 2031年部门预算表\n\n部门支出总体情况表\n\n单位：万元\n\n科目编码\t科目名称\t项目\t合计\n"
    "\t合计\t\t480.00\n2120101\t行政运行\t基本支出\t400.00\n2120199\t其他支出\t老年护林员补贴\t80.00\n"
)
TEXTS = {
    "桐花县园艺局": "桐花县园艺局行政编制41人（含监察编制12人），实际39人；事业编制80人，实际71人；退休人员30人。\n\n"
    "三、工作总结\n\n高山园建成投用，新增高山苗床20个；改建温室4座，新增苗床30个。",
    "梨花县林草局": "部门编制总数79名，其中：行政编制16名，事业编制63名。2030年末实有在职人员74人，退休人员31人。",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("files")
    for name, posts in TEXTS.items():
        (folder / f"{name}.txt").write_text(HEAD.format(name=name, posts=posts) + TABLE, encoding="utf-8")
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    with KnowledgeBase.open(settings.home) as base:
        ingest_paths(base, [folder], lambda *_: None)
        yield Assistant(base, settings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("桐花县园艺局编制一共多少人？", "编制：**121人**（41 + 80 = 121人）"),
        ("桐花县园艺局有多少个编制？", "编制：**121个**"),
        ("桐花县园艺局在职人员一共多少人？", "实有：**110人**（39 + 71 = 110人）"),
        ("桐花县园艺局编制和实有人数各是多少？", "实有：**110人**"),
        ("桐花县园艺局监察编制多少？", "监察编制：**12人**"),
        ("桐花县园艺局事业编制实有多少人？", "事业实有：**71人**"),
        ("桐花县园艺局空编多少？", "合计空编**11名**（2 + 9 = 11名）"),
        ("桐花县园艺局空编率？", "空编率**9.09%**（11 ÷ 121 × 100% = 9.09%）"),
        ("梨花县林草局空编率？", "空编率**6.33%**"),
        ("梨花县林草局编制多少？", "**79名**"),
    ],
)
def test_posts_and_persons_counted_kind_by_kind(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert told in answer.text


def test_persons_of_one_kind_are_not_those_of_all(assistant: Assistant) -> None:
    assert assistant.ask("梨花县林草局事业编制实有多少人？").status == "not_found"


def test_persons_asked_after_posts(assistant: Assistant) -> None:
    assert "**110人**" in assistant.ask("实际多少人？", ["桐花县园艺局行政编制和事业编制各多少人？"]).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("桐花县园艺局新增苗床一共多少个？", "新增苗床合计：**50个**（20 + 30 = 50个）"),
        ("桐花县园艺局新增高山苗床多少个？", "**20个**"),
    ],
)
def test_things_counted_kind_by_kind_in_one_sentence_are_added_up(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text


def test_no_amount_of_money_is_an_age(assistant: Assistant) -> None:
    assert assistant.ask("桐花县园艺局老年护林员补贴的发放年龄是多少岁？").status == "not_found"
