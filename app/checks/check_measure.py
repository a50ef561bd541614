"""Whether an answer tells what was asked for: a question for visits, persons or a place is not answered by an amount of money."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from ingest.quantity import COUNTERS, YUAN_PER_UNIT

COUNTS_ASKED = re.compile(
    r"批次|保有量|(?:车|购置|保有|设备)数量|批数|几批|多少批|人次|人数|几人|多少(?:个)?人(?!民币|员经费)|团组|次数|(?:几|多少)(?:辆|台|套|件)(?!均)"
)
MONEY_TOO = re.compile(r"钱|元|值|多少万|费|金额|经费|预算|决算|支出|收入|资金|人均|平均|每人|除以|计算|占|按")

MONEY_ASKED = re.compile(
    r"钱|元|多少[^,;?]{0,2}(?:费|资金)|人均|平均|每|除以|计算|占|按"
    r"|(?:费用?|金额|经费|预算|决算|支出|资金|价)(?:是|有|为|各|分别|一共)*多少"
)

PRICE_ASKED = re.compile(
    r"(?:多少|(?<![的这那])几)(?:个)?(?:钱|万元|元|万块|块钱)|(?:的|块)钱(?:一共|总共|今年)?(?:有|是|要)?多少(?=[,;?。]|$)"
)
COST_ITEM = re.compile(  # “人民调解经费多少”: of what is spent on it, no cases
    r"(?:费|费用|花费|支出|开支|成本|资金|补助|补贴|津贴)(?:是|有|为|要|一共|总共)*多少(?!个|人|名|次|批|件|户|辆|台|项|天|年|家|场|条|吨|%|百分)"
    r"|(?:经费|费用|花费|开支|成本)[?？]?$"
)
COUNTS_NAMED = re.compile(
    r"[几人辆台次批件家户名个册吨亩场条项套购买配每均车房]|单价|数量|规模|情况|编制|在职|设备|资产|目标|指标|绩效|接待|采购"
)
LEAVES_OUT = re.compile(r"(?:不含|不包括|剔除|扣除)(?:上年|本年|年初|年末)?(?P<what>[一-鿿]{2,6})")
LEFT_OUT_ASKED = re.compile(r"不含|不包括|不算|剔除|扣除|除去|去掉|没有?算")
SCORES = ("", "分", "%")
COUNT_LABEL = re.compile(r"分值|得分|权重|数量|人数|次数|户数")
TOLD, OF_NO_MONEY = re.compile(r"\*\*([^*]+)\*\*"), re.compile(rf"[≥≤＝=＞＜<>]?\d[\d,.]*\s*(?:天|小时|分钟|{'|'.join(COUNTERS)})")
COUNTS_TOO = re.compile(r"多少|几|数量|指标|目标|各")
NAME_ASKED = re.compile(
    r"哪(?:个|些|几个)?(?:国家|城市|客人|来宾)|哪(?:个|座|条|家|所)?(?:村|乡|镇|地方|公司|集团|企业|银行|学校|医院|路)|在哪[里儿?。]|去了?哪(?:里|儿)?(?:[?。]|$)|哪位|谁(?!更?[多少高低大小])"
)
FUNDS_SCORE = re.compile(r"(?:资金总额|财政拨款|其他资金|预算执行率?).*得分$")
FUNDS_ASKED = re.compile(r"资金|预算|执行|拨款")
TARGET_COLUMNS = ("指标值", "目标值")
HEADS_ASKED = re.compile(  # how many of them, which no share answers
    r"(?:多少|(?<![的这那])几)(?:个|名|位|户|家|株|棵|座|处|场|片|辆|台|套|条|件|次|项|批|篇|人(?![数均])|市民|居民|群众|村民|农户|老人|儿童|学生|职工|干部|党员|企业)"
)
PRINTED, COST_TOO = re.compile(r"\*\*([^*]+)\*\*"), re.compile(r"钱|元|花|投资|成本|价")
SHARE_TOO = re.compile(r"率|百分|比例|比重|占|成|程度|增|减|%")
BUDGET_ASKED = re.compile(r"(?:预算|决算|执行)数|预算(?:是|安排|要)?多少|多少预算")
TARGET_ASKED = re.compile(r"指标|目标|标准|绩效|要求|单价")
SPENT_ASKED = re.compile(r"[花用]掉?(?:了)?(?:多少|几)|要花|开销")
STOCK_ASKED = re.compile(r"资产|价值|原值|净值|值(?:多少|几)|账面")
# 场, 公里 and the like, which nothing else is counted in; “几个” and “几项” may be anything.
OWN_COUNTERS = sorted((one for one in COUNTERS if one not in frozenset("个项家条名人位次件种类份批")), key=len, reverse=True)
TOLD_UNIT = re.compile(r"\d\s*(\D{1,3})$")
HOW_MANY = re.compile(r"(?:多少|(?<![的这那好])几)个(?!月|百分|点)|几个(?=[?？。]?$)")
COUNT_TOLD = re.compile(r"\d+\*{0,2}[个项家种条]|[一两二三四五六七八九十][个项家]")
CHANGED_MOST = re.compile(r"(?:增加|减少|增长|下降|上涨|增|减|降|涨)[幅额数率得度]*最[多大少小高低快]")
WHICH_CHANGED, CHOSEN_TOLD = re.compile(r"哪(?:一|几|两|三)?[个些项笔类]"), re.compile(r"最|[多少升降高低]\*\*|比.{1,40}[多少高低]")
RANKED_TOLD, CHANGE_TOLD = re.compile(r"最[高低]的是\*\*"), re.compile(r"增加|减少|增长|下降|持平")
OF_CARS = ("辆", "台")
COUNTER_ASKED = re.compile(rf"(?:多少|(?<![的这那好])几)(?:来)?[万千百]?({'|'.join(OWN_COUNTERS)})(?![均费款])")
EACH_ASKED = re.compile(
    r"(?:每个?|(?<![第统唯之])一个?)(?:人|月|学生|老人)(?!次|员|均|民)|(?:(?:平均|均摊)?每一?|(?<![第统唯])一(?=[辆台]))(?:台|公里|亩|平方米|批次?|场次?|例|吨|户|辆|件|人次|次|床)(?![日天月年]|次)"
)
EACH_TOLD = re.compile(r"[每均÷/／]|标准|单价|[一单][户辆台件次亩人]")
SOURCE_ASKED = re.compile(r"出处|来源|依据|哪一?页|哪[张份]")
PERSONS = frozenset({"人", "名", "位", "人次", "万人", "万人次"})
HOW_LARGE = "(?:多少|多大|几)"
AREA_ASKED = re.compile(
    rf"面积[^,;?]{{0,4}}{HOW_LARGE}[^?]{{0,4}}其中[^,;?]{{2,12}}{HOW_LARGE}"
    rf"|^[^,;?]*面积(?:是|有|为|共|一共)*{HOW_LARGE}[?？。]?$"
)
PERSONS_ALONE = re.compile(r"(?:几|多少)(?:个|名|位)?人(?:[?？。,，]|$)")
STAFF_COUNTED = re.compile(
    r"(?:实有|在职|在编|在岗|(?<!离)退休|退休(?=人|干部|职工)|离休|编外|聘用|临时|派遣)(?:在职|在编|工)?(?:人员|人数|职工)?(?:人数)?(?:各|分别)?(?:是|有|共)*(?:多少|几)(?!钱|万|元|费|补)|(?:职工|干部|人员|员工)(?:总数|总人数|人数)|(?:职工|干部|员工)(?:一共|总共|共)?(?:有)?(?:多少|几)(?!钱|万|元|费)|编制(?:人?数)?(?:各|分别)?(?:是|有|共)*(?:多少|几)"
)
VISITS, VISITORS = frozenset({"批次", "批"}), frozenset({"人次", "人"})
VISITORS_ASKED = re.compile(r"人次|人数|多少人|几人|几个人")
WHICH_ITEM = re.compile(r"哪(?:一)?(?:项|个科目|类|笔)[^,;?]{0,12}(?:增|减|降|升|涨|变化)[^,;?]{0,3}最")
RANK_ASKED = re.compile(r"公益(?:几|哪一?|什么)类|归(?:谁|哪[^,;?]{0,6})管(?=的?(?:[,;?]|$))|什么级别|规格")
AGE_ASKED = re.compile(r"(?:多少|几)周?岁|年龄[^,;?费钱元]{0,8}(?:多少|几|什么)")
NUMBER_ASKED = re.compile(r"多少|几|各是|合计|总计|最[多少高低大小省贵]|更[多少高低大小省贵]|(?:编|花|用|安排|列|报|分)得[多少高低]")


def is_count_for_money(answer: Answer, question: str) -> bool:
    """Whether only money was asked for and only counts of things or scores are told."""
    besides = COST_ITEM.sub("", PRICE_ASKED.sub("", question))
    is_money = besides != question and not COUNTS_TOO.search(besides)
    counts = [value.unit in COUNTERS or (value.unit in SCORES and bool(COUNT_LABEL.search(value.label))) for value in answer.values]
    told = counts or [bool(OF_NO_MONEY.fullmatch(one)) for one in TOLD.findall(answer.text)]
    return bool(is_money) and bool(told) and all(told)


def is_score_of_funds(answer: Answer, question: str) -> bool:
    """Whether the score that a form gives for its funds alone is told for a question that does not speak of them."""
    return any(FUNDS_SCORE.search(value.label) for value in answer.values) and not FUNDS_ASKED.search(question)


def is_target_for_budget(answer: Answer, question: str) -> bool:
    """Whether the amount that is planned or was spent is asked for by that name and nothing but targets are told."""
    are_targets = bool(answer.values) and all(value.label.endswith(TARGET_COLUMNS) for value in answer.values)
    columns = ["".join(one.col[-1:]) for one in answer.citations]
    are_targets = are_targets or (not answer.values and bool(columns) and all(one.endswith(TARGET_COLUMNS) for one in columns))
    return are_targets and bool(BUDGET_ASKED.search(question) or COST_ITEM.search(question)) and not TARGET_ASKED.search(question)


def is_whole_for_each(answer: Answer, question: str) -> bool:
    """Whether so much for each mile, household or visit is asked for and only whole amounts are told."""
    is_each = EACH_ASKED.search(question) and PRICE_ASKED.search(question)
    told = f"{answer.text}{''.join(one.quote for one in answer.citations)}"
    return bool(is_each) and bool(answer.values) and not EACH_TOLD.search(told) and not EACH_TOLD.search(answer.calculation or "")


def is_of_another_counter(answer: Answer, question: str) -> bool:
    """Whether it is asked how many of a kind (演多少场) and all that is told is in other units (每场…4500元)."""
    asked = set(COUNTER_ASKED.findall(question))
    asked |= set(OF_CARS) if asked & set(OF_CARS) and "车" in question else set()
    besides = COUNTER_ASKED.sub("", question)
    is_money = bool(answer.values) and all(value.unit in YUAN_PER_UNIT for value in answer.values)
    if is_money and HOW_MANY.search(question) and not MONEY_ASKED.search(HOW_MANY.sub("", question)) and not COUNT_TOLD.search(answer.text):
        return True
    if not asked or (MONEY_ASKED if is_money else MONEY_TOO).search(besides):
        return False
    shown = TOLD.findall(answer.text)
    units = {value.unit for value in answer.values} or {found[1] for one in shown if (found := TOLD_UNIT.search(one))}
    return bool(units) and "" not in units and not units & asked and not any(one in told for one in asked for told in shown)


def is_cost_for_heads(answer: Answer, question: str) -> bool:
    """Whether it is asked how many of them and all that is printed are limits of cost (≤6万元)."""
    printed = PRINTED.findall(answer.text)
    are_costs = bool(printed) and not answer.values and all(one.endswith("元") for one in printed)
    return are_costs and bool(HEADS_ASKED.search(question)) and not COST_TOO.search(question)


def is_of_no_persons(answer: Answer, question: str) -> bool:
    """Whether it is asked how many persons there are and all that is told is counted in other things (≥4次)."""
    shown = {found[1] for one in TOLD.findall(answer.text) if (found := TOLD_UNIT.search(one))}
    told = {value.unit for value in answer.values if value.unit} or shown
    is_other = bool(told) and not told & PERSONS and all(unit in COUNTERS for unit in told)
    return is_other and bool(PERSONS_ALONE.search(question)) and not any("人" in one for one in TOLD.findall(answer.text))


def is_of_other_visits(units: frozenset[str], question: str) -> bool:
    """Whether visits are asked for and visitors are told, or the other way round."""
    asks_visits, asks_visitors = "批次" in question, bool(VISITORS_ASKED.search(question))
    return asks_visits != asks_visitors and bool(units) and units <= (VISITORS if asks_visits else VISITS)


def is_of_left_out(answer: Answer, question: str) -> bool:
    """Whether all that is told leaves out what is asked for (结转, of 支出（不含上年结转）)."""
    left_out = [found["what"] for value in answer.values if (found := LEAVES_OUT.search(value.label))]
    is_named = bool(left_out) and all(what in question for what in left_out)
    return is_named and len(left_out) == len(answer.values) and not LEFT_OUT_ASKED.search(question)


def is_amount_for_change(answer: Answer, question: str) -> bool:
    """Whether it is asked which rose or fell most, and which has most or the two amounts of all are told."""
    if CHANGED_MOST.search(question) is None or CHANGE_TOLD.search(RANKED_TOLD.sub("", answer.text)):
        return False
    is_of_all = WHICH_CHANGED.search(question) and answer.values and not CHOSEN_TOLD.search(answer.text)
    return bool(RANKED_TOLD.search(answer.text) or is_of_all)


def is_one_change(answer: Answer, question: str) -> bool:
    """Whether it is asked which item changed most and the change of one thing alone is told."""
    labels = {value.label for value in answer.values}
    return bool(WHICH_ITEM.search(question)) and len(labels) == 1 and labels.pop().endswith("相比")


def is_money_with_counts(units: frozenset[str], question: str) -> bool:
    """Whether an amount of money and a count of persons or things are told side by side, and no count was asked for."""
    is_mixed = bool(units & YUAN_PER_UNIT.keys()) and bool(units & frozenset(COUNTERS))
    return is_mixed and not COUNTS_NAMED.search(question)


def is_of_another_measure(answer: Answer, question: str) -> bool:
    """Whether a count of visits or persons or somebody's or a place's name, and nothing of money, was asked for and only money is told."""
    units = {value.unit for value in answer.values}
    if units and units & YUAN_PER_UNIT.keys() and AREA_ASKED.search(question) and not PRICE_ASKED.search(question):
        return True
    if is_of_left_out(answer, question) or is_of_no_persons(answer, question) or is_amount_for_change(answer, question):
        return True
    if units and units <= YUAN_PER_UNIT.keys() and (STAFF_COUNTED.search(question) or AGE_ASKED.search(PRICE_ASKED.sub("", question))):
        return True
    if is_whole_for_each(answer, question) or is_of_another_counter(answer, question) or is_cost_for_heads(answer, question):
        return True
    if units == {"%"} and HEADS_ASKED.search(question) and not SHARE_TOO.search(question):
        return True
    if is_count_for_money(answer, question) or is_score_of_funds(answer, question) or is_target_for_budget(answer, question):
        return True
    is_count = COUNTS_ASKED.search(question) and not MONEY_TOO.search(question)
    plain = frozenset(units - {"%"})
    if (plain and RANK_ASKED.search(question)) or is_money_with_counts(plain, question):
        return True
    if (is_count and plain and plain <= YUAN_PER_UNIT.keys()) or is_one_change(answer, question) or is_of_other_visits(plain, question):
        return True
    if not units or not units <= YUAN_PER_UNIT.keys():
        return False
    is_stock = bool(answer.citations) and all("资产" in one.section and not one.table for one in answer.citations)
    if is_stock and SPENT_ASKED.search(question) and not STOCK_ASKED.search(question):
        return True  # what cars are worth is not what they cost in a year
    is_name = NAME_ASKED.search(question) and not NUMBER_ASKED.search(question) and not SOURCE_ASKED.search(question)
    return bool(is_name)
