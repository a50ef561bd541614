"""Follow-ups that only set in relation what was told before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.dialogue.earlier_turns import Dialogue
from app.dialogue.relate_told import end_told, relate_told, relates_nothing
from app.question.read_told_relation import asks_against_body, read_told_relation
from ingest.document import DocumentInfo

BODIES = {"d": ("灯塔局", "预算"), "p": ("渡口局", "预算"), "f": ("枫林局", "决算"), "h": ("狐岭局", "预算")}


def info(document: str) -> DocumentInfo:
    organization, kind = BODIES[document]
    return DocumentInfo(document, f"{document}.txt", organization=organization, year=2031, kind=kind, scope="部门")


def cell(document: str, code: str, name: str) -> Citation:
    at = {"table": "支出表", "row": (code, name), "col": ("合计",), "table_index": 1, "cell": (int(code or "9"), 3)}
    return Citation("a.txt", document, "预算", "表", f"{name} | 合计", **at)  # type: ignore[arg-type]


def one(document: str, code: str, name: str, amount: str) -> Answer:
    text = f"{BODIES[document][0]}2031年部门预算，{name}：**{amount}万元**[1]。"
    return Answer("answered", text, (Value(name, Decimal(amount), "万元"),), citations=(cell(document, code, name),))


def share(name: str, rate: str, amount: str, document: str = "d") -> Answer:
    label = f"{name}占支出合计的比重"
    values = (Value(label, Decimal(rate), "%"), Value(label, Decimal(amount), "万元"))
    text = f"灯塔局2031年部门预算，{label}：**{rate}%（{amount}万元）**[1]。"
    return Answer("answered", text, values, citations=(cell(document, "", name),))


def listed(*rows: tuple[str, str]) -> Answer:
    lines = [f"- {name}：{amount}万元[{at}]" for at, (name, amount) in enumerate(rows, 1)]
    cited = tuple(cell("d", "", name) for name, _ in rows)
    values = tuple(Value(name, Decimal(amount), "万元") for name, amount in rows)
    return Answer("answered", "\n".join(("共3项：", *lines)), values, citations=cited)


CHANGE = Answer(
    "answered", "灯塔局2031年部门预算，植树与上年相比：**减少3万元，下降20%**[1]。",
    (Value("植树与上年相比", Decimal(3), "万元"), Value("植树", Decimal(20), "%")), citations=(cell("d", "", "植树"),),
)  # fmt: skip
SCORES = Answer(
    "answered", "《自评表》所列：\n- 架桥：得分**95分**\n- 疏浚：得分**90分**",
    (Value("架桥·得分", Decimal(95), "分"), Value("疏浚·得分", Decimal(90), "分")),
    citations=(cell("d", "", "架桥"), cell("d", "", "疏浚")),
)  # fmt: skip
SHARE = Value("修路占支出合计的比重", Decimal(50), "%")
ANSWERS = {
    "灯塔局植树多少": one("d", "2130201", "植树", "12.5"),
    "渡口局呢": one("p", "2130201", "植树", "8"),
    "枫林局呢": one("f", "2130201", "植树支出", "20.5"),
    "修路呢": one("d", "2140104", "修路", "30"),
    "公路呢": one("d", "21401", "公路水路运输", "42"),
    "总共呢": one("d", "", "支出合计", "90"),
    "养鱼呢": Answer("not_found", ""),
    "植树占多少": share("植树", "20.83", "12.5"),
    "渡口局占比呢": share("植树", "40", "8", "p"),
    "修路占多少": share("修路", "50", "30"),
    "增减多少": CHANGE,
    "有哪些项目": listed(("架桥", "60"), ("疏浚", "10"), ("护坡", "30")),
    "项目得分多少": SCORES,
    "哪个项目最大": replace(listed(("疏浚", "20"), ("架桥", "60")), text="最高的是**架桥**。\n- 疏浚：20万元[1]\n- 架桥：60万元[2]"),
    "占多少": share("植树", "20.83", "12.5"),
    "修路占比": Answer("answered", "修路占支出合计的比重：**50%**[1]。", (SHARE,), citations=(cell("d", "", "修路"),)),
    "哪家呢": Answer("clarify", ""),
    "完成了吗": Answer("not_found", ""),
    "有哪些职责": Answer("answered", "职责共2项"),
}
ANSWERS["两局分别多少"] = Answer(
    "answered", "- 灯塔局2031年部门预算，植树：**12.5万元**[1]\n- 渡口局2031年部门预算，植树：**8万元**[2]",
    (Value("植树", Decimal("12.5"), "万元"), Value("植树", Decimal(8), "万元")),
    citations=(cell("d", "2130201", "植树"), cell("p", "2130201", "植树")),
)  # fmt: skip
ANSWERS["养路呢"] = one("d", "2140106", "养路", "5")
ANSWERS["修路单价"] = Answer("answered", "修路平均每公里**3万元**。", (Value("单价", Decimal(3), "万元"),))
ANSWERS["修路的金额"] = one("d", "2140104", "修路·金额", "30")
ANSWERS["狐岭局呢"] = one("h", "2130201", "植树", "29.5")
ANSWERS["收入呢"] = one("d", "", "收入合计", "91")
ITEMS = {"灯塔局植树多少": "植树", "修路呢": "修路", "公路呢": "公路"}


def documents(question: str, _before: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key, (body, _) in BODIES.items() if body in question)


def of_body(question: str, _before: Sequence[str]) -> str:
    return "渡口局呢" if question == "比渡口局多还是少" else ""


def told(before: str, question: str) -> Answer | None:
    is_bare = lambda one, _: one == "完成了吗"  # noqa: E731
    dialogue = Dialogue(lambda one, _: ANSWERS[one], lambda one, _: ITEMS.get(one, ""), of_body, is_bare, documents)
    return relate_told(question, before.split("|"), dialogue, info)


@pytest.mark.parametrize(
    ("before", "question", "sentence", "formula"),
    [
        ("灯塔局植树多少|渡口局呢|枫林局呢", "谁最多", "最高的是**枫林局**：**20.5万元**。", None),
        ("灯塔局植树多少|渡口局呢|枫林局呢", "最多的比最少的多多少", "**枫林局**比渡口局多**12.5万元**。", "20.5 − 8 = 12.5万元"),
        ("灯塔局植树多少|渡口局呢|枫林局呢|谁最多", "那最少的是哪家？", "最低的是**渡口局**", None),
        ("灯塔局植树多少|渡口局呢", "两家一共多少", "合计**20.5万元**", "12.5 + 8 = 20.5万元"),
        ("灯塔局植树多少|渡口局呢", "平均多少", "平均每家**10.25万元**", "12.5 + 8 = 20.5万元；20.5万元 ÷ 2家 = 10.25万元"),
        ("灯塔局植树多少", "比渡口局多还是少", "**灯塔局**比渡口局多**4.5万元**", "12.5 − 8 = 4.5万元"),
        ("灯塔局植树多少|比渡口局多还是少", "差多少", "**灯塔局**比渡口局多**4.5万元**", "12.5 − 8 = 4.5万元"),
        ("灯塔局植树多少|渡口局呢|修路呢", "两个差多少", "**修路**比植树多**17.5万元**", "30 − 12.5 = 17.5万元"),
        ("灯塔局植树多少|渡口局呢|完成了吗", "差多少", "**灯塔局**比渡口局多**4.5万元**", "12.5 − 8 = 4.5万元"),
        ("灯塔局植树多少|修路呢|两个差多少", "一共多少", "合计**42.5万元**", "12.5 + 30 = 42.5万元"),
        ("植树占多少|修路占多少", "两个差多少", "**修路**比植树多**17.5万元**", "30 − 12.5 = 17.5万元"),
        ("项目得分多少", "最低的是哪个", "最低的是**疏浚**：**90分**", None),
        ("总共呢|灯塔局植树多少|修路呢", "哪个最多", "最高的是**修路**", None),
        ("有哪些项目", "最大的占多少", "架桥占这3项合计的比重**60.00%**", "60 + 10 + 30 = 100万元；60 ÷ 100 × 100% = 60.00%"),
        ("有哪些项目|最小的是哪个", "占多少", "疏浚占这3项合计的比重**10.00%**", "60 + 10 + 30 = 100万元；10 ÷ 100 × 100% = 10.00%"),
        ("有哪些项目", "排第二的呢", "从大到小排第2的是**护坡**：**30万元**", None),
        ("有哪些项目|最大的是哪个", "其余的加起来多少", "除架桥外其余2项合计**40万元**", "10 + 30 = 40万元"),
        ("哪个项目最大", "占多少", "架桥占这2项合计的比重**75.00%**", "20 + 60 = 80万元；60 ÷ 80 × 100% = 75.00%"),
        ("有哪些项目", "第二贵的呢", "从大到小排第2的是**护坡**", None),
        ("有哪些项目|哪个花钱最少|最多的那个呢", "两个差多少", "**架桥**比疏浚多**50万元**", "60 − 10 = 50万元"),
        ("灯塔局植树多少|渡口局呢|枫林局呢", "最高是最低的几倍", "枫林局是渡口局的**2.56倍**", "20.5 ÷ 8 = 2.56倍"),
        ("灯塔局植树多少|渡口局呢", "最多的占两家总数的多少", "**60.98%**", "12.5 + 8 = 20.5万元；12.5 ÷ 20.5 × 100% = 60.98%"),
        ("灯塔局植树多少|渡口局呢|枫林局呢|谁最多", "多多少", "比灯塔局多**8.0万元**", "20.5 − 12.5 = 8.0万元；20.5 − 8 = 12.5万元"),
        ("灯塔局植树多少|渡口局呢|枫林局呢|谁最多|谁最少", "差多少", "**枫林局**比渡口局多**12.5万元**", "20.5 − 8 = 12.5万元"),
        ("植树占多少|渡口局占比呢", "谁占比最高", "最高的是**渡口局**：**40%**", None),
        ("植树占多少|渡口局占比呢", "最少的是谁", "最低的是**灯塔局**：**20.83%**", None),
        ("灯塔局植树多少|占多少|修路占比", "差多少", "多**29.17个百分点**", "50 − 20.83 = 29.17%"),
        ("植树占多少|修路占多少", "差几个百分点", "多**29.17个百分点**", "50 − 20.83 = 29.17%"),
        ("有哪些项目", "平均每个多少", "平均每项**33.33万元**", "60 + 10 + 30 = 100万元；100万元 ÷ 3项 = 33.33万元"),
        ("两局分别多少|狐岭局呢", "三家加起来呢", "合计**50.0万元**", "12.5 + 8 + 29.5 = 50.0万元"),
        ("两局分别多少|狐岭局呢|三家加起来呢", "灯塔局占三家总数的百分之几", "灯塔局占这3家合计的比重**25.00%**",
         "12.5 + 8 + 29.5 = 50.0万元；12.5 ÷ 50.0 × 100% = 25.00%"),
        ("两局分别多少|一共多少", "渡口局占百分之几", "渡口局占这2家合计的比重**39.02%**", "12.5 + 8 = 20.5万元；8 ÷ 20.5 × 100% = 39.02%"),
        ("灯塔局植树多少|渡口局呢|枫林局呢", "谁多", "最高的是**枫林局**", None),
        ("灯塔局植树多少|渡口局呢|狐岭局呢|谁多", "多多少", "比灯塔局多**17.0万元**", "29.5 − 12.5 = 17.0万元；29.5 − 8 = 21.5万元"),
        ("灯塔局植树多少|渡口局呢|狐岭局呢|哪家多", "占三家合计的多少", "狐岭局占这3家合计的比重**59.00%**",
         "12.5 + 8 + 29.5 = 50.0万元；29.5 ÷ 50.0 × 100% = 59.00%"),
        ("有哪些项目|最大的是哪个", "比最小的多多少", "**架桥**比疏浚多**50万元**", "60 − 10 = 50万元"),
        ("灯塔局植树多少|修路呢|灯塔局植树多少|养路呢", "一共多少", "合计**47.5万元**", "30 + 12.5 + 5 = 47.5万元"),
        ("灯塔局植树多少|修路呢|修路单价", "一共多少", "合计**42.5万元**", "12.5 + 30 = 42.5万元"),
        ("修路的金额|修路呢|灯塔局植树多少", "一共多少", "合计**42.5万元**", "30 + 12.5 = 42.5万元"),
        ("有哪些项目|最大的占多少|第二大的呢", "差多少", "**架桥**比护坡多**30万元**", "60 − 30 = 30万元"),
        ("有哪些项目|最大的是哪个", "比第二多多少", "**架桥**比护坡多**30万元**", "60 − 30 = 30万元"),
        ("灯塔局植树多少|修路呢|哪个最大", "剩下的合计多少", "除修路外其余1项合计**12.5万元**", "12.5 = 12.5万元"),
        ("灯塔局植树多少|渡口局呢", "哪家占大头", "最高的是**灯塔局**", None),
        ("植树占多少|修路占多少", "两个占比差几个百分点", "多**29.17个百分点**", "50 − 20.83 = 29.17%"),
        ("有哪些项目|有哪些职责", "第二贵的呢", "从大到小排第2的是**护坡**", None),
        ("有哪些项目|有哪些职责|三个一共多少", "平均呢", "平均每项**33.33万元**", "60 + 10 + 30 = 100万元；100万元 ÷ 3项 = 33.33万元"),
        ("灯塔局植树多少|渡口局呢", "差多少，按元", "比渡口局多**4.5万元**。即**45000元**", "12.5 − 8 = 4.5万元"),
    ],
)  # fmt: skip
def test_what_was_told_is_set_in_relation(before: str, question: str, sentence: str, formula: str | None) -> None:
    answer = told(before, question)
    assert answer is not None
    assert answer.status == "answered"
    assert sentence in answer.text
    assert answer.calculation == formula
    assert "沿用前面说到的" in answer.text


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("灯塔局植树多少", "谁最多"),
        ("灯塔局植树多少|修路呢", "谁最多"),
        ("灯塔局植树多少|养鱼呢", "差多少"),
        ("灯塔局植树多少|有哪些职责", "差多少"),
        ("灯塔局植树多少|增减多少", "差多少"),
        ("灯塔局植树多少|渡口局呢|养鱼呢", "平均多少"),
        ("有哪些项目", "占多少"),
        ("有哪些项目", "差多少"),
        ("灯塔局植树多少|修路呢", "植树最多的是谁"),
        ("灯塔局植树多少|修路呢", "占多少"),
        ("两局分别多少|狐岭局呢", "多多少"),
        ("有哪些项目|最大的是哪个", "比最大的少多少"),
        ("修路呢|有哪些职责|渡口局呢", "一共多少"),
        ("两局分别多少|一共多少", "枫林局占百分之几"),
    ],
)
def test_what_does_not_belong_together_is_left_to_others(before: str, question: str) -> None:
    assert told(before, question) is None


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("公路呢|修路呢", "一共多少"),
        ("灯塔局植树多少|枫林局呢", "一共多少"),
        ("灯塔局植树多少|修路呢", "三项一共多少"),
        ("灯塔局植树多少|渡口局呢|哪家呢", "差多少"),
        ("修路呢|渡口局呢", "差多少"),
        ("项目得分多少", "总共花了多少"),
        ("总共呢|收入呢", "一共多少"),
        ("有哪些项目|有哪些职责", "平均呢"),
        ("灯塔局植树多少|有哪些职责|修路呢", "一共多少"),
        ("修路呢|渡口局呢", "一共多少"),
    ],
)
def test_what_may_not_be_added_is_refused(before: str, question: str) -> None:
    answer = told(before, question)
    assert answer is not None
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    "question",
    ["接待费一共多少", "两项一共占多少", "最低生活保障多少", "平均每人多少", "项目支出占多少", "哪些项目重要", "差旅费多少"],
)
def test_a_question_that_names_a_thing_is_no_relation_of_told_things(question: str) -> None:
    assert read_told_relation(question) is None


@pytest.mark.parametrize(
    ("rest", "is_against"),
    [
        ("比   多还是少", True),
        ("和     比哪个多?", True),
        ("比   多多少", True),
        ("跟   比呢", True),
        ("   呢", False),
        ("比   的接待费多", False),
    ],
)
def test_a_body_alone_is_held_against_the_one_before(rest: str, is_against: bool) -> None:
    assert asks_against_body(rest) is is_against


def test_a_count_of_the_things_told_adds_up_no_money() -> None:
    assert told("有哪些项目", "一共几个") is None
    assert told("有哪些项目", "一共多少") is not None


def dialogue() -> Dialogue:
    return Dialogue(lambda one, _: ANSWERS[one], lambda one, _: ITEMS.get(one, ""), of_body, lambda *_: False, documents)


def test_the_end_asked_for_is_what_is_spoken_of() -> None:
    assert end_told(("灯塔局植树多少", "修路呢", "哪个最大"), dialogue(), info).endswith("修路")
    assert end_told(("灯塔局植树多少", "渡口局呢", "哪家少"), dialogue(), info).startswith("渡口局")
    assert not end_told(("灯塔局植树多少", "修路呢"), dialogue(), info)


def test_one_figure_is_no_end_of_several() -> None:
    assert relates_nothing("最小的呢", ANSWERS["修路呢"])
    assert not relates_nothing("一共多少", ANSWERS["修路呢"])
    assert not relates_nothing("最小的呢", ANSWERS["有哪些项目"])
    assert not relates_nothing("修路呢", ANSWERS["修路呢"])
    assert relates_nothing("一共多少", replace(ANSWERS["修路呢"], calculation="30 − 12.5 = 17.5万元"))
