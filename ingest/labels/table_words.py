"""The words of printed tables as data: what kind of column a header announces and what kind of content a cell holds."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ingest import late_re as re
from ingest.quantity import REMEMBERED, fold_number, parse_number

TOTAL_WORDS = frozenset(
    ("合计", "总计", "小计", "总分", "收入合计", "支出合计", "收入总计", "支出总计", "本年收入合计", "本年支出合计", "本年合计")
)
COUNTER_HEADERS = re.compile(r"行次|栏次|序号|项目序号")
PROJECT_NAME = re.compile(r"(?:专项|项目|政策)(?:[(](?:专项|项目|政策|资金)[)])?(?:资金)?名称")
LABEL_HEADERS = re.compile(
    r"年度|年份|(采购)?品目(名称)?|采购(内容|标的|物品)(名称)?|[一二三四]级(目录|分类)?|(收入|支出|预算|采购|支出预算)?项目(名称|单位|分类|类别)?(\(.*\))?|.*(编码|代码|编号)|.*名称(\(.*\))?|按?(功能|经济|支出|收入)*分类.*|.*科目(\(.*\))?"
    r"|类|款|项|目|类型|类别|预算单位|项目单位|采购单位|单位|部门|收入|支出|[一二三四]级?指标|[一二三四]级([/、][一二三四]级)*(绩效)?(指标|目标)|任务名称|支出内容|(主要)?事项|单位\(.*\)"
    r"|项目单位\(.*\)|单位编码\(.*\)|资产名称|指标(名称|内容)?|内容"
)
CODE_PIECES = frozenset("类款项目")
GROUP_NAMES_WITHOUT_MEANING = frozenset({"绩效指标", "绩效目标", "年度绩效指标"})
FORM_HEADERS = re.compile(
    r"(年初|全年|本年|上年|调整|\(调整\))*(预算|执行|决算)(金额|数)(\(.*\))?|分值|(自评)?得分|(预算)?执行率(权重|分值|得分)?%?|情况说明|存在问题.*|预期(总体)?目标|(年度|全年)?(总体目标)?实际完成情况|目标实际完成情况"
    r"|任务名称|主要内容|[一二三四]级([/、][一二三四]级)*(绩效)?(指标|目标)(名称)?|(年度|预期|绩效)*指标(目标)?值|(全年|年度)?实际(完成)?(指标)?值|(前年|上年|当年|本年|20\d\d年度?)(实际|预计|预期)?(完成|目标|指标)?值|指标值说明|偏差(度|率)%?|偏差原因.*|未完成原因.*|完成情况|目标值|完成值"
    r"|(指标)?权重|指标|指标分值|评分标准|(绩效)?指标(内容|名称|说明|描述|解释)|总额|财政拨款|其他资金|备注|(绩效)?(指标)?(计量单位|度量单位|计算单位|方向|性质|符号)|(计算|运算)符号"
)
FORM_FIELDS = re.compile(
    r"项目(名称|编码|代码|类别|类型|属性|负责人|单位|期)|(项目)?(主管|实施|预算|填报|申报)(部门|单位)(及代码)?|(部门|单位)(\((部门|单位)\))?(名称|编码)|联系(人|电话)|(年度|总体|中长期|项目)?(履职|总体|绩效)*目标"
)
FORM_SECTIONS = re.compile(
    r"(项目|年度)+(预算|年度|总)*金额(\(.*\))?|(部门)?(整体)?预算(情况|总额.*|支出情况)|(部门)?整体支出情况|资金(来源|结构)?(情况)?(\(.*\))?:?|(项目|年度)?资金(情况|总额)?(\(.*\))?:?|年度.*(目标|任务)|绩效指标|资金管理.*|项目资金.*"
)
FIRST_LEVEL = re.compile(r"(投入|投入管理|管理|过程|产出|效益|成本|满意度|绩效)指标")
SECOND_LEVEL = re.compile(r"(数量|质量|时效|(经济|社会|生态环境)成本|(经济|社会|生态)效益|可持续影响|(服务对象)?满意度)指标")
VALUE_WORDS = re.compile(
    r"相关|科学|合理|完整|真实|合规|健全|公开|规范|(较|比较|效果)?明显|显著|(逐步|不断|持续|有所|有效)?(提高|提升|改善|优化|增强)|及时|有效"
    r"|良好|优|良|优秀|合格|达标|完成|已完成|是|否|节约|节省|避免|迅速|较高|较好|长期|持续|稳定|保障|无"
)
MEASURE = re.compile(
    r"[≥≤＞＜><=＝≧≦]+.*|[约达]?-?\d[\d,.]*(%|‰|[万亿千百]?(元|[次个人天件项套台家条分份批张年月日时级名处场座吨度辆平公小星期]).{0,6})|-?\d[\d,.]*[-~至]\d[\d,.]*%?"
)
DASHES = frozenset({"-", "--", "—", "——", "－", "–", "/", "-%", "——%"})
ENUMERATED = re.compile(r"[(（]?[一二三四五六七八九十]+[)）、.．]|[(（]\d+[)）]|\d+[、.．](?!\d)|其中[:：]")
MONTH = re.compile(r"\d{1,2}月(?:底|末|份)?|第?[一二三四1-4]季度")  # heads a column of what is planned till then
YEAR_DIGITS = 4  # 2024 heads a column, 12 numbers it
GOODS_CODE = re.compile(r"[ABC]\d{4,}")  # the national catalogue of what governments buy
GOODS_NAME = re.compile(r"[ABC]\d{4,}\s*[一-鿿].*")  # A02010105台式计算机, as one cell
ACCOUNT_NAME = re.compile(r"2\d{2}(?:\d{2}){1,2}[-—\s]*[一-鿿][^\d]*")  # 2070111文化创作与保护, as one cell
SCORE_HEADERS = re.compile(r".*(分值|得分|权重|人数|编制数|实有数|数量|个数|次数|辆数|面积|年限|(?<!统)计数)(\(.*\))?")
RATE_HEADERS = re.compile(r".*(率|比重|比例|占比|偏差度|增减%|%|(?:增减|增长|变动|变化)幅度|[增降]幅)(\(%\))?")
MONEY_WORDS = re.compile(r".*(预算|执行|决算|金额|资金|总额|支出|收入|拨款|经费|结转|结余|合计|总计|小计|基金|类|公用|人员).*")
MONEY_UNIT = re.compile(r"(百万元|亿元|万元|千元|元)")


@lru_cache(maxsize=REMEMBERED)
def fold_all(text: str) -> str:
    """A text for comparing: half width, no space at all."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def join_wrapped(text: str) -> str:
    """A label as printed, with the spaces that wrapping left between Chinese characters removed."""
    wide = r"\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’…—"
    return re.sub(rf"(?<=[{wide}()])\s+|\s+(?=[{wide}()%])", "", text.strip())


