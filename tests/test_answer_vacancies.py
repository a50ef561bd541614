"""Posts held against the persons who hold them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

HEAD = "{name}\n2031年部门预算\n\n第一部分 概况\n\n一、主要职责\n\n（一）负责全县树苗的培育。\n\n二、机构设置及人员情况\n\n{posts}\n"
TABLE = (
    "\n第二部分 2031年部门预算表\n\n部门支出总体情况表\n\n单位：万元\n\n"
    "科目编码\t科目名称\t合计\n\t合计\t480.00\n2120101\t行政运行\t480.00\n"
)
TEXTS = {
    "桐花县园艺局": "纳入部门预算编制范围的单位共2个：1.桐花县园艺局本级；2.桐花县苗木中心。\n\n"
    "局机关行政编制23名，实有在职人员22名，退休人员8名。\n\n"
    "桐花县苗木中心事业编制38名，实有在职人员38名，退休人员4名。",
    "梨花县林草局": "部门编制总数79名，其中：行政编制16名，事业编制63名。"
    "2030年末实有在职人员74人，其中：行政人员15人，事业人员59人；退休人员31人。",
    "杏花县检察院": "政法专项编制98人，实有86人；事业编制22人，实有25人；聘用制书记员编制额度74人，实有71人；退休人员83人。",
    "桃花县气象局": "核定事业编制18名，截至2030年12月底，在职教职工16名，编外聘用5人。",
    "樱花县民政局": "人员编制共48名，其中：行政编制18名，聘用人员控制数2名，事业编制28名。"
    "现有在职人员44人，其中：行政人员17人，事业人员25人。",
    "柳花县市监局": "年末编制人数118人，其中行政编制82人、事业编制36人；"
    "年末实有人数109人，其中在职人员103人，离休人员1人，遗属补助人员5人。",
    "李花县档案局": "纳入部门预算编制范围的单位共4个。实有在职人员12名。",
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
        (
            "桐花县园艺局空编多少名？",
            [
                "合计空编**1名**（1 + 0 = 1名）。\n- 桐花县园艺局",
                "编制23名，实有22名，空编**1名**（23 − 22 = 1名）",
                "编制38名，实有38名，**正好满编**",
            ],
        ),
        ("桐花县苗木中心满编了吗？", ["桐花县苗木中心（事业编制）：编制38名，实有38名，**正好满编**"]),
        ("梨花县林草局还空着几个编制？", ["编制79个，实有74个，空编**5个**（79 − 74 = 5个）"]),
        ("梨花县林草局行政编制满了吗？", ["（行政编制）：编制16名，实有15名，空编**1名**"]),
        ("梨花县林草局编制比实有人员多多少？", ["空编**5名**"]),
        ("梨花县林草局编制比2030年末实有在职人员多几个？", ["空编**5个**"]),
        (
            "杏花县检察院有没有超编？",
            ["（政法专项编制）：编制98名，实有86名，空编**12名**", "（事业编制）：编制22名，实有25名，**超编3名**"],
        ),
        ("樱花县民政局空编多少名？", ["编制48名，实有44名，空编**4名**"]),
        ("樱花县民政局行政编制18名，实有行政人员多少人，空了几名？", ["（行政编制）：编制18名，实有17名，空编**1名**"]),
        ("柳花县市监局空编多少名？", ["编制118名，实有103名，空编**15名**"]),
        ("桃花县气象局缺几个编？", ["编制18个，实有16个，空编**2个**"]),
    ],
)
def test_posts_and_those_who_hold_them(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert [one for one in told if one not in answer.text] == []
    assert all("编制" in one.quote for one in answer.citations)


def test_bodies_are_added_up(assistant: Assistant) -> None:
    answer = assistant.ask("桐花县园艺局和桐花县苗木中心一共空编多少个？")
    assert [(str(value.value), value.unit) for value in answer.values][:1] == [("1", "个")]
    assert answer.calculation == "1 + 0 = 1个"


@pytest.mark.parametrize("question", ["李花县档案局空编多少？", "梨花县林草局政法专项编制空几个？", "桐花县园艺局去年空编多少？"])
def test_what_is_not_told_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status != "answered"
