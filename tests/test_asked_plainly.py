"""Questions as people put them at once, of a body with a unit of its own: staff, cars, what is left of a project, whose year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.exports.chart_values import chart_values
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUREAU = """杏川市园林局
2031年度部门决算

第一部分 杏川市园林局概况

一、主要职责

（一）负责全市公园的养护。

（二）负责古树名木的登记。

二、机构设置

内设办公室、养护科。机关行政编制12名，实有在职人员11名，退休人员3名。

下设杏川市苗木中心。杏川市苗木中心为公益一类事业单位，事业编制20名，实有在职人员18名，退休人员5名。

第二部分 2031年度部门决算情况说明

一、收入支出决算总体情况说明

2031年度收入总计500.00万元，支出总计500.00万元，与2030年度相比，收入支出各增加20.00万元，增长4.17%。主要原因：补植行道树。

二、一般公共预算财政拨款支出决算情况说明

2031年度一般公共预算财政拨款支出500.00万元，主要用于以下方面：科学技术支出40.00万元，占8.00%；城乡社区支出460.00万元，占92.00%。

三、“三公”经费支出决算情况说明

2031年度“三公”经费支出预算为6.00万元，支出决算为4.50万元，与2030年度持平，无增减变动。

（一）公务接待费年初预算为2.00万元，支出决算为0.00万元。决算数与年初预算数存在差异的主要原因是压缩接待活动。

（二）公务用车运行维护费年初预算为4.00万元，支出决算为4.50万元。期末，单位开支财政拨款的公务用车保有量为2辆。

四、国有资产占用情况说明

2031年期末，我部门共有车辆1辆，其中：一般公务用车1辆。

五、预算绩效情况说明

组织开展部门整体支出绩效自评，部门整体支出绩效自评结果为9.71分。

第三部分 2031年度部门决算表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t500.00\t310.00\t190.00
206\t科学技术支出\t40.00\t0\t40.00
2069999\t其他科学技术支出\t15.00\t0\t15.00
2060404\t科技成果转化与扩散\t25.00\t0\t25.00
212\t城乡社区支出\t460.00\t310.00\t150.00
2120101\t行政运行\t460.00\t310.00\t150.00

项目支出表

单位：万元

项目名称\t项目单位\t合计
古树复壮项目\t杏川市园林局\t45.00
行道树补植项目\t杏川市苗木中心\t90.00

一般公共预算财政拨款基本支出明细表

单位：万元

单位名称\t项目\t合计
杏川市园林局\t住房公积金\t21.00
杏川市园林局\t工会经费\t4.00
杏川市苗木中心\t住房公积金\t34.00
杏川市苗木中心\t工会经费\t6.00

项目单位自评汇总表

单位：万元

项目名称\t全年预算数\t全年执行数\t预算执行率\t自评得分
古树复壮项目\t60.00\t45.00\t75.00%\t92.50
行道树补植项目\t90.00\t90.00\t100.00%\t99.00

部门整体自评表

一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t养护公园数\t≥8个\t9个\t60\t58.71
满意度指标\t群众满意度\t游客满意度\t≥90%\t93%\t40\t39.00
总分\t\t\t\t\t100\t97.71
"""
OTHER = """桐野县园林局
2032年部门预算

第一部分 桐野县园林局概况

一、主要职责

（一）负责全县公园的养护。

第二部分 2032年部门预算情况说明

一、机关运行经费安排情况

2032年机关运行经费支出预算30.00万元，比上年增加4.00万元，增长15.38%，主要原因：新增人员。

第三部分 2032年部门预算表

部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t80.00\t60.00\t20.00
2120101\t行政运行\t80.00\t60.00\t20.00

支出经济分类汇总表

单位：万元

