"""Words that narrow whatever they stand beside: a figure whose place in the document bears none of their kind is of something else."""

from __future__ import annotations

from app.answer import Answer, Citation
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

END = r"(?=$|[?,;]|的?(?:是|有|一共|总共|合计|总额|为)*(?:多少|几|呢|$))"
LEVEL = re.compile(r"(中央|省级|市级|区级|县级|旗级|上级)(?:补助|财政|配套|资金)*的?(?=$|[?,;]|呢|资金|补助|配套|财政|多少|出)")
KEPT = tuple(
    (re.compile(asked), re.compile(borne))
    for asked, borne in (
        (r"结转|结余", r"结转|结余|结存"),
        (r"集中采购", r"集中"),
        (r"去世|病故|死亡(?!抚恤)", r"去世|病故|死亡"),
        (r"自有(?:资金|收入)", r"自有|单位资金|其他|事业|经营"),
        (r"单位资金", r"单位资金|自有|其他|事业|经营"),
        (rf"(?:价值|原值|净值){END}", r"价值|原值|净值|总额|元"),
        (rf"(?:资金|钱的)来源{END}", r"拨款|上级|中央|[省市县区旗]级|自有|自筹|单位资金|基金|公共预算|财政|事业收入|其他收入"),
        (rf"标准{END}", r"标准|每|/"),
        (rf"(?:面积|(?:[房楼馆站院局厅室场库]|(?<!盘)子)有?多大){END}", r"面积|平方|㎡|公顷|亩"),
        (rf"(?:里程|长度){END}", r"里程|长度|公里|米"),
        (rf"天数{END}", r"天"),
        (rf"(?:购置|添置){END}", r"购|买|添|新增"),
        (rf"运行(?:费|维护费)?{END}", r"运行|运维|运转"),
        (rf"编制(?:人?数)?{END}", r"编"),
        (rf"(?:机关|本级)(?:的)?编制(?:人?数)?{END}", r"机关|本级|行政"),
        (rf"(?<!个)项目{END}", r"项目|专项|工程|课题|经费|资金|补助|补贴"),
    )
)

POSTS = tuple(  # of one kind; those vacant are reckoned from others
    (re.compile(asked), re.compile(borne))
    for asked, borne in (
        (r"事业编制", r"事业"),
        (r"参公编制", r"参公|参照"),
        (r"行政编制", r"行政"),
        (r"实有(?:人数|人员)?各?(?:是|有)*(?:多少|几)", r"实有|在职|在编|在岗|现有|年末|人员"),
    )
)

BOUGHT = r"(?:买|购置|购买|添置|更新|新增)[了进入过的]*(?:多少|几)[辆台]"
SAID = (  # what no answer may leave unsaid, quoted or not
    (re.compile(r"(?:重点|部门|财政)(?:绩效)?评价"), re.compile(r"评价")),
    (re.compile(r"重点项目(?:预算)?的?(?:绩效目标|都?(?:有|是|包括)[哪什几啥])|[哪什][些么]重点项目"), re.compile(r"重点(?:支出)?项目")),
    (re.compile(r"(?:本级|汇总)(?:预算|决算)?还是(?:本级|汇总)"), re.compile(r"本级|汇总")),
    (re.compile(r"(?:报废|处置|减少|租)[了掉]?(?:多少|几)[辆台]"), re.compile(r"报废|处置|减少|租")),
    (re.compile(rf"执行率{END}"), re.compile(r"[%％率]")),
    (re.compile(rf"编制(?:人?数)?{END}|(?:多少|几个?)编制"), re.compile(r"(?<!预算)编制?(?!完整|范围)")),
    (re.compile(r"年初预算数?(?:增|减|下降|多(?!少)|少(?!数))"), re.compile(r"年初|(?<!公共)(?<!基金)(?<!部门)预算")),
    (re.compile(r"整体(?:支出|绩效)*自评[^,;?]{0,6}(?:得分|总分|多少分|几分|评分)"), re.compile(r"整体")),
    (re.compile(r"得分率"), re.compile(r"[%％]|得分率")),
    (re.compile(r"[率数][^,;?]{0,4}(?:计算公式|(?:怎么|如何|怎样)(?:计算|算)(?!出))"), re.compile(r"[=＝÷/×]|公式|除以|是指|指标值说明")),
    (re.compile(r"(?:率|比例)[^,;?]{0,4}(?:怎么|如何|怎样|咋)(?:计算|算)"), re.compile(r"[%％=＝÷×/]|公式|除以")),
    (re.compile(r"采[取用](?:的是|的|了)?(?:什么|哪种|何种)(?:样的)?(?:[方形]式|模式|办法)"), re.compile(r"[方形]式|模式|办法|采[取用]")),
    (re.compile(r"谁家?的职[责能]"), re.compile(r"职责|职能|负责")),
    (re.compile(r"指标值说明"), re.compile(r"指标值说明|[=＝÷×]")),
    (re.compile(r"劳务派遣费"), re.compile(r"派遣")),
    (re.compile(r"支付给了?(?:多少|几)个?[人名]"), re.compile(r"(?:支付|发放?|付)给|每人")),
    (re.compile(r"(?:单位构成|下属单位|所属单位)[^?]*表[^?]*(?:对得上|对不上|一致|相符|吻合|出入|矛盾)"), re.compile(r"一致")),
    (re.compile(BOUGHT), re.compile(r"购|买|添|更新|新增")),
)

