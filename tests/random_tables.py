"""Random tables of forms that nobody prescribes, for the property tests: header trees, codes, blanks, styles and page breaks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from eval.invented import InventedTable, NumberStyle
from eval.invented_form import Form, Side, Value, fill_form

GROUPS = ("本年支出", "基本支出", "项目支出", "财政拨款", "其他资金", "上年结转资金", "一般公共预算资金安排情况")
LEAVES = ("小计", "人员经费", "公用经费", "工资福利支出", "商品和服务支出", "资本性支出", "一般公共预算拨款", "政府性基金", "事业收入")
SINGLE = ("总计", "年初结转和结余", "本年收入", "年末结转和结余", "预算数", "决算数")
STUBS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("科目名称",),),
    (("科目编码",), ("科目名称",)),
    (("项目", "科目编码"), ("项目", "科目名称")),
    (("科目编码", "类"), ("科目编码", "款"), ("科目编码", "项"), ("科目名称",)),
    (("单位代码",), ("单位名称",)),
)
NAMES = (
    "办公费", "印刷费", "差旅费", "会议费", "培训费", "劳务费", "委托业务费", "公务接待费", "公务用车运行维护费", "其他交通费用",
    "机关事业单位基本养老保险缴费", "职业年金缴费支出", "城镇职工基本医疗保险缴费", "公务员医疗补助缴费", "其他社会保障缴费",
    "其他对个人和家庭的补助支出", "信息网络及软件购置更新", "专用设备购置", "大型修缮（含装修）", "物业管理费",
)  # fmt: skip
STYLES = st.builds(
    NumberStyle,
    unit=st.sampled_from(("元", "万元")),
    decimals=st.integers(1, 2),
    has_thousands=st.booleans(),
    is_zero_blank=st.booleans(),
)
MONEY = st.one_of(st.none(), st.integers(0, 99_999_999).map(lambda cents: Decimal(cents * 100)))
INCOME = ("一般公共预算拨款收入", "政府性基金预算拨款收入", "事业收入", "上级补助收入", "附属单位上缴收入", "其他收入")
SPENDING = ("一般公共服务支出", "教育支出", "社会保障和就业支出", "卫生健康支出", "城乡社区支出", "农林水支出", "住房保障支出")
NUMERALS = "一二三四五六七八九十"
INDICATORS = (
    ("产出指标", ("数量指标", "质量指标", "时效指标")),
    ("效益指标", ("经济效益指标", "社会效益指标", "可持续影响指标")),
    ("满意度指标", ("服务对象满意度指标",)),
)
GOALS = ("培训班次", "检查企业数量", "设备验收合格率", "项目按期完成率", "投诉处理及时率", "服务群众人次", "档案整理数量", "群众满意度")
TARGETS = ("≥95%", "100%", "≥12次", "≤30天", "36个", "逐步提升", "明显改善", "≥2.5万人次")


@st.composite
def header_paths(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    """The header paths of two to nine amount columns: single columns and groups of two to four."""
    groups = draw(st.lists(st.sampled_from(GROUPS), unique=True, max_size=2))
    singles = draw(st.lists(st.sampled_from(SINGLE), unique=True, min_size=0 if groups else 2, max_size=2))
    paths: list[tuple[str, ...]] = [(single,) for single in singles]
    for group in groups:
        leaves = draw(st.lists(st.sampled_from(LEAVES), unique=True, min_size=2, max_size=4))
        paths += [(group, leaf) for leaf in leaves]
    return tuple(paths)


def invented_tables(title: str = "资金安排情况表") -> st.SearchStrategy[InventedTable]:
    """A table of a random form: plain rows, income beside spending, or indicators under merged groups."""
    return st.one_of(plain_tables(title), two_sided_tables(title), indicator_tables(title))


@st.composite
def plain_tables(draw: st.DrawFn, title: str) -> InventedTable:
    """Rows with a total row first or last and any cells blank."""
    stub = draw(st.sampled_from(STUBS))
    amounts = draw(header_paths())
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=2, max_size=14))
    rows: list[list[Value]] = [
        [*labels, *draw(st.lists(MONEY, min_size=len(amounts), max_size=len(amounts)))]
        for labels in (stub_labels(len(stub), index, name) for index, name in enumerate(names))
    ]
    total: list[Value] = [*[""] * (len(stub) - 1), "合计", *(Decimal(100_000_000 + column) * 100 for column in range(len(amounts)))]
    rows.insert(draw(st.sampled_from((0, len(rows)))), total)
    columns = (*stub, *amounts)
    labels = ((tuple(range(len(stub) - 1)), (len(stub) - 1,))) if len(stub) > 1 else ((0,),)
    form = Form(title, "", columns, (Side(labels, tuple(range(len(stub), len(columns)))),), notes=())
    return fill_form(form, rows, draw(STYLES), "", ())


def stub_labels(width: int, index: int, name: str) -> list[Value]:
    """The codes and the name of one row."""
    code = f"2{index % 10:02d}{index % 7 + 1:02d}{index + 1:02d}"
    codes = {1: (), 2: (code,), 4: (code[:3], code[3:5], code[5:])}[width]
    return [*codes, name]


@st.composite
def two_sided_tables(draw: st.DrawFn, title: str) -> InventedTable:
    """Income on the left, spending on the right with one to three amounts, the longer side going on alone, totals below."""
    amounts = draw(st.sampled_from(((("支出", "金额"),), (("支出", "合计"), ("支出", "一般公共预算"), ("支出", "政府性基金")))))
    left, right = (numbered(draw(st.lists(st.sampled_from(pool), unique=True, min_size=1))) for pool in (INCOME, SPENDING))
    height = max(len(left), len(right))
    rows: list[list[Value]] = [
        [
            *side_row(left, index, draw(st.lists(MONEY, min_size=1, max_size=1))),
            *side_row(right, index, draw(st.lists(MONEY, min_size=len(amounts), max_size=len(amounts)))),
        ]
        for index in range(height)
    ]
    for name, other in (("本年收入合计", "本年支出合计"), ("收入总计", "支出总计")):
        rows.append([name, Decimal(700_000), other, *[Decimal(700_000)] * len(amounts)])
    columns = (("收入", "项目"), ("收入", "金额"), ("支出", "项目"), *amounts)
    sides = (Side(((0,),), (1,)), Side(((2,),), tuple(range(3, len(columns)))))
    return fill_form(Form(title, "", columns, sides), rows, draw(STYLES), "", ())


def numbered(names: list[str]) -> list[str]:
    """The names with their ordinals."""
    return [f"{NUMERALS[index]}、{name}" for index, name in enumerate(names)]


def side_row(names: list[str], index: int, amounts: list[Decimal | None]) -> list[Value]:
    """One side of one row; blank where the side has ended."""
    return [names[index], *amounts] if index < len(names) else ["", *[None] * len(amounts)]


@st.composite
def indicator_tables(draw: st.DrawFn, title: str) -> InventedTable:
    """Indicators of three levels; the higher levels are printed once for all rows that they cover."""
    rows: list[list[Value]] = []
    labels: list[tuple[str, str, str]] = []
    goals = draw(st.permutations(GOALS))
    for first, seconds in draw(st.lists(st.sampled_from(INDICATORS), unique=True, min_size=1)):
        for second in draw(st.lists(st.sampled_from(seconds), unique=True, min_size=1)):
            for _ in range(draw(st.integers(1, 2))):
                if len(labels) < len(goals):
                    labels.append((first, second, goals[len(labels)]))
    for index, label in enumerate(labels):
        before = labels[index - 1] if index else ("", "", "")
        printed = [part if label[: depth + 1] != before[: depth + 1] else "" for depth, part in enumerate(label)]
        rows.append([*printed, draw(st.sampled_from(TARGETS))])
    columns = (("一级指标",), ("二级指标",), ("三级指标",), ("指标值",))
    table = fill_form(Form(title, "", columns, (Side(((0,), (1,), (2,)), (3,)),)), rows, NumberStyle(), "", ())
    figures = tuple(
        replace(figure, row=label, unit="%" if figure.value == "100%" else "") for figure, label in zip(table.figures, labels, strict=True)
    )
    return replace(table, figures=figures)
