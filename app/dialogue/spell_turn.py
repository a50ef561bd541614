"""Turns of one or two words (多少批, 其他, 货物, 最低呢, 年初, 剩了多少) as the questions that they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from app.question_reader import QuestionReader
from ingest import late_re as re
from retrieval.lookup.class_of_code import CLASSES
from retrieval.spelling.normalize_question import normalize_question

LEAD, TAIL = r"(?:那么?|还有|其中|一共)?", r"的?(?:呢|是|有)*(?:多少)?[?？。]?"
END = re.compile(rf"{LEAD}(?P<end>年初|年末|年底){TAIL}")
REMAINS = re.compile(
    r"(?:那么?|最后|年底|到底|还|钱|一共)*(?:剩(?:下|余)?了?多少(?:钱)?(?:(?:没|未)有?(?:花|用)完)?的?|(?:没|未)有?(?:花|用)完的?(?:钱)?)"
    r"(?:还?有|是)?(?:多少)?(?:呢)?[?？。]?"
)
WHOLE = re.compile(r"(?:支出|花|用)[了掉出去]*(?:一共|总共|共)?(?:多少|几)?|收入|决算|预算")
LEFT_OF = re.compile(r"(?P<of>财政拨款)?(?:结转|结余)")
COUNT = re.compile(rf"{LEAD}(?:接待|来|开|办)?了?(?:多少|几)?(?P<count>人数|人次|次数|批次|批|人|次){TAIL}")
HOW_FAR = re.compile(rf"{LEAD}(?:增加|减少|增长|下降|上升|变化|变动|[多少增减])(?:了|出)?(?:多少|几)?(?:钱|万元|元)?{TAIL}")
ENDS = re.compile(r"(?P<end>年初|年末|年底)")
COUNTED = re.compile(r"接待|请客|招待|会议|开会|培训|出国")
ASKED_AS = {
    "人数": "多少人", "人": "多少人", "人次": "多少人次", "次数": "多少次", "次": "多少次", "批次": "多少批次", "批": "多少批次",
}  # fmt: skip
COUNTED_AS = {"接待": "公务接待", "请客": "公务接待", "招待": "公务接待", "开会": "会议", "出国": "因公出国"}
OTHERS = re.compile(rf"{LEAD}其[他它]{TAIL}")
SIDE, INCOMES = re.compile(r"收入|财政拨款|支出|开支|花|经费|费"), ("收入", "财政拨款")
RATE = re.compile(rf"{LEAD}(?:增长率|增幅|降幅|涨幅|变化率|(?:增长|下降|增加|减少)(?:了)?(?:百分之几|几个百分点|多少百分比)){TAIL}")
CHANGE = re.compile(r"(?:比|较|(?<!年)(?:和|与|跟)).*(?:上年|去年|20\d\d|年初)|增加|减少|增长|下降|变化")
CAR = re.compile(rf"{LEAD}(?:公|公务用|公家的?)?车{TAIL}")
RUNNING = re.compile(rf"{LEAD}运行(?:维护)?费{TAIL}")
THREE, CARS = re.compile(r"三公|公务用车|公车|接待|出国"), re.compile(r"车|三公")
BOUGHT = re.compile(rf"{LEAD}(?:政府)?(?:采购)?(?P<kind>货物|工程|服务)(?:类|采购|支出|预算)*{TAIL}")
SINCE = re.compile(r"(?:比|较)(?:上年|去年|上一年|20\d\d年?)度?[^,;?]*(?:多少|几)[^,;?]*")
INDICATOR = re.compile(
    rf"{LEAD}(?P<kind>产出|效益|成本|满意度|数量|质量|时效|经济效益|社会效益|生态效益)(?:指标)?的?(?:目标)?(?:呢|有哪些|是什么|是|有)*[?？。]?"
)
PROJECT = re.compile(r"项目|经费|工程|专项|服务费|维护费|劳务费|补助|补贴|平台|购置|资金|运行费|建设")
NO_PROJECT = re.compile(r"项目支出|公用经费|人员经费|三公|机关运行经费|整体|(?:产出|效益|成本|满意度)|[支收]入")
PARTS = re.compile(rf"{LEAD}(?:都|主要|里面|下面)*(?:包括|包含|有)(?:哪些|什么|哪几项)(?:科目|内容)?(?:呢)?[?？。]?")
BY_WORDS = re.compile(r"职责|职能|机构|单位有|科室|目标|任务|原因|为什么|为何|是什么|什么意思|怎么")
PROJECTS_OF = re.compile(
    r"(?:那么?)?(?:它|这个科目|该科目|这笔钱|这些钱|这笔支出)?(?:由|对应的?|是由)(?:是|有)?(?:哪|什么)(?:些|几)?(?:个|项)?(?:具体)?"
    r"项目(?:组成|构成|安排)?(?:的)?[?？。]?"
)
OWNER_OF = re.compile(
    r"(?:那么?)?(?:它|这个项目|该项目|这个|这项|这笔钱)?(?:是|由|归|属于)*哪一?[个家]?单位(?:在|来)?(?:(?:实施|承担|(?:政府)?采购|购买|买|做)的?|的)[?？。]?"
)
MEANT_FOR = re.compile(
    r"(?:那么?)?(?:是|都)*(?:给|为|替)哪[一几]?[个家些]?单位(?:购置|购买|采购|买|更新|配|用|安排)?(?:了|的)?(?:车|设备)?的?[?？。]?"
)
FUNDS_OF_ITEM = re.compile(r"(?:的)?(?:项目|基本)?支出$")
YEAR_ALONE = re.compile(r"(?:那么?)?(?P<year>20\d\d)年?度?的?呢?[?？。]?")
YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
KIND_ALONE = re.compile(
    rf"{LEAD}(?P<year>20\d\d年?度?)?的?(?:部门)?(?P<kind>预算|决算)(?:数|文件|书|报告|公开)*(?:里|中)?面?(?:呢)?[?？。]?"
)
EXTREME = re.compile(r"(?:那么?)?最(?P<way>[高低多少大小])的?(?:是?哪个|呢|是)*[?？。]?")
MOST_ASKED = re.compile(r"最[高低多少大小]")
MET = re.compile(
    r"(?:那么?|最后|最终|实际|到头来|结果|,)*(?:支出|执行|花|完成|用)(?:到|了|掉|出去)*(?:它|这个(?:数|预算数?)?|这笔(?:预算|钱)?|该(?:数|预算))的?"
    r"(?P<share>百分之几|百分之多少|几成|多少|多大比例)[?？。]?"
)
AIMED = re.compile(r"目标|指标|绩效")
OF_BUDGET = re.compile(rf"{LEAD}(?:它|这)?(?:完成|占)了?(?:年初|全年)?预算数?的?(?:百分之|比例)?(?:是|为)?(?:多少|几)[?？。]?")
AMOUNT_OF_SIDE = re.compile(r"的?(?P<item>[一-鿿]{2,24}(?:支出|收入))(?:是|为|有|共|一共)*多少(?:钱|万?元)?[?？。]?$")
LATELY = 3  # turns: a bare word is of what was spoken of just before


def spell_turn(question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """The question that such a turn stands for; as it is where it is none, or the turns before spoke of something else."""
    asked, before = normalize_question(question), [normalize_question(one) for one in history]
    if not before:
        return question
    if (alone := KIND_ALONE.fullmatch(asked)) and not BY_WORDS.search(before[-1]) and reader.named_item(history[-1], history[:-1]).strip():
        return f"{alone['year'] or ''}{alone['kind']}呢"  # of what was asked before, not of its budget in the other kind's document
    if (indicator := INDICATOR.fullmatch(asked)) and (project := _project_before(history, reader)):
        return f"{project}的{indicator['kind']}{'目标是多少' if indicator['kind'] == '满意度' else '指标有哪些'}"
    if PARTS.fullmatch(asked) and (of_class := _class_before(history, reader)):
        return f"{of_class}下面有哪些科目"
    if PROJECTS_OF.fullmatch(asked) and (item := FUNDS_OF_ITEM.sub("", re.sub(r"\s", "", reader.named_item(history[-1], history[:-1])))):
        return f"{item}由哪些项目组成"
    if OWNER_OF.fullmatch(asked) and (item := re.sub(r"\s", "", reader.named_item(history[-1], history[:-1]))):
        return f"{item}{'是哪个单位采购的' if '购' in asked or '买' in asked else '由哪个单位实施'}"
    if MEANT_FOR.fullmatch(asked) and (item := re.sub(r"\s", "", reader.named_item(history[-1], history[:-1]))):
        bodies = reader.choose(question, history)[0].organizations or reader.choose("", history)[0].organizations
        return f"{bodies[0]}各单位的{item}分别是多少" if len(bodies) == 1 else question
    if (alone := YEAR_ALONE.fullmatch(asked)) and len(YEAR.findall(before[-1])) == 1 and PROJECT.search(before[-1]):
        return YEAR.sub(alone["year"], before[-1])
    if OF_BUDGET.fullmatch(asked) and (spent := AMOUNT_OF_SIDE.fullmatch(reader.left_of(history[-1]).strip())):
        return f"{spent['item']}{asked}"
    if OTHERS.fullmatch(asked):
        sides = [side[0] for one in reversed(before) if (side := SIDE.search(one))]
        return "其他收入是多少" if sides and sides[0] in INCOMES else question
    if RATE.fullmatch(asked) and CHANGE.search(before[-1]):
        return history[-1]  # what it changed by is told with its rate
    if (met := MET.fullmatch(asked)) and "预算" in before[-1] and not AIMED.search(before[-1]):
        return f"完成了{'百分之几' if met['share'] == '多少' else met['share']}"
    if CAR.fullmatch(asked):
        if any("资产" in one for one in before[-LATELY:]):
            return "车辆是多少"
        return "公务用车购置及运行维护费是多少" if any(THREE.search(one) for one in before[-LATELY:]) else question
    if RUNNING.fullmatch(asked):
        return "公务用车运行维护费是多少" if any(CARS.search(one) for one in before[-LATELY:]) else question
    if bought := BOUGHT.fullmatch(asked):
        against = SINCE.search(before[-1])
        amount = f"支出{against[0]}" if against else "是多少"
        return f"政府采购{bought['kind']}{amount}" if any("采购" in one for one in before[-LATELY:]) else question
    if extreme := EXTREME.fullmatch(asked):
        return MOST_ASKED.sub(f"最{extreme['way']}", before[-1], count=1) if MOST_ASKED.search(before[-1]) else question
    if HOW_FAR.fullmatch(asked) and are_both_ends(before):
        return "相差多少"
    if counted := COUNT.fullmatch(asked):
        things = [found[0] for one in reversed(before[-LATELY:]) if (found := COUNTED.search(one))]
        return f"{COUNTED_AS.get(things[0], things[0])}{ASKED_AS[counted['count']]}" if things else question
    return of_balance(question, asked, before, is_of_all=not reader.named_item(history[-1], history[:-1]).strip())


def are_both_ends(before: Sequence[str]) -> bool:
    """Whether the last two turns asked what was left at the year's beginning and at its end."""
    ends = [found["end"] for one in before[-2:] if LEFT_OF.search(one) and (found := ENDS.search(one))]
    return {one.replace("底", "末") for one in ends} == {"年初", "年末"} and len(ends) == len(before[-2:])


