"""Invented documents for the tests of answers that quote text."""

from app.text_question import TextQuestion
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
