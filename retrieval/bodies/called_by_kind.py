"""A body called by nothing but its kind (图书馆, 医院), its number (二中) or whose school it is (师附小): in full where only one is so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.identity.organization_forms import fold_name
from retrieval.catalog import Body, Catalog

KIND = (
    "医院|小学|中学|高中|图书馆|博物馆|文化馆|美术馆|体育馆|科技馆|档案馆|纪念馆|群艺馆|党校|幼儿园|福利院|卫生院|卫生中心|敬老院|养老院|救助站|救助管理站|殡仪馆|"
    "殡葬所|殡葬管理所|法院|检察院|林场|监察大队|执法大队"
)
ATTACHED = {"小": "附属小学", "中": "附属中学"}
NUMBERED = {"中": ("中学", "中"), "院": ("医院",), "小": ("小学",), "幼": ("幼儿园",)}
PEOPLE = "人民"
ACCOUNTS = (
    r"(?:办公|差旅|会议|培训|公务接待|接待|水|电|取暖|印刷|邮电|维修|劳务|物业管理|福利)费|工会经费|公用经费|人员经费|机关运行经费|"
    r"基本工资|绩效工资|奖金|(?:住房)?公积金|退休费"
)
ASKED = (
    r"买|购|请客|养车|公车|公务用车|车辆|有?几[个名辆台家位]|有多少|出国|公务接待|接待|会议|发工资|工资|津贴|政府性基金|国有资本|政府采购|一般公共预算|(?:事业|其他|经营)收入|"
    r"社保|养老|医保|医疗|职业年金|租赁|职责|职能|干什么|是干|内设|科室|处室|绩效|自评|固定资产|房屋|机构设置|平均|为什么"
)
ACCOUNTS_TOO = ("图书馆", "博物馆", "文化馆", "美术馆", "纪念馆", "群艺馆", "体育馆")  # items of expenditure are called so too
BEFORE = (
    r"(?:(?<=^)|(?<=[\s,、;?!。:“(和与及跟同比的把给在让对问局委厅])|(?<=请问)|(?<=还有)|(?<=以及)|(?<=下属)|(?<=所属)|(?<=那个)|(?<=这个)|(?<=年度)|(?<=\d年))"
)
AFTER = (
    rf"(?=$|[\s,、;?!。”)的呢]|[和与跟及](?!外)|20\d\d|今年|去年|本年|上年|预算|决算|总?收入|总?支出|收支|在校|总额|一共|总共|合计|基本支出|三公|“三公|财政拨款|结转|"
    rf"项目(?:$|[\s,?的]|支出|总|有|多少|几|一共|花)|采购(?:$|[\s,?]|多少|预算|金额|支出|一共|总)|面积|多大|编制|在职|在编|实有|退休|编外|花了|用了|花多少|多少人|人均|{ACCOUNTS}|{ASKED})"
)
CALLED = re.compile(
    rf"(?:{BEFORE}(?:(?P<kind>{KIND})|(?P<number>[一二三四五六七八九十])(?P<short>[中院小幼]))|(?:{BEFORE}|(?<=[市县区]))(?P<whose>[\u4e00-\u9fff]{{0,2}})附(?P<school>[中小])){AFTER}"
)


def called_by_kind(question: str, catalog: Catalog) -> str:
    """The question with such names as their documents print them in full; as it is where several bodies, or none, are of the kind."""
    named = [body for body in catalog.bodies if (body.documents or body.parents) and body.forms]

    def full(found: re.Match[str]) -> str:
        of_kind = [body for body in named if is_of(found, body)]
        is_named = any(form in question for body in of_kind for form in (fold_name(body.name), *body.forms) if form != found[0])
        is_item = found["kind"] in ACCOUNTS_TOO and re.search(r"[局委厅]$", question[: found.start()])
        if is_item and re.match(r"的?支出|花", question[found.end() :]):
            return found[0]  # “文旅局图书馆支出”
        return found[0] if len(of_kind) != 1 or is_named else fold_name(of_kind[0].name)

    return CALLED.sub(full, question)


def is_of(found: re.Match[str], body: Body) -> bool:
    """Whether a body is of the kind, bears the number or is the school of those by whom it is called."""
    name = body.forms[0]
    if found["school"]:
        ending = ATTACHED[found["school"]]
        return name.endswith(ending) and bool(re.search(".*".join(("", *found["whose"], ending)), name))
    if found["kind"]:
        return name.endswith(spellings(found["kind"]))
    ends = NUMBERED[found["short"]]
    return f"第{found['number']}" in name and (name.endswith(ends) or (found["short"] == "中" and name.endswith("高级中学")))


def spellings(kind: str) -> tuple[str, ...]:
    """How the names of such bodies may end."""
    more: Iterable[str] = {"高中": ("高级中学",), "殡葬所": ("殡葬管理所",), "救助站": ("救助管理站",)}.get(kind, ())
    return (kind, *more)