def of_balance(question: str, asked: str, before: Sequence[str], *, is_of_all: bool) -> str:
    """A turn that asks what was left, at the end of the year or at its beginning."""
    if is_of_all and WHOLE.search(before[-1]) and REMAINS.fullmatch(asked):
        return "年末结转和结余是多少"
    end = END.fullmatch(asked)
    lefts = [left for one in reversed(before[-2:]) if (left := LEFT_OF.search(one))] if end else []
    return f"{end['end'].replace('底', '末')}{lefts[0]['of'] or ''}结转和结余是多少" if end and lefts else question


def _class_before(history: Sequence[str], reader: QuestionReader) -> str:
    """The class of expenditure that the last turns spoke of; empty where they named something else."""
    for place in reversed(range(max(0, len(history) - LATELY), len(history))):
        if item := re.sub(r"\s", "", reader.named_item(history[place], history[:place])):
            return item if item.endswith(tuple(CLASSES)) else ""
    return ""


def _project_before(history: Sequence[str], reader: QuestionReader) -> str:
    """The project that the latest turn that names an item names; empty where that is no project."""
    for place in reversed(range(len(history))):
        if INDICATOR.fullmatch(normalize_question(history[place])):
            continue
        if item := re.sub(r"\s", "", reader.named_item(history[place], history[:place])):
            return item if PROJECT.search(item) and not NO_PROJECT.search(item) else ""
    return ""
