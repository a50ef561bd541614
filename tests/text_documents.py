"""Invented documents for the tests of answers that quote text."""

from app.question.text_question import TextQuestion
from ingest.document import Cell, Document, DocumentInfo, Figure, Paragraph, Place, Section, Table
from retrieval.query import DocumentChoice

OVERVIEW = "第一部分 概况"
DUTIES = (OVERVIEW, "一、主要职责")
OFFICES = (OVERVIEW, "二、机构设置情况")
STORY = "第二部分 预算情况说明"
GLOSSARY = ("第三部分 名词解释",)

GREEN = "青田市林业局"
NURSERY = "青田市苗圃中心"
GREEN_SECTIONS = (
    (DUTIES, (
        "青田市林业局贯彻上级方针。主要职责是：",
        "一、拟订全市造林规划并组织实施。",
        "二、负责森林防火，组织扑救演练。",
        "三、保护野生动物和湿地。",
        "青田市苗圃中心主要职责是：",
        "一、培育良种苗木。",
        "二、承担苗木检验的日常工作。",
    )),
    (OFFICES, (
        "青田市林业局内设办公室、造林科、防火科三个科室。机关行政编制9名。",
        "青田市苗圃中心含2个内设机构：办公室、技术科。",
        "预算单位构成：1.青田市林业局本级；2.青田市苗圃中心。",
    )),
    ((STORY, "一、收入支出预算总体情况说明"), (
        "2024年收入总计90.10万元，支出总计90.10万元，与上年相比各增加7.20万元，主要原因：新增造林任务。",
    )),
    ((STORY, "二、一般公共预算基本支出情况说明"), (
        "基本支出60.00万元。其中：人员经费50.00万元，主要包括：基本工资、奖金；公用经费10.00万元，主要包括：办公费、水费。",
    )),
    ((STORY, "三、“三公”经费情况说明"), (
        "（一）公务接待费1.20万元，比上年预算数减少0.30万元，主要原因：厉行节约。",
        "（二）公务用车运行维护费2.00万元，比上年预算数增加0.50万元，主要原因是车辆老化。",
    )),
    ((STORY, "四、政府性基金预算支出情况说明"), ("我部门2024年没有使用政府性基金预算拨款安排的支出。",)),
    (GLOSSARY, (
        "一、基本支出：是指为保障机构运转而发生的开支，包括人员经费和公用经费两部分。",
        "二、“三公”经费：是指因公出国（境）费、公务用车费和公务接待费。",
        "三、农林水支出（类）林业和草原（款）森林培育（项）：反映造林方面的支出。",
    )),
)  # fmt: skip
RED_SECTIONS = (
    (DUTIES, ("拟订造林计划；指导农田灌溉；负责森林防火和水库巡查。",)),
    ((STORY, "一、收入支出预算总体情况说明"), ("2024年收、支总计均为30.00万元，比上年减少1.00万元。主要原因是项目结束。",)),
    (GLOSSARY, ("一、“三公”经费：指出国、用车和接待三项费用。",)),
)


Sections = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def document(key: str, organization: str, sections: Sections, units: tuple[str, ...] = ()) -> Document:
    """A document of these sections."""
    info = DocumentInfo(key, key + ".txt", organization=organization, units=units, year=2024, kind="预算", scope="部门")
    built = []
    line = 1
    for path, texts in sections:
        paragraphs = tuple(Paragraph(text, Place(lines=(line + index, line + index))) for index, text in enumerate(texts))
        built.append(Section(path, paragraphs, Place(lines=(line, line + len(texts)))))
        line += len(texts) + 1
    return Document(info, tuple(built))


def green() -> Document:
    """The forestry bureau, with a table of income by unit and one of goals."""
    base = document("green", GREEN, GREEN_SECTIONS, (NURSERY, "青田市防火站", GREEN + "本级"))
    income = Table(0, "部门收入预算表", None, "万元", ("附件",), (Cell(NURSERY, 1, 0), Cell("青田市防火站", 2, 0)))
    goals = Table(1, "部门整体绩效目标表", None, "", ("附件",), ())
    figures = (
        Figure(0, ("101", NURSERY), ("总计",), "5", None, Place(), (1, 1)),
        Figure(0, ("102", "青田市防火站"), ("总计",), "4", None, Place(), (2, 1)),
        Figure(1, ("年度履职目标",), (), "守住绿水青山。", None, Place(), (0, 1)),
        Figure(1, ("年度主要任务", "一是植树"), ("主要内容",), "栽种一千亩。", None, Place(), (2, 2)),
        Figure(1, ("年度主要任务", "二是防火"), ("主要内容",), "巡护山林。", None, Place(), (3, 2)),
        Figure(1, ("投入管理指标", "预算执行率"), ("指标值说明",), "预算执行率=完成数除以预算数。", None, Place(), (5, 4)),
    )
    return Document(base.info, base.sections, (income, goals), figures)


