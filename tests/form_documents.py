"""A bureau with the forms that list things one by one: targets, self-evaluations, purchases and projects."""

from dataclasses import replace
from decimal import Decimal

from text_documents import GREEN, GREEN_SECTIONS, document

from ingest.document import Document, Figure, Place, Table
from ingest.quantity import parse_quantity

TARGETS, WHOLE, SUMMARY, PURCHASES, PROJECTS = "项目绩效目标表", "部门整体绩效目标表", "项目自评汇总表", "政府采购预算表", "项目支出预算表"
ROADS, NURSERY = "林区道路管护", "红松育苗补助"
UNITS = ("青禾县林业局", "青禾县苗圃管理中心")
TARGET_ROWS = [
    (("410001", ROADS, "产出指标", "组织道路巡查次数"), "≥6次"),
    (("410001", ROADS, "产出指标", "组织路政培训次数"), "≥2次"),
    (("410001", ROADS, "产出指标", "养护工人人数"), "≥14人"),
    (("410001", ROADS, "产出指标", "护林保安人数"), "≥9人"),
    (("410001", ROADS, "产出指标", "路面养护完成时间"), "2031年11月30日前"),
    (("410001", ROADS, "满意度指标", "林区群众满意度"), "≥92%"),
    (("410002", NURSERY, "产出指标", "容器苗培育数量"), "≥30万株"),
    (("410002", NURSERY, "满意度指标", "育苗农户满意度"), "≥88%"),
]
WHOLE_ROWS = [(("投入管理指标", "预算调整率"), "≤25%"), (("投入管理指标", "政府采购执行率"), "≥85%")]
SUMMARY_ROWS = [(ROADS, "40", "36.5", "91.25%", "95.2"), (NURSERY, "20", "12.4", "62.00%", "88.7"), ("古树名录编制", "0", "0", "-", "100")]
SUMMARY_COLUMNS = ("全年预算数", "全年执行数", "预算执行率", "自评得分")
PURCHASE_ROWS = [
    (UNITS[0], "割灌机", "货物", "12台", "3.6"), (UNITS[0], "档案整理", "服务", "1批", "2.4"),
    (UNITS[1], "割灌机", "货物", "5台", "1.6"), (UNITS[1], "苗圃保洁", "服务", "1批", "1.2"),
]  # fmt: skip
SCORED = ("年度指标值", "分值", "得分", "偏差原因分析及改进措施")
SCORED_ROWS = [
    (5, 1, "档案移交率", "≥90%", "12", "12"), (5, 2, "档案归还率", "≥70%", "7", "7"),
    (6, 1, "卷册归还率", "≥95%", "10", "8.5", "借阅人外出"), (6, 2, "卷册移交率", "≥80%", "5", "5"),
]  # fmt: skip
PROJECT_ROWS = [(ROADS, UNITS[0], "40"), ("古树名录编制", UNITS[0], "15"), (NURSERY, UNITS[1], "25")]


def forms() -> Document:
    """The bureau's document."""
    base = document("forms", GREEN, GREEN_SECTIONS)
    titles = (TARGETS, WHOLE, SUMMARY, PURCHASES, PROJECTS, "部门整体自评表", "项目自评表")
    tables = [Table(index, title, None, "万元", ("附件",), ()) for index, title in enumerate(titles)]
    tables[6] = replace(tables[6], context="古籍整理")
    figures = [figure(0, at, row, "指标值", value) for at, (row, value) in enumerate(TARGET_ROWS)]
    figures += [figure(1, at, row, "指标值", value) for at, (row, value) in enumerate(WHOLE_ROWS)]
    for at, (name, *cells) in enumerate(SUMMARY_ROWS):
        pairs = zip(SUMMARY_COLUMNS, cells, strict=True)
        figures += [figure(2, at, (name,), column, cell, "" if column == "自评得分" else "万元") for column, cell in pairs]
    for at, (unit, item, catalogue, quantity, amount) in enumerate(PURCHASE_ROWS):
        row = ("213 02 99", unit, "护林巡护服务", item) if catalogue == "服务" else ("213 02 99", unit, item)
        figures += [figure(3, at, row, "采购目录", catalogue), figure(3, at, row, "采购数量", quantity[:-1], quantity[-1])]
        figures += [figure(3, at, row, "金额", amount)]
    figures += [figure(4, at, ("其他运转类", name, unit), "合计", amount) for at, (name, unit, amount) in enumerate(PROJECT_ROWS)]
    figures += [figure(4, 9, ("合计",), "合计", str(sum(Decimal(amount) for *_, amount in PROJECT_ROWS)))]
    for table, at, name, *cells in SCORED_ROWS:
        figures += [figure(table, at, ("产出指标", name), column, value, "") for column, value in zip(SCORED, cells, strict=False)]
    return Document(replace(base.info, organization=UNITS[0], units=UNITS), base.sections, tuple(tables), tuple(figures))


def figure(table: int, at: int, row: tuple[str, ...], column: str, value: str, unit: str = "万元") -> Figure:
    """One cell."""
    return Figure(table, row, (column,), value, parse_quantity(value, unit), Place(), (at, len(column)))
