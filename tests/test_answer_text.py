import pytest
from text_documents import GREEN, NURSERY, ask, green, red

from app.answerer.answer_text import answer_text
from app.prose.answer_statement import asks_whether_managed
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found

ANSWERS = [
    # question, status, words that must stand in the answer, words that must not
    ("主要职责有哪些?", "answered", ("共3项", "二、负责森林防火"), ("- 二、承担苗木检验",)),
    ("第二项职责是什么?", "answered", ("负责森林防火",), ("野生动物",)),
    ("第(三)条职责", "answered", ("野生动物",), ("防火",)),
    ("最后一项职责是什么", "answered", ("野生动物",), ("防火",)),
    ("前两项职责", "answered", ("造林规划", "防火"), ("野生动物",)),
    ("第9项职责是什么?", "not_found", ("共3项",), ()),
    ("职责里哪一项提到了湿地?", "answered", ("第三项", "保护野生动物和湿地"), ("造林",)),
    ("谁负责苗木检验?", "answered", (NURSERY, "第二项"), (GREEN,)),
    ("谁负责食品安全?", "not_found", ("食品安全",), ()),
    ("是否负责保护湿地?", "answered", ("是。", "第三项"), ()),
    ("基本支出是什么意思,包括哪两部分?", "answered", ("人员经费和公用经费两部分",), ()),
    ("“基本支出”和“三公经费”是两条,“基本支出”那条怎么说的?", "answered", ("人员经费和公用经费两部分",), ("公务接待费",)),
    ("基本支出和三公经费怎么区分?", "answered", ("人员经费和公用经费两部分", "公务接待费"), ()),
    ("“基本支出”跟“三公经费”有啥区别?", "answered", ("人员经费和公用经费两部分", "公务接待费"), ()),
    ("去年没安排接待费,怎么冒出0.3万来?", "answered", ("厉行节约",), ("车辆老化",)),
    ("公务用车运行维护费略有上升,是买了什么、换了什么?", "answered", ("车辆老化",), ("厉行节约",)),
    ("人员经费里头都包括哪些科目?", "answered", ("基本工资、奖金",), ()),
    ("哪些钱算基本支出?", "answered", ("人员经费和公用经费两部分",), ()),
    ("请解释“基本支出”,以名词解释为准", "answered", ("人员经费和公用经费两部分",), ()),
    ("为保障机构运转而发生的开支叫什么?", "answered", ("基本支出：",), ("造林",)),
    ("去月球的差旅叫什么?", "not_found", ("名词解释",), ()),
    ("三公是啥意思", "answered", ("公务接待费",), ()),
    ("森林培育(项)是指什么支出?", "answered", ("造林方面的支出",), ()),
    ("“一网通办”是什么意思?", "not_found", ("一网通办", "共3条"), ()),
    ("预算执行率是什么意思?", "answered", ("完成数除以预算数",), ()),
    ("收支预算为什么比上年增加?", "answered", ("新增造林任务",), ("厉行节约",)),
    ("收支预算增加是出于什么考虑?", "answered", ("新增造林任务",), ()),
    ("公务接待费少了,是什么缘故?", "answered", ("厉行节约",), ("车辆老化",)),
    ("公务接待费减少,文件里咋解释的?", "answered", ("厉行节约",), ("车辆老化",)),
    ("职责里哪一条管湿地?", "answered", ("第三", "保护野生动物和湿地"), ("造林",)),
    ("公务接待费减少的原因是什么?", "answered", ("厉行节约",), ("车辆老化",)),
    ("公务用车运行维护费为什么减少?", "answered", ("与问题所说的不同", "车辆老化"), ()),
    ("办公费为什么减少?", "not_found", ("没有写明",), ("10.00",)),
    ("内设哪几个科室?", "answered", ("造林科", "共3个"), ("技术科",)),
    ("下设哪三个科?", "answered", ("造林科", "共3个"), ("防火站",)),
    ("预算书名词解释:三公经费", "answered", ("公务接待费",), ()),
    ("基本支出这个词有解释吗?", "answered", ("人员经费和公用经费两部分",), ()),
    ("“一网通办”这个词有解释吗?", "not_found", ("一网通办", "共3条"), ()),
    ("哪几条提到湿地?", "answered", ("第三项", "保护野生动物和湿地"), ("造林",)),
    ("下属单位有哪些?", "answered", (NURSERY, "青田市防火站", "前后不一致"), ()),
    ("公用经费主要包括哪些?", "answered", ("办公费、水费",), ("奖金",)),
    ("年度主要任务有哪几项?", "answered", ("共2项", "一是植树", "二是防火"), ("巡护",)),
    ("第二项任务的主要内容是什么?", "answered", ("巡护山林",), ("一千亩",)),
    ("年度履职目标是什么?", "answered", ("守住绿水青山",), ()),
    ("有没有政府性基金支出?", "answered", ("没有使用政府性基金",), ()),
    ("收支涨了,说明里新增了哪些任务?", "answered", ("新增造林任务",), ("厉行节约",)),
    ("培养野生动物保护的活儿,写在局职责的第几条?", "answered", ("第三",), ("防火",)),
    ("职责里排在第几项的是森林防火?", "answered", ("第二项",), ("共3项",)),
    ("今年管不管政府性基金预算拨款?", "answered", ("没有使用政府性基金",), ()),
    ("管不管水库巡查?", "not_found", ("没有提到“水库巡查”",), ()),
    ("预算后面解释的“基本支出”说的是哪种钱?", "answered", ("人员经费和公用经费两部分",), ()),
    ("三公经费都含些什么,能讲明白吗?", "answered", ("公务接待费",), ("厉行节约",)),
    ("作业要我查“基本支出”的意思,用林业局的说法", "answered", ("人员经费和公用经费两部分",), ()),
]  # fmt: skip