CLASS_BOUGHT = re.compile(
    r"采购[^,;?]{0,6}(?:类[别型]|品目|目录)(?:为|是|属于)+(货物|工程|服务)|采购[^,;?]{0,3}(货物|工程|服务)类|(货物|工程|服务)类[^,;?]{0,3}采购"
)
NONE_OF_WHOM = re.compile(
    r"哪(?:个|家|些|几[个家])?(?:单位|部门|局)[^,;?]{0,12}(?:没有?(?:安排|花|用)|未安排|[是为][0零])|[是为][0零]的(?:单位|部门|局)"
)
TOLD_NONE = re.compile(r"没有符合|都不符合")
OTHER_OF_CLASS = re.compile(r"其他(?P<account>[一-鿿]{4,}?支出)(?=[项款]?(?:的?(?:预算|决算|金额|数|占|比|较|是|为|有|多少)|[?,;、]|$))")
OF_ALL_UNITS, UNIT_NAMED = re.compile(r"全(?:部门|局|委|厅|系统)"), re.compile(r"(?:中心|站|支队|大队|馆|学校|机关|本级)(?!运行)")
BODY_OF = re.compile(r"[一-鿿]{1,10}?(?P<tail>[一-鿿](?:[大支]队|(?<!部)队|[^重保车]站|中心|学校|医院|馆))的(?=[一-鿿]{2})")
OWN_LEVEL, OF_DEPARTMENT = re.compile(r"(?<![省市县区镇乡])本级|局机关(?!运行)"), re.compile(r"[局委厅院]部门(?!预算|决算)|全部门")
ACRONYM = re.compile(r"(?<![a-z])[a-z]{2,4}(?=[一-鿿]{0,6}?(?:费|支出|系统|平台|项目|设备|服务))")  # GPS费用
OF_MORE, TOTAL = re.compile(r"三公.*(?:会议费|培训费)"), re.compile(r"合计|总计")
INITIAL = re.compile(rf"年初(?:的)?预算(?:数|安排)?(?:资金)?(?:{END}|的?(?:合计|之和|总和|相加|加起来))")
AGAINST = re.compile(r"[比较超差]|完成|决算|执行|实际|花|对")
AGAINST_BUDGET = re.compile(
    r"(?:比|较|跟|和|与|同)(?:20\d\d年度?|当年|本年|今年|同年)?的?预算(?:数|安排)?(?:相?比)?[^,;?]{0,3}(?:多|少|增|减|超|省|节|高|低|差)"
)
LAST_YEAR = re.compile(r"与(?:上年度?|去年|20\d\d年度?)相比")
READ_AS = re.compile(r"按“[^”]*”理解")
INITIAL_TOLD = re.compile(r"年初|(?<!全年)(?<!调整)(?<!公共)(?<!基金)预算")