科目编码\t科目名称\t合计
301\t工资福利支出\t50.00
30101\t基本工资\t50.00
302\t商品和服务支出\t30.00
30201\t办公费\t30.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("plain"), tmp_path_factory.mktemp("home")
    for name, text in (("bureau.txt", BUREAU), ("other.txt", OTHER)):
        (folder / name).write_text(text, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        # who works there: what is told of either body, together where one sentence speaks of the bureau's own level
        ("杏川市园林局有多少人？", ("**11名**", "**18名**", "合计**29名**"), ()),
        ("杏川市园林局退休人员多少？", ("**3名**", "**5名**", "合计**8名**"), ()),
        ("杏川市园林局机关加上苗木中心，在职的总共多少人、退休的总共多少人？", ("**29名**", "**8名**"), ("37",)),
        # cars: both counts, and that they differ
        ("杏川市园林局2031年到底有没有公车？", ("不一致", "**2辆**", "**1辆**"), ("万元",)),
        ("杏川市园林局2031年有几辆车？", ("不一致", "**2辆**", "**1辆**"), ()),
        ("哪个局有公车？", ("**2辆**", "**1辆**"), ("万元",)),
        # what was not spent of a project, and which did worst
        ("杏川市园林局古树复壮项目，给的钱没花完吧？还剩多少没用？", ("**15.00万元**",), ()),
        ("杏川市园林局古树复壮项目预算和执行差多少？", ("**15.00万元**", "60.00 − 45.00"), ()),
        ("杏川市园林局哪个项目执行率最低？", ("古树复壮项目", "75.00%"), ("行道树",)),
        ("杏川市园林局各项目得分", ("**92.50分**", "**99.00分**"), ()),
        ("杏川市园林局古树复壮项目花了多少？", ("**45.00万元**",), ("92.50", "与上数不同")),
        ("杏川市园林局行道树补植项目比古树复壮项目多花了多少？", ("**45.00万元**", "90.00 − 45.00"), ()),
        # all of it, and that the text says otherwise
        ("杏川市园林局部门整体自评多少分？", ("**97.71分**", "9.71"), ("92.50",)),
        ("杏川市园林局项目一共多少钱？", ("**190.00万元**",), ("500.00",)),
        ("杏川市园林局是干什么的？", ("公园的养护", "古树名木的登记"), ()),
        ("杏川市园林局绩效目标有哪些？", (), ("97.71",)),
        ("杏川市园林局哪些项目得了满分？", (), ("92.50",)),
        # another project's figure is no answer, and the words of a question choose among equal ones
        ("杏川市园林局喷泉改造项目的执行率", (), ("75.00", "100.00")),
        ("杏川市园林局网络年费目标值", (), ("93%", "9个")),
        # whose a project is, and what the text says of all classes with their shares
        ("杏川市园林局行道树补植项目是哪个单位的？", ("**杏川市苗木中心**",), ()),
        ("杏川市园林局2031年一般公共预算财政拨款支出花在哪几类上，各占百分之几？", ("8.00%", "92.00%"), ()),
        ("桐野县园林局2032年过路费是多少？", (), ("万元",)),
        ("根据桐野县园林局2032年机关运行经费的增减情况，倒推上年预算数是多少？", ("**26.00万元**",), ()),
        ("杏川市园林局2031年科学技术支出多少，在一般公共预算财政拨款支出中占比多少？", ("**40.00万元**", "8.00%"), ()),
        # a part of the body is not the body
        ("桐野县园林局下属单位办公费多少？", (), ("30.00",)),
        # an action has another reason than a change
        ("杏川市园林局2031年公车为什么要拆？", ("没有写明",), ("压缩",)),
        ("把杏川市园林局2031年城乡社区支出换算成元", ("4600000元",), ()),
        # a table that is named is no item of its own
        ("按一般公共预算财政拨款基本支出明细表，杏川市园林局本级和苗木中心的住房公积金各是多少？", ("21.00", "34.00"), ("25.00", "65.00")),
        # 咋 asks for the reason; a change that never was is told as such
        ("杏川市园林局2031年公务接待费咋一分没花？", ("压缩接待活动",), ()),
        ("杏川市园林局2031年“三公”经费比2030年涨了，为什么？", ("与2030年度持平",), ()),
        ("杏川市园林局2031年三公经费和2030年比怎么样？", ("持平",), ()),
        # the share that a sentence tells goes with the amount that it tells
        ("杏川市园林局2031年科技支出占比多少？", ("8.00%", "40.00万元"), ("15.00",)),
        ("桐野县园林局301类支出多少？", ("**50.00万元**",), ()),
        ("桐野县园林局工资多少钱？", ("**50.00万元**",), ()),
        ("桐野县园林局工资福利支出的钱都从哪里来", (), ("50.00万元**比",)),
        # the bureau of another place named by the place alone
        ("桐野县园林局支出合计比杏川少多少？", ("420.00",), ()),
        ("谁2032年花钱最少？", (), ("30.00", "50.00")),
    ],
)  # fmt: skip
def test_a_plain_question_is_answered(assistant: Assistant, question: str, told: tuple[str, ...], not_told: tuple[str, ...]) -> None:
    text = assistant.ask(question).text
    assert all(word in text for word in told), text
    assert not any(word in text for word in not_told), text


@pytest.mark.parametrize("question", ["你们局去年一共花了多少钱？", "去年三公经费多少？", "2031年和2032年哪年支出合计多？"])
def test_years_alone_do_not_say_whose_they_are(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "clarify"
    assert len(answer.choices) == 2
    assert not answer.values


@pytest.mark.parametrize("message", ["行，谢谢你啊，辛苦了", "好的知道了", "嗯嗯"])
def test_a_courtesy_asks_nothing(assistant: Assistant, message: str) -> None:
    answer = assistant.ask(message)
    assert answer.status == "not_found"
    assert "没有找到" not in answer.text


@pytest.mark.parametrize(
    ("earlier", "question", "told"),
    [
        ("杏川市园林局2031年公车花了多少？", "有几辆", ("**2辆**", "**1辆**")),
        ("杏川市园林局2031年支出合计多少？", "从哪页来的", ("500.00",)),
        ("桐野县园林局2032年机关运行经费比上年增加多少？", "去年呢", ("**26.00万元**", "30.00 − 4.00 = 26.00")),
        ("杏川市园林局行道树补植项目一年多少钱？", "是哪家单位的项目", ("**杏川市苗木中心**", "沿用前面问的“行道树补植")),
        ("杏川市园林局古树复壮项目全年预算多少？", "自评得了几分", ("92.5",)),
    ],
)
def test_what_follows_on_a_figure(assistant: Assistant, earlier: str, question: str, told: tuple[str, ...]) -> None:
    text = assistant.ask(question, (earlier,)).text
    assert all(word in text for word in told), text


def test_counts_that_contradict_each_other_make_no_chart(assistant: Assistant) -> None:
    assert chart_values(assistant.ask("杏川市园林局2031年到底有没有公车？")) is None


def test_where_the_money_comes_from_is_no_question_for_the_page(assistant: Assistant) -> None:
    assert "**500.00万元**" not in assistant.ask("钱从哪来的", ("杏川市园林局2031年支出合计多少？",)).text


def test_a_difference_in_points_of_a_share_is_no_amount_of_money(assistant: Assistant) -> None:
    assert assistant.ask("桐野县园林局支出合计比杏川低几个百分点？").status == "not_found"