def red() -> Document:
    """The county's bureau, whose duties are one paragraph without numbers."""
    return document("red", "红岭县农林局", RED_SECTIONS)


def ask(rest: str, *documents: Document, is_each: bool = False, units: tuple[str, ...] = ()) -> TextQuestion:
    """The question over these documents, its organisation already blanked out."""
    choice = DocumentChoice(tuple(item.info.id for item in documents), rest, is_each=is_each, units=units, organizations=("x",))
    return TextQuestion(rest, rest, documents, choice)

BLUE = "墨河市档案局"
BLUE_READING = "墨河市方志馆"
BLUE_SECTIONS = (
    ((OVERVIEW, "一、机构设置情况"), (
        "墨河市档案局是市政府工作部门，为正处级。内设办公室、保管科两个科室。",
        "墨河市方志馆为公益一类事业单位，机构规格相当于副科级。",
        "墨河市修复中心因账户合并，账目统一由局机关管理，不需单独编报预算；墨河市影像站编制6名。",
    )),
    ((OVERVIEW, "二、主要职责"), (
        "（一）拟订全市档案事业规划。",
        "（二）承担地方志编纂的组织工作，管理国有档案资源。",
        "（三）指导库房消防。",
    )),
    ((STORY, "一、收入支出决算总体情况说明"), (
        "2024年收、支总计均为80.00万元，比上年增加20.00万元，主要原因是：新增库房改造、古籍扫描等项目。",
    )),
    ((STORY, "二、国有资产占用情况"), (
        "2023年末，固定资产总额90.00万元，其中，房屋60.00万元，书架30.00万元。",
        "2023年末，共有车辆2辆；单价50万元以上的通用设备4台（套），单价100万元（含）以上设备（不含车辆）1台（套）。",
        "2024年安排购置单价100万元（含）以上设备（不含车辆）0台（套）。",
    )),
    ((STORY, "三、预算绩效情况说明"), (
        "重点项目一：库房改造，安排20.00万元，主要用于防潮。重点项目二：古籍扫描，安排13.00万元。",
        "2024年对7个项目开展了绩效自评，涉及资金33.00万元。",
        "编制绩效目标的项目5个，涉及资金21.00万元；绩效跟踪的项目6个，涉及资金22.00万元。",
    )),
    ((STORY, "四、重点绩效评价结果"), ("我部门选取了古籍扫描项目开展部门评价。该项目执行率为98.20%，得分为97.10分。",)),
    ((STORY, "五、专项转移支付项目情况"), ("我部门无专项转移支付项目。",)),
    (("第三部分 项目情况", "一、项目概况"), ("库房改造工程位于墨河东岸。",)),
    (("第三部分 项目情况", "二、实施周期"), ("第一季度招标，第二季度施工。",)),
    (GLOSSARY, ("一、项目支出：是指在基本支出以外安排的开支。", "二、调档：指把档案从库房取出的手续。")),
)  # fmt: skip


def blue() -> Document:
    """The archives, with forms of two projects, a summary of them and a table of targets."""
    base = document("blue", BLUE, BLUE_SECTIONS, (BLUE_READING, "墨河市修复中心", "墨河市影像站"))
    tables = (
        Table(0, "项目单位自评表", None, "", ("附件",), (), context="库房改造"),
        Table(1, "项目单位自评表", None, "", ("附件",), (), context="古籍扫描"),
        Table(2, "项目单位自评汇总表", None, "", ("附件",), ()),
        Table(3, "项目绩效目标汇总表", None, "", ("附件",), ()),
        Table(4, "部门整体绩效目标表", None, "", ("附件",), ()),
    )
    scan, store = ("77001", "古籍扫描经费", "产出指标"), ("77002", "库房改造尾款", "产出指标")
    figures = (
        Figure(2, ("库房改造",), ("资金归口处室",), "行政科", None, Place(), (1, 1)),
        Figure(2, ("古籍扫描",), ("资金归口处室",), "文化科", None, Place(), (2, 1)),
        Figure(3, (*scan, "扫描人员人数"), ("指标值",), "12人", None, Place(), (1, 4)),
        Figure(3, (*scan, "扫描人员工资发放时间"), ("指标值",), "每月15日前", None, Place(), (2, 4)),
        Figure(3, (*store, "尾款支付时间"), ("指标值",), "2024年9月30日前", None, Place(), (3, 4)),
        Figure(3, (*store, "防火门、排风机个数"), ("指标值",), "≥8个", None, Place(), (4, 4)),
        Figure(4, ("产出指标", "重点任务完成", "征集档案完成率"), ("指标值",), "≥90%", None, Place(), (1, 3)),
        Figure(4, ("产出指标", "重点任务完成", "开放档案完成率"), ("指标值",), "≥80%", None, Place(), (2, 3)),
    )
    return Document(base.info, base.sections, tables, figures)