def drops_word(answer: Answer, question: str) -> bool:
    """Whether such a word is asked for that no figure told stands under."""
    if answer.status == "answered" and any(asked.search(question) and not said.search(answer.text) for asked, said in SAID):
        return True
    text = fold(question)
    if answer.status == "answered" and drops_other(answer, text):
        return True
    if answer.answered_by != "rule" or not answer.values or not answer.citations:
        return False
    sections = (one.section for one in answer.citations if not one.table)
    places = fold("".join((*(value.label for value in answer.values), *map(cell_names, answer.citations), *sections)))
    units = "".join(value.unit for value in answer.values)
    kept = KEPT if answer.calculation else (*KEPT, *POSTS)
    if any(asked.search(text) and not borne.search(f"{places}{units}") for asked, borne in kept):
        return True
    if OWN_LEVEL.search(text) and all(OF_DEPARTMENT.search(value.label) for value in answer.values):
        return True  # of all the department, where its own level is asked for
    if UNIT_NAMED.search(text) and all(OF_ALL_UNITS.match(value.label) for value in answer.values):
        return True
    titles = fold("".join(one.title for one in answer.citations))
    is_money = any(value.unit in YUAN_PER_UNIT for value in answer.values)
    if is_money and any(one["tail"] not in f"{places}{titles}" for one in BODY_OF.finditer(text)):
        return True  # a unit's share of what is told of the whole department
    if NONE_OF_WHOM.search(text) and all(value.value for value in answer.values) and not TOLD_NONE.search(answer.text):
        return True  # who has none of it is asked, and what somebody has is told
    if (bought := CLASS_BOUGHT.search(text)) and not names_class(answer, next(filter(None, bought.groups()))):
        return True
    if any(name not in places.lower() for name in ACRONYM.findall(text.lower())):
        return True
    if "三公" in text and all(map(is_of_more_than_three, answer.citations[:1])):
        return True
    if INITIAL.search(text) and not AGAINST.search(text) and "决算" in (answer.citations[0].title or ""):
        cells = (part for one in answer.citations for part in (*one.row, *one.col))
        names = fold("".join((*(value.label for value in answer.values), *cells)))
        if not INITIAL_TOLD.search(names) and not INITIAL_TOLD.search(READ_AS.sub("", answer.text.partition("口径")[0])):
            return True  # neither what was spent nor the budget as it was changed is the first one
    if AGAINST_BUDGET.search(text) and "决算" in (answer.citations[0].title or "") and LAST_YEAR.search(answer.text.partition("口径")[0]):
        return True  # what was spent is to be held against the budget, not against the year before
    levels = {found.removesuffix("级") for found in LEVEL.findall(text)}
    return bool(levels) and not any(level in places for level in levels)


def drops_other(answer: Answer, question: str) -> bool:
    """Whether the rest of a class (“其他教育支出”) is asked for and nothing told is called so: the class itself is no part of it."""
    asked = (found["account"] for found in OTHER_OF_CLASS.finditer(question))
    return "其他" not in answer.text and any(name in load_vocabulary().standard_names for name in asked)


def names_class(answer: Answer, name: str) -> bool:
    """Whether a figure told, or its row or column, is named by this class of purchases."""
    cells = (part for one in answer.citations for part in (*one.row, *one.col))
    return any(name in part for part in (*(value.label for value in answer.values), *cells))


def is_of_more_than_three(one: Citation) -> bool:
    """Whether a cell is the total of a table that tells 会议费, 培训费 besides 三公经费, under no header of the three."""
    is_total = bool(one.col) and bool(TOTAL.search(one.col[-1])) and "三公" not in "".join(one.col)
    return is_total and bool(OF_MORE.search(fold(one.table or "")))


def cell_names(one: Citation) -> str:
    """The names of a cell's row, column and table; of a sentence, which may tell of other items too, none."""
    return "".join((one.context or "", one.table or "", *one.row, *one.col)) if one.table else ""