FIGURES_ASKED = [
    "人员经费是多少?", "三公经费多少钱?", "基本支出占比是多少?", "有几辆车?", "机关行政编制多少名?",
    "预算执行率的指标值是多少?", "基本支出用大白话说是多少钱?",
    "公务接待费和公务用车费哪个多?", "一般公共预算支出主要用在哪几个方面,金额分别是多少?",
    "2024年有哪些项目,各多少钱?", "你好", "局长是谁?", "收入总计比上年增加多少?",
    "造林叫啥项目,目标要造多少亩?", "公务接待费12.30万元用来干嘛?",
]  # fmt: skip


@pytest.mark.parametrize(("question", "status", "said", "unsaid"), ANSWERS)
def test_a_question_for_text_is_answered_in_the_documents_words(
    question: str, status: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    asked = ask(question, green())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == status, answer.text
    assert all(word in answer.text for word in said), answer.text
    assert not any(word in answer.text for word in unsaid), answer.text
    assert bool(answer.citations) == (status == "answered")
    assert answer.answered_by == "quote"


@pytest.mark.parametrize("question", FIGURES_ASKED)
def test_a_question_for_figures_is_left_to_others(question: str) -> None:
    asked = ask(question, green())
    assert answer_text(asked.question, asked.rest, asked.documents, asked.choice) is None


def test_no_documents_are_no_answer() -> None:
    asked = ask("主要职责有哪些?")
    assert answer_text(asked.question, asked.rest, (), asked.choice) is None


def test_one_of_several_documents_is_asked_back_with_whole_questions() -> None:
    asked = ask("的第一项职责是什么?", green(), red())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == "clarify"
    assert [choice.question for choice in answer.choices] == [
        "青田市林业局2024年部门预算的第一项职责是什么?", "红岭县农林局2024年部门预算的第一项职责是什么?",
    ]  # fmt: skip


def test_each_of_several_documents_is_answered_with_its_label() -> None:
    asked = ask("收支总计变化的原因分别是什么?", green(), red(), is_each=True)
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert "**青田市林业局2024年部门预算**" in answer.text
    assert "项目结束" in answer.text


def test_answers_stay_short_enough_to_be_read() -> None:
    asked = ask("三公经费是什么意思?", *(green() for _ in range(30)))
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert len(answer.text) <= 3_500


def test_an_amount_asked_of_each_is_not_told_for_some_of_them() -> None:
    asked = ask("纳入绩效管理的项目分别有几个?", green(), red(), is_each=True)
    told = Found(asked.documents[0], "项目3个。", ())
    assert offer_founds(asked, [told]) is None
    assert offer_founds(ask("职责分别是什么?", green(), red(), is_each=True), [told]) is not None


@pytest.mark.parametrize(
    ("question", "expected"), [("管不管养老保险", True), ("是否负责造林", True), ("有没有管理费", False), ("管理费多少", False)]
)
def test_whether_a_body_manages_something_asks_no_amount(question: str, expected: bool) -> None:
    assert asks_whether_managed(question) is expected
