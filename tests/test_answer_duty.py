import pytest
from text_documents import DUTIES, GREEN, NURSERY, ask, document, green, red

from app.answer import Answer
from app.prose.answer_duty import answer_duty, is_of_duties
from app.prose.compare_duties import compare_duties
from app.prose.duty_lists import chinese_number, duty_groups
from app.question.text_question import TextQuestion, topic_of
from app.question.topics import terms
from app.telling.passages import cite_passage
from retrieval.query import DocumentChoice


def test_a_section_holds_the_duties_of_the_department_and_of_its_unit() -> None:
    groups = duty_groups(green())
    assert [(group.owner, len(group.items)) for group in groups] == [(GREEN, 3), (NURSERY, 2)]


def test_a_paragraph_without_numbers_is_cut_at_semicolons() -> None:
    (group,) = duty_groups(red())
    assert not group.is_numbered
    assert [item.text for item in group.items] == ["拟订造林计划；", "指导农田灌溉；", "负责森林防火和水库巡查。"]


INLINE = "主要职责是：1.编制规划；2.修剪树木；3.养护花坛。"
ARTICLES = (
    "第一条根据规定，制定本规定。", "第三条主要职责是：", "（一）修桥；", "（二）铺路。", "第四条设下列内设机构：", "（一）办公室。",
)  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "items"),
    [
        ((INLINE,), ["1.编制规划；", "2.修剪树木；", "3.养护花坛。"]),
        (ARTICLES, ["（一）修桥；", "（二）铺路。"]),
        (("（一）修桥，包括：", "1、老桥；", "2、新桥。", "（二）铺路。"), ["（一）修桥，包括：1、老桥；2、新桥。", "（二）铺路。"]),
    ],
)
def test_duties_are_read_whatever_their_numbering(texts: tuple[str, ...], items: list[str]) -> None:
    (group,) = duty_groups(document("park", "白河县园林局", ((DUTIES, texts),)))
    assert [item.text for item in group.items] == items


def test_a_unit_that_is_named_is_answered_from_its_own_list() -> None:
    answer = answer_duty(ask("的主要职责有哪些?", green(), units=(NURSERY,)))
    assert answer is not None
    assert f"{NURSERY}的职责共2项" in answer.text


def test_a_unit_without_a_list_does_not_get_its_parents_duties() -> None:
    answer = answer_duty(ask("的主要职责有哪些?", green(), units=("青田市防火站",)))
    assert answer is not None
    assert answer.status == "not_found"
    assert "造林" not in answer.text


def test_everyone_responsible_is_named() -> None:
    answer = answer_duty(ask("哪些局负责森林防火?", green(), red(), is_each=True))
    assert answer is not None
    assert GREEN in answer.text
    assert "红岭县农林局" in answer.text


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("听说山上又起烟了,想问扑救演练是哪个单位组织的?", "第二项"),
        ("湿地和野生动物,是哪家单位的职责在管?", "第三项"),
        ("培育良种苗木的是哪个单位?写在它职责的第几条", "第一项"),
        ("良种苗木、苗木检验归哪个单位管?", "第一项"),
        ("要讲“贯彻上级方针”,这事具体由哪个单位来推动?", "职责开头"),
    ],
)
def test_whose_duty_it_is_is_found_whatever_leads_up_to_it(rest: str, told: str) -> None:
    answer = answer_duty(ask(rest, green()))
    assert answer is not None
    assert answer.status == "answered"
    assert told in answer.text


def test_what_leads_up_to_the_question_makes_nobody_responsible() -> None:
    answer = answer_duty(ask("听说森林防火很紧,养老服务归哪个单位管?", green()))
    assert answer is not None
    assert answer.status == "not_found"


def test_those_without_a_duty_are_named() -> None:
    answer = answer_duty(ask("哪些局没有保护湿地的职责?", green(), red(), is_each=True))
    assert answer is not None
    assert "没有写“保护湿地”的是：红岭县农林局" in answer.text


def test_words_in_another_order_are_the_same_duty() -> None:
    answer = answer_duty(ask("谁负责野生动物保护?", green(), red()))
    assert answer is not None
    assert "第三项" in answer.text
    assert "红岭" not in answer.text


def test_duties_are_compared_side_by_side() -> None:
    answer = compare_duties(ask("两个局的职责有什么相同和不同?", green(), red(), is_each=True))
    assert answer is not None
    assert "只见于红岭县农林局的" in answer.text
    assert "指导农田灌溉" in answer.text


@pytest.mark.parametrize(("number", "printed"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")])
def test_numbers_are_written_as_in_documents(number: int, printed: str) -> None:
    assert chinese_number(number) == printed


@pytest.mark.parametrize("rest", ["涉及中医药的是哪条职责?", "职责里涉及中医药的是哪条?"])
def test_a_name_that_begins_like_a_word_of_place_is_looked_for_whole(rest: str) -> None:
    clinic = document("clinic", "白河县卫生局", ((DUTIES, ("主要职责是：", "（一）推进医药卫生体制改革。", "（二）管理妇幼健康。")),))
    answer = answer_duty(ask(rest, clinic))
    assert answer is not None
    assert answer.status == "not_found"
    assert "“中医药”" in answer.text


def test_a_short_yes_or_no_asks_for_the_duty() -> None:
    answer = answer_duty(ask("森林防火归 管不?职能第几条", green()))
    assert answer is not None
    assert "是。" in answer.text
    assert "第二项" in answer.text


def test_no_list_of_duties_is_quoted_after_it_was_looked_through() -> None:
    asked = ask("职责里提到造船的是哪条?", green())
    listed, other = (cite_passage(green(), section, "造林") for section in (green().sections[0], green().sections[3]))
    assert is_of_duties(Answer("answered", "造林", citations=(listed,)), asked)
    assert not is_of_duties(Answer("answered", "造林", citations=(other,)), asked)


def test_who_does_a_thing_may_be_quoted_from_the_list() -> None:
    asked = ask("森林防火平时谁来扑救?职责第几条写的", green())
    listed = cite_passage(green(), green().sections[0], "造林")
    assert not is_of_duties(Answer("answered", "造林", citations=(listed,)), asked)


CIVIL = (
    "主要职责是：", "（一）负责婚姻登记管理。", "（二）推进殡葬改革。",
    "（三）指导城乡客运和出租汽车（含网络预约出租汽车）管理。", "（四）承担应急保障工作。",
)  # fmt: skip


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("管结婚登记吗?", "第一项"),
        ("结婚登记归    管不", "第一项"),
        ("谁负责火化?", "第二项"),
        ("网约车归它管吗,写在第几条?", "第三项"),
        ("谁来处理殡葬?", "第二项"),
        ("都承担应急方面的职责吗?", "第四项"),
    ],
)
def test_what_people_call_a_duty_is_found_in_the_documents_words(rest: str, told: str) -> None:
    answer = answer_duty(ask(rest, document("civil", "白河县民政局", ((DUTIES, CIVIL),))))
    assert answer is not None
    assert told in answer.text


def test_an_everyday_word_that_no_duty_means_is_refused_as_asked() -> None:
    answer = answer_duty(ask("管网约车吗?", green()))
    assert answer is not None
    assert (answer.status, "“网约车”" in answer.text) == ("not_found", True)


@pytest.mark.parametrize("rest", ["有多少职责", "总共有几项职责", "职责有多少项"])
def test_how_many_duties_there_are_is_no_word_to_look_for(rest: str) -> None:
    asked = TextQuestion(rest, rest, (), DocumentChoice((), rest))
    assert not terms(topic_of(asked, "duty"))