def is_total(text: str) -> bool:
    """Whether a label is that of a total."""
    return fold_all(text).rstrip(":：") in TOTAL_WORDS


@lru_cache(maxsize=REMEMBERED)
def kind_of_cell(text: str) -> str:
    """What a body cell holds: number, percent, dash, measure (“≥2次”), word (“合规”), level1, level2 or text."""
    folded = fold_number(text)
    if folded in DASHES:
        return "dash"
    if parse_number(folded) is not None:
        return "number"
    if folded.endswith("%") and parse_number(folded[:-1]) is not None:
        return "percent"
    plain = fold_all(text)
    for kind, is_of_kind in (
        ("level1", bool(FIRST_LEVEL.fullmatch(plain))),
        ("level2", bool(SECOND_LEVEL.fullmatch(plain))),
        ("word", bool(VALUE_WORDS.fullmatch(plain))),
        ("measure", len(plain) <= 20 and bool(MEASURE.fullmatch(plain))),
    ):
        if is_of_kind:
            return kind
    return "text"


def kind_of_header(text: str) -> str:
    """What a column with this header holds: counter, level1, level2, label, percent, number, value or text."""
    folded = fold_all(text)
    for kind, pattern in HEADER_KINDS:
        if pattern.fullmatch(folded):
            return kind
    return "number"


HEADER_KINDS = (
    ("counter", COUNTER_HEADERS),
    ("level1", re.compile(r"一级?指标|一级目标|一")),
    ("level2", re.compile(r"二级?指标|二级目标|二")),
    ("label", LABEL_HEADERS),
    ("value", re.compile(r".*(指标值|实际完成值|目标值|完成值)|实际值")),
    (
        "text",
        re.compile(
            r".*(说明|描述|原因|措施|问题|情况|内容|目标|备注|目录|规格|型号|计量单位|度量单位|计算单位|类型|处室|科室|标准|方式|依据|性质|方向|时间|用途)(\(.*\))?"
            r"|是否.*|.*单位"
        ),
    ),
    ("percent", RATE_HEADERS),
)
