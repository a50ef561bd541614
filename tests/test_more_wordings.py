"""Autonomous places by their short names, classes of purchases, bounds of scores, words that no figure bears, more ways to ask."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

import pytest
from farm_documents import ARCHIVES, GRAIN, GRASS, MACHINES, MACHINES_BUDGET, SCHOOLS, WEATHER
from heritage_documents import amounts_of, asking
from waterway_documents import WATERWAY

from app.answer import Answer, Citation, Value
from app.answerer.explained import explains, is_bare
from app.assistant import Assistant
from app.checks.check_counted import tells_otherwise
from app.checks.check_kept_words import drops_word
from app.checks.check_named import unaccounted
from app.dialogue.fund_within import fund_within
from app.dialogue.loses_item import loses_item
from app.question.evidence_words import read_asked
from app.question_reader import QuestionReader
from ingest.figures.clean_subject import clean_subject
from ingest.identity.organization_forms import place_forms
from retrieval.spelling.likeness import look_of
from retrieval.spelling.load_vocabulary import load_vocabulary
from retrieval.spelling.reword import in_usual_words

FARM, FINAL, GRASSLAND = "枫渡市农机局", "枫渡市农机局2031年决算", "青岩州草原局"
SCHOOLING = "枫渡市教育局"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = (MACHINES, MACHINES_BUDGET, GRASS, SCHOOLS, ARCHIVES, WEATHER, GRAIN, WATERWAY)
    with asking(tmp_path_factory.mktemp("wordings"), *texts) as opened:
        yield opened


def told(label: str, number: str, unit: str = "万元", *, quote: str = "", section: str = "", text: str = "") -> Answer:
    """An answer with one amount of a table or, where a sentence is quoted, of prose."""
    table, row = (None, ()) if quote else ("支出表", (label,))
    place = Citation("a.txt", "a", "柳溆县渔政局2031年部门决算", section, quote or number, table=table, row=row)
    shown = text or f"{label}：**{number}{unit}**[1]。"
    return Answer("answered", shown, (Value(label, Decimal(number), unit),), citations=(place,), answered_by="rule")


class Reader:
    """A reader that knows a few items by their names and no body."""

    def named_item(self, question: str, _: tuple[str, ...]) -> str:
        """The first item of which a question speaks."""
        return next((one for one in ("商品和服务支出", "稻种补贴", "其他支出", "支出合计", "其农林水支出") if one in question), "")


READER = cast(QuestionReader, Reader())


@pytest.mark.parametrize(
    ("place", "short", "other"),
    [
        ("青岩土家族苗族自治州", {"青岩", "青岩州", "青岩自治州"}, {"青岩土家族", "青岩省", "青岩县"}),
        ("澄泊朝鲜族自治县", {"澄泊", "澄泊县", "澄泊自治县"}, {"澄泊朝鲜族", "澄泊州"}),
        ("鹭滩鄂温克族自治旗", {"鹭滩", "鹭滩旗", "鹭滩自治旗"}, {"鹭滩县"}),
        ("沙棠壮族自治区", {"沙棠", "沙棠区", "沙棠自治区"}, {"沙棠壮"}),
        ("楠漪各族自治县", {"楠漪", "楠漪县"}, {"楠漪各"}),
        ("荻湾回族彝族自治县", {"荻湾", "荻湾县"}, {"荻湾回", "荻湾回族"}),
        ("枫渡市", {"枫渡"}, {"枫渡州"}),
        ("柳溆县", {"柳溆"}, {"柳溆自治县"}),
    ],
)
def test_an_autonomous_place_is_called_without_its_peoples(place: str, short: set[str], other: set[str]) -> None:
    forms = set(place_forms(place))
    assert {place, *short} <= forms
    assert not other & forms


@pytest.mark.parametrize(
    ("asked", "amount", "title"),
    [
        ("青岩州草原局支出多少", "210.00万元", "青岩土家族苗族自治州草原局"),
        ("青岩草原局的项目支出是多少", "80.00万元", "青岩土家族苗族自治州草原局"),
        ("青岩自治州草原局支出合计多少", "210.00万元", "青岩土家族苗族自治州草原局"),
        ("青岩州草种站支出多少", "60.00万元", "青岩土家族苗族自治州草原局"),
        ("澄泊县档案馆支出多少", "53.00万元", "澄泊朝鲜族自治县档案馆"),
        ("澄泊自治县档案馆基本支出多少", "40.00万元", "澄泊朝鲜族自治县档案馆"),
        ("鹭滩旗气象局支出多少", "40.00万元", "鹭滩蒙古族自治旗气象局"),
        ("鹭滩气象局基本支出多少", "31.00万元", "鹭滩蒙古族自治旗气象局"),
        ("沙棠区粮食局支出多少", "98.00万元", "沙棠壮族自治区粮食局"),
        ("沙棠自治区粮食局项目支出多少", "21.00万元", "沙棠壮族自治区粮食局"),
    ],
)
def test_a_body_of_an_autonomous_place_is_found_by_its_short_name(assistant: Assistant, asked: str, amount: str, title: str) -> None:
    answer = assistant.ask(asked)
    assert [f"{one.value}{one.unit}" for one in answer.values] == [amount], answer.text
    assert {one.title for one in answer.citations} == {f"{title}2031年部门预算"}


@pytest.mark.parametrize(
    "asked",
    ["鹭滩县气象局", "青岩省草原局", "青岩县草原局", "澄泊区档案馆", "沙棠市粮食局", "青岩州民政局"],
)
def test_a_body_of_another_place_is_not_taken_for_it(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{asked}支出多少")
    assert (answer.status, answer.values) == ("not_found", ())
    assert "没有载入" in answer.text


def test_two_bodies_are_held_against_one_another_by_their_short_names(assistant: Assistant) -> None:
    answer = assistant.ask("鹭滩旗气象局和澄泊县档案馆2031年预算支出差多少")
    assert answer.calculation == "53.00 − 40.00 = 13.00万元"


@pytest.mark.parametrize(("one", "other"), [("育", "肓"), ("园", "圆"), ("鸟", "乌"), ("署", "暑"), ("晴", "睛"), ("茶", "荼")])
def test_characters_that_look_alike_have_one_look(one: str, other: str) -> None:
    assert look_of(one) == look_of(other)
    assert look_of("枫") == "枫"


def test_a_name_with_a_character_that_looks_alike_is_understood(assistant: Assistant) -> None:
    answer = assistant.ask("枫渡市教肓局支出多少")
    assert [one.value for one in answer.values] == [Decimal("900.00")]
    assert "按“枫渡市教育局”理解" in answer.text
    assert assistant.ask("枫渡市教盲局支出多少").status == "not_found"


@pytest.mark.parametrize(
    ("asked", "amounts", "names", "others"),
    [
        (f"{FINAL}采购里工程类一共多少", ["40.00万元"], ("烘干房墙面修补",), ("喷灌工程监理", "工程巡查车")),
        (f"{FINAL}采购货物一共多少", ["50.00万元"], ("工程巡查车", "育秧盘"), ("墙面", "监理")),
        (f"{FINAL}采购的服务类占多少", ["6.25%"], ("喷灌工程监理",), ("工程巡查车",)),
        (f"{FINAL}货物类占采购的比重", ["50.00万元", "52.08%"], ("18.00 + 32.00",), ("墙面",)),
        ("枫渡市农机局2031年预算采购的工程类多少", ["38.00万元"], ("晒场硬化",), ("工程图纸复印机",)),
        (f"{GRASSLAND}2031年预算采购服务占多少", ["23.81%"], ("草场围栏工程设计",), ("割草机",)),
        (f"{FINAL}工程巡查车多少钱", ["18.00万元"], ("工程巡查车",), ("墙面",)),
    ],
)
def test_the_class_of_a_purchase_is_that_of_its_column(
    assistant: Assistant, asked: str, amounts: list[str], names: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer = assistant.ask(asked)
    assert [f"{one.value}{one.unit}" for one in answer.values if one.unit in ("万元", "%")][: len(amounts)] == amounts, answer.text
    assert all(name in answer.text for name in names)
    assert not any(name in answer.text for name in others)


@pytest.mark.parametrize("asked", ["采购里工程类一共多少", "采购的工程一共多少"])
def test_a_class_that_nothing_bought_is_of_has_no_total(assistant: Assistant, asked: str) -> None:
    assert amounts_of(assistant, f"{GRASSLAND}2031年预算{asked}") == []


@pytest.mark.parametrize("asked", ["采购的工程类占多少", "政府采购服务类一共多少", "货物采购总共多少"])
def test_no_single_document_tells_of_a_class_where_no_body_is_named(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status in ("not_found", "clarify"), answer.text
    assert answer.values == ()


@pytest.mark.parametrize(
    ("asked", "names", "head"),
    [
        ("执行率低于90%的有几个", ("喷灌工程",), "低于90%的有**1个**"),
        ("执行率不到95%的有哪些", ("育秧棚搭建", "喷灌工程"), "有**2个**"),
        ("执行率在90%以上的有哪些", ("育秧棚搭建", "烘干房配电", "拖拉机年检"), "有**3个**"),
        ("执行率达到100%的有几个", ("烘干房配电", "拖拉机年检"), "有**2个**"),
        ("得分在95分以上的有几个", ("育秧棚搭建", "烘干房配电", "拖拉机年检"), "有**3个**"),
        ("得分超过95分的有几个", ("烘干房配电", "拖拉机年检"), "有**2个**"),
        ("得分不低于97分的有几个", ("烘干房配电", "拖拉机年检"), "有**2个**"),
        ("得分95分以下的有哪些", ("育秧棚搭建", "喷灌工程"), "有**2个**"),
        ("全年执行数超过55万元的有几个", ("育秧棚搭建", "喷灌工程"), "4个项目中全年执行数超过55万元的有**2个**"),
        ("全年预算数少于60万元的有几个", ("烘干房配电", "拖拉机年检"), "有**2个**"),
    ],
)
def test_evaluated_projects_beyond_a_bound_are_counted_and_listed(
    assistant: Assistant, asked: str, names: tuple[str, ...], head: str
) -> None:
    answer = assistant.ask(f"{FINAL}自评项目{asked}")
    assert answer.status == "answered", answer.text
    assert [one.label.split("·")[0] for one in answer.values] == list(names)
    assert head in answer.text


@pytest.mark.parametrize("asked", ["得分在90分到98分之间的有几个", "得分低于60分的有哪些"])
def test_no_project_is_told_as_within_bounds_that_none_or_another_kind_of_bound_names(assistant: Assistant, asked: str) -> None:
    assert amounts_of(assistant, f"{FINAL}自评项目{asked}") == []


def test_the_rate_of_a_project_that_is_named_is_told_itself(assistant: Assistant) -> None:
    assert amounts_of(assistant, f"{FINAL}喷灌工程执行率低于90%吗") == ["80.00%"]


@pytest.mark.parametrize(
    ("question", "unit", "is_otherwise"),
    [
        ("新建了多少公里渠道", "万元", True),
        ("建成多少个泵站", "万元", True),
        ("治理多少万亩滩涂", "万元", True),
        ("培训多少名渔工", "万元", True),
        ("改造几座船闸", "万元", True),
        ("改造几座船闸", "座", False),
        ("发放多少补贴", "万元", False),
        ("建设多少资金", "万元", False),
        ("补贴了多少钱", "万元", False),
        ("渠道改造是多少万元", "万元", False),
    ],
)
def test_how_much_is_made_of_a_thing_is_no_money(question: str, unit: str, is_otherwise: bool) -> None:
    assert tells_otherwise(told("渠道整治", "30", unit), question) == is_otherwise


@pytest.mark.parametrize(
    ("answer", "question", "is_dropped"),
    [
        (told("支出合计", "90"), "柳溆县巡逻大队的差旅费多少", True),
        (told("支出合计", "90"), "柳溆县渔船学校的办公费多少", True),
        (told("支出合计", "90"), "渔港监测站的培训费多少", True),
        (told("巡逻大队", "90"), "柳溆县巡逻大队的支出多少", False),
        (told("支出合计", "90"), "柳溆县渔政局的差旅费多少", False),
        (told("车站修缮", "90"), "车站的修缮费多少", False),
        (told("巡逻艇", "3", "艘"), "巡逻大队的船只多少", False),
        (told("支出合计", "90"), "编制多少", True),
        (told("在职人员", "30", "名"), "编制人数是多少", True),
        (told("在职人员", "30", "名"), "有多少编制", True),
        (told("事业编制", "30", "名"), "编制人数是多少", False),
        (told("纳入预算编制范围的单位", "3", "个"), "编制数多少", True),
        (told("在职人员", "30", "名"), "在职多少", False),
    ],
)
def test_a_unit_and_posts_that_are_asked_for_are_kept_to(answer: Answer, question: str, is_dropped: bool) -> None:
    assert drops_word(answer, question) == is_dropped


@pytest.mark.parametrize(
    ("asked", "amounts"),
    [
        ("气象站的支出多少", []),
        ("农机学校的支出多少", []),
        ("烘干房完工花了多少", []),
        ("拖拉机报废支出多少", []),
        ("冻害补种支出多少", []),
        ("工勤编制多少", []),
        ("行政编制有多少", ["20名"]),
        ("拖拉机年检多少钱", ["32.00万元"]),
    ],
)
def test_a_figure_is_of_what_is_asked_for(assistant: Assistant, asked: str, amounts: list[str]) -> None:
    assert amounts_of(assistant, f"{FINAL}{asked}") == amounts


@pytest.mark.parametrize(
    ("quote", "question", "left"),
    [
        ("支出90.00万元，比上年增加5.00万元，主要原因是围堰修补。", "围堰修补多少", True),
        ("支出90.00万元，主要是由于围堰修补。", "围堰修补多少", True),
        ("支出90.00万元，由于围堰修补增多。", "围堰修补多少", True),
        ("围堰修补支出90.00万元，主要原因是台风。", "围堰修补多少", False),
        ("其中围堰修补90.00万元。", "围堰修补多少", False),
    ],
)
def test_why_an_amount_is_so_does_not_say_of_what_it_is(quote: str, question: str, left: bool) -> None:
    answer = told("支出合计", "90.00", quote=quote, section="支出情况", text="支出合计：**90.00万元**[1]。")
    assert bool(unaccounted(answer, question, load_vocabulary())) == left


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("“三公”经费一般公共预算", "三公经费"),
        ("公务接待费使用一般公共预算财政拨款", "公务接待费"),
        ("培训费由一般公共预算", "培训费"),
        ("一般公共预算", "一般公共预算"),
        ("差旅费一般公共预算支出", "差旅费一般公共预算支出"),
    ],
)
def test_what_pays_an_expense_is_no_part_of_its_name(sentence: str, subject: str) -> None:
    assert clean_subject(sentence) == subject


@pytest.mark.parametrize(
    ("asked", "amount"),
    [("三公经费多少", "9.00万元"), ("公务用车运行维护费多少", "7.00万元"), ("公务接待费多少", "2.00万元")],
)
def test_an_expense_is_found_though_its_sentence_says_what_pays_it(assistant: Assistant, asked: str, amount: str) -> None:
    assert amounts_of(assistant, f"{FINAL}{asked}") == [amount]


def test_nothing_explains_where_no_words_are() -> None:
    asked = read_asked("围堰修补的钱")
    assert not explains("", asked)
    assert not explains("。；", asked)
    assert not is_bare("", asked)
    assert explains("围堰修补的钱用于加固", asked)


@pytest.mark.parametrize(
    ("asked", "before", "meant"),
    [
        ("项目呢", "基本支出占多少", "项目支出占多少"),
        ("项目支出呢", "基本支出占总支出的比重", "项目支出占多少"),
        ("那基本呢", "项目支出占比例多少", "基本支出占多少"),
        ("项目里面呢", "商品和服务支出多少", "商品和服务支出的项目支出是多少"),
        ("其中基本支出里的呢", "商品和服务支出多少", "商品和服务支出的基本支出是多少"),
        ("项目呢", "其他支出多少", "其他支出的项目支出是多少"),
        ("项目呢", "其农林水支出多少", "农林水支出的项目支出是多少"),
        ("项目呢", "占用的房屋租了多少", "项目支出是多少"),
    ],
)
def test_the_other_kind_is_of_the_share_or_the_account_asked_for(asked: str, before: str, meant: str) -> None:
    assert fund_within(asked, (before,), READER) == meant


@pytest.mark.parametrize(
    ("turns", "amounts"),
    [
        ((f"{FINAL}基本支出占多少", "项目呢"), ["40.68%", "240.00万元"]),
        ((f"{FINAL}项目支出占总支出的比重", "基本支出呢"), ["59.32%", "350.00万元"]),
        ((f"{FINAL}农林水支出多少", "项目里面呢"), ["200.00万元"]),
        ((f"{SCHOOLING}2031年预算基本支出多少", "项目呢"), ["200.00万元"]),
        ((f"{FINAL}行政运行多少", "占农林水支出多少"), ["58.33%"]),
    ],
)
def test_a_share_is_followed_by_a_share_an_amount_by_an_amount(assistant: Assistant, turns: tuple[str, ...], amounts: list[str]) -> None:
    assert amounts_of(assistant, *turns) == amounts


def test_a_word_that_joins_two_parts_of_one_name_stays_in_it(assistant: Assistant) -> None:
    reader = assistant.reader
    assert reader.named_item(f"{FARM}社会保障和就业支出多少", ()) == "社会保障和就业支出"
    assert reader.named_item(f"{FARM}科技转化与推广服务多少", ()) == "科技转化与推广服务"
    assert reader.named_item(f"{FARM}和办公费多少", ()).strip() == "办公费"


@pytest.mark.parametrize(
    ("asked", "row", "is_lost"),
    [
        ("实际花了多少", "支出合计", True),
        ("最后用掉多少钱", "行政运行", True),
        ("一共花了多少", "支出合计", True),
        ("那到底支出多少呢", "支出合计", True),
        ("实际花了多少", "稻种补贴", False),
        ("办公费花了多少", "支出合计", False),
        ("花了多少人工", "支出合计", False),
    ],
)
def test_what_was_spent_at_last_is_of_the_item_asked_for_before(
    monkeypatch: pytest.MonkeyPatch, asked: str, row: str, is_lost: bool
) -> None:
    monkeypatch.setattr("app.dialogue.loses_item.names_body", lambda *_: False)
    lost = loses_item(asked, ("稻种补贴年初安排了吗",), told(row, "3.00"), lambda *_: Answer("not_found", "没有"), READER)
    assert (lost is not None and "稻种补贴" in lost.text) == is_lost


def test_a_sum_is_spent_of_everything_where_no_item_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.dialogue.loses_item.names_body", lambda *_: False)
    assert loses_item("一共花了多少", ("2031年的支出合计多少",), told("支出合计", "90"), lambda *_: Answer("not_found", ""), READER) is None


@pytest.mark.parametrize(
    ("said", "usual"),
    [
        ("基本支出占多少", "基本支出占多少"),
        ("枫渡市农机局2031年度决算与预算有差", "枫渡市农机局2031年度支出决算与预算有差"),
        ("办公费预算和决算差多少", "办公费预算和决算差多少"),
        ("枫渡市教育局的那个中心呢", "枫渡市教育局的那个中心呢"),
        ("科目里,低于3万元的有几个", "低于3万元的科目有几个"),
        ("项目,今年新增的有几个", "项目,今年新增的有几个"),
        ("暂付款是什么意思", "暂付款是什么意思"),
        ("办公费多少(机关的除外)", "办公费多少"),
        ("设备(不含车辆)几台", "设备(不含车辆)几台"),
        ("会议费花了多少", "会议费花了多少"),
        ("年初安排了印刷费,钱用来干嘛了", "年初安排了印刷费,钱用来干嘛了"),
        ("柳溆县政府的支出多少", "柳溆县政府的支出多少"),
        ("按2031年决算口径支出多少", "按2031年决算口径支出多少"),
        ("渔政局采购项目的钱款多少", "渔政局采购项目的钱款多少"),
        ("渔政局名下的孩子", "渔政局名下的孩子"),
        ("政府采购项目有哪些", "政府采购项目有哪些"),
        ("车辆及以上设备", "车辆及以上设备"),
        ("单项预算超过8万元", "单项超过8万元"),
        ("单项预算是多少", "单项预算是多少"),
        ("基本支出中的人员经费多少", "基本支出中的人员经费多少"),
        ("卫生局下属五家医院里", "卫生局下属各单位里"),
        ("学校的支出", "学校的支出"),
        ("下属单位里是哪一所最少", "下属单位里是哪个单位最少"),
        ("哪所学校最大", "哪所学校最大"),
        ("支出最多的和人数最少的分别是哪个单位", "支出最多的是哪个单位?人数最少的是哪个单位"),
        ("支出最多的和最少的分别是哪个单位", "支出最多的和最少的分别是哪个单位"),
        ("公务车辆总数", "公务车辆有几辆"),
        ("自评项目中,几个满分", "自评项目几个满分"),
        ("一般公共预算决算一样吗", "一般公共预算决算一样吗"),
        ("差旅费2031年决算合计", "差旅费2031年决算合计"),
        ("哪些人员经费增加了", "哪些人员经费增加了"),
        ("采购前期工作是什么", "采购前期工作是什么"),
        ("办公费36.50万元是多少", "办公费36.50万元是多少"),
        ("按一般公共预算算,支出多少", "按一般公共预算算,支出多少"),
        ("城乡特困人员加起来", "城市特困人员和农村特困人员加起来一共"),
        ("城乡社区合计", "城乡社区合计"),
    ],
)
def test_it_is_asked_in_the_usual_words(said: str, usual: str) -> None:
    assert in_usual_words(said) == usual


@pytest.mark.parametrize(
    ("asked", "amounts"),
    [
        (f"{FARM}2031年预算和决算差多少", ["560.00万元", "590.00万元", "30.00万元"]),
        (f"{FARM}2031年决算跟预算哪个多", ["590.00万元", "560.00万元", "30.00万元"]),
        (f"{FINAL}项目，超过50万的有几个", ["90.00万元", "60.00万元", "55.00万元"]),
        (f"{FINAL}项目里，不到40万元的有哪些", ["3.00万元", "32.00万元"]),
        (f"{FARM}年末结转和结余多少（不是年初结转和结余）", ["40.00万元"]),
        (f"{FINAL}支出多少（烘干中心的不算）", ["590.00万元"]),
        ("由2031年度决算倒推，枫渡市农机局2030年度支出合计是多少", ["550.00万元"]),
        (f"{FARM}收、支总计多少", ["630.00万元"]),
        (f"{FINAL}项目的钱有多少", ["240.00万元"]),
        (f"{SCHOOLING}和{FARM}预算项目的钱各多少", ["200.00万元", "220.00万元"]),
        (f"{FINAL}名下政府采购项目一共多少钱", ["96.00万元"]),
        (f"{GRASSLAND}自己名下的政府采购项目总共多少", ["21.00万元"]),
        (f"{FINAL}政府采购里，30万元及以上的有几项", ["40.00万元", "32.00万元"]),
        (f"{FINAL}基本支出里的公用经费超过10万元的有哪些", ["24.00万元", "14.00万元"]),
        (f"{FINAL}哪些公用经费超过10万元", ["24.00万元", "14.00万元"]),
        (f"{FINAL}哪几项人员经费不到150万元", ["120.00万元"]),
        ("差旅费多少？枫渡市农机局2031年决算里面的", ["14.00万元"]),
        (f"{SCHOOLING}的直属学校各支出多少", ["180.00万元", "150.00万元", "370.00万元"]),
        (f"{FARM}行政运行预算数和决算数是否一致", ["260.00万元", "280.00万元", "20.00万元"]),
        (f"{SCHOOLING}和{GRASSLAND}2031年预算合计", ["1110.00万元", "900.00万元", "210.00万元"]),
        (f"{FINAL}行政运行和农业生产发展决算合计", ["280.00万元", "80.00万元", "360.00万元"]),
        (f"{FINAL}公用经费前三位是哪些", ["24.00万元", "14.00万元", "8.00万元"]),
        (f"{FINAL}采购金额前三名是什么", ["18.00万元", "40.00万元", "32.00万元"]),
        (f"{FINAL}喷灌工程自评得分是88.5分还是98.5分", ["88.50分"]),
        ("按全部资金来源算，枫渡市农机局2031年决算支出多少", ["590.00万元"]),
        (f"{FARM}城乡低保两项一共多少", ["12.00万元", "28.00万元", "40.00万元"]),
        (f"{FARM}城乡最低生活保障合计多少", ["12.00万元", "28.00万元", "40.00万元"]),
        (f"{FINAL}自评的项目中，执行率没到100%的有几个", ["90.00%", "80.00%"]),
        (f"{FINAL}自评得分最高分与最低分的分别是哪个项目", ["99.00分", "88.50分"]),
        ("苇塘市航道管理局车辆总数多少", ["5辆"]),
        (f"{FINAL}养老支出多少", ["70.00万元"]),
        (f"{FINAL}养老方面的支出多少", ["70.00万元"]),
        (f"{FINAL}养老保险多少", ["45.00万元"]),
        (f"{FINAL}里支出比上年增加多少", ["40.00万元", "7.27%"]),
        (f"{FINAL}中支出较上年增长多少", ["40.00万元", "7.27%"]),
        (f"{FARM}2031年度决算数是多少钱", ["590.00万元"]),
        (f"{FARM}2031年的决算金额是多少", ["590.00万元"]),
        (f"{FARM}2031年行政运行决算数是多少", ["280.00万元"]),
        (f"{FARM}2031年度决算什么时候公开", []),
        (f"{FINAL}里收入比上年增加多少", []),
        (f"{FINAL}城市低保多少", ["12.00万元"]),
        (f"{FINAL}基本支出里面人员经费多少", ["300.00万元"]),
        (f"{FINAL}稻种补贴发放了多少资金", ["3.00万元"]),
        (f"{FINAL}稻种补贴了多少亩", []),
        (f"{FINAL}喷灌工程建了多少公里", []),
    ],
)
def test_what_is_asked_in_another_way_is_told(assistant: Assistant, asked: str, amounts: list[str]) -> None:
    assert amounts_of(assistant, asked) == amounts


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        (f"{SCHOOLING}下属三所学校里，哪所在职人员最多", "枫渡市实验中学"),
        (f"{SCHOOLING}直属各中小学哪所学校退休人员最少", "枫渡市第二小学"),
        ("枫渡市直学校哪个退休人员最多", "枫渡市第一小学"),
        (f"{FINAL}公用经费50万元里最大的是什么", "办公费"),
        (f"{FINAL}人员经费300万元中哪个最多", "基本工资"),
        (f"{FINAL}政府采购金额最大的是哪个", "烘干房墙面修补"),
        (f"{FARM}2031年预算采购金额最大的是什么", "晒场硬化"),
        ("谁的政府采购预算最多", FARM),
        ("哪个局的政府采购预算最高", FARM),
        (f"{FARM}2031年预算和{GRASSLAND}2031年预算谁的政府采购金额最大", FARM),
    ],
)
def test_the_end_is_that_of_the_things_asked_for(assistant: Assistant, asked: str, first: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status == "answered", answer.text
    assert f"的是**{first}" in answer.text, answer.text


@pytest.mark.parametrize("asked", ["谁的政府采购预算最多", "哪个局的政府采购预算最高"])
def test_what_bodies_buy_in_all_is_compared_and_no_single_purchase(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert {f"{one.value}{one.unit}" for one in answer.values} == {"50.00万元", "21.00万元"}
    assert "割草机" not in answer.text


@pytest.mark.parametrize(
    ("asked", "formula"),
    [
        (f"{FARM}和{SCHOOLING}2031年预算谁的项目支出在总支出里占比更大", "39.29 − 22.22 = 17.07%"),
        (f"{FARM}和{GRASSLAND}2031年预算谁的基本支出在支出合计中的比重更高", "61.90 − 60.71 = 1.19%"),
    ],
)
def test_whose_share_is_larger_is_computed(assistant: Assistant, asked: str, formula: str) -> None:
    answer = assistant.ask(asked)
    assert answer.calculation is not None
    assert answer.calculation.startswith(formula), answer.text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (f"{FINAL}基本支出占多少、项目支出占多少", ("占59.32%", "占40.68%")),
        (f"{FARM}年末结转是什么意思，和年末结余有什么不同", ("没有做完、下年继续使用", "做完以后剩余")),
        (f"{FARM}“年末结余”指的是什么，它跟“年末结转”有啥区别", ("没有做完、下年继续使用", "做完以后剩余")),
        (f"{FARM}稻种补贴年初怎么一分钱没花", ("低温冻害",)),
        (f"{FARM}年初没有安排稻种补贴，最后花了3万，钱用来干什么了", ("低温冻害",)),
        (f"{FARM}年初稻种补贴没安排，后来用了3万元，这笔钱花到哪里去了", ("低温冻害",)),
        ("枫渡市人民政府的农机驾驶培训登记归哪个单位管", (FARM, "第一项")),
        ("农机驾驶培训这档子事，这几个单位里谁的职责里写到了", (FARM, "第一项")),
        ("校车检查这块工作，几家单位中哪个单位的职责提到了", (SCHOOLING, "第一项")),
        ("烘干房的安全巡查归哪个单位管？枫渡市农机局2031年决算里的", (FARM, "第二项")),
        (f"{SCHOOLING}在推广普通话方面的职责是怎么写的", ("负责普通话的推广工作",)),
        ("农机驾驶培训归不归枫渡市农机局管，职责里怎么写的", ("负责农机驾驶培训的登记",)),
        (f"{FARM}年末还有多少体彩公益金没用完结转下年", ("年末结转5.00万元",)),
    ],
)
def test_the_words_that_are_asked_for_in_another_way_are_quoted(assistant: Assistant, asked: str, words: tuple[str, ...]) -> None:
    answer = assistant.ask(asked)
    assert answer.status == "answered", answer.text
    assert all(word in answer.text for word in words), answer.text


@pytest.mark.parametrize(
    ("turns", "amounts"),
    [
        ((f"{SCHOOLING}支出多少", "青岩州的那个单位呢"), ["210.00万元"]),
        ((f"{SCHOOLING}支出多少", "澄泊县那家单位呢"), ["53.00万元"]),
        ((f"{SCHOOLING}项目支出多少", "鹭滩旗的那个局呢"), ["9.00万元"]),
        ((f"{SCHOOLING}支出多少", "枫渡市那个局呢"), []),
    ],
)
def test_the_body_of_a_place_is_meant_where_it_is_the_only_one(assistant: Assistant, turns: tuple[str, ...], amounts: list[str]) -> None:
    assert amounts_of(assistant, *turns) == amounts
