"""The task of one clause from its mentions: wants for coordinated items and sides, a share with its whole, an indicator with its target."""

from __future__ import annotations

from ingest import late_re as re
from ingest.quantity import COUNTERS
from retrieval.clauses.clause_words import sides_in
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task, Want
from retrieval.names.coordinate_mentions import coordinate, opposed
from retrieval.spelling.load_vocabulary import Vocabulary

ANY_COUNT = "*"  # several units are asked for: any count, but no amount of money
OF_TOTAL = re.compile(r"占(?:了|到|的|该?表|表中|全部|全|本列|这一列|~|所有)*(?:合计|总数|总计|总额|总量|总的|全部)")
MONEY_ASKED = re.compile(r"(?:多少|(?<![的这那])几)(?:钱|万元|元|万块|万(?![人件户次])|块钱)|金额(?:是|为|有)?(?:多少|几)")
WITHIN_SHARED = re.compile(r"在[^,;?]{0,24}■[~的]*(?:总额|合计|总计|总数|总量)?[~的]*(?:当中|之中|里[面头]?|中|内)[~的]*$")
EACH = re.compile(r"各|分别|都|均")
OF_ABOVE = re.compile(r"其中|当中|里面|里头|这里|在内")  # “总额是多少，其中X占几成”: of the amount asked for just before
TOTALS = ("合计", "总计", "总数", "总额")
MEASURE_WORD = re.compile(r"(?:采购|购置|预算)?(?:数量|金额|总价|价格|价钱)")  # “数量几件、金额几万”: they say what the counters say
BOTH_MEASURES = re.compile(r"数量(?:和|、|及|与|以及)(?:采购)?金额|金额(?:和|、|及|与|以及)(?:采购)?数量")
ASKED_ONLY = ("架次", "车次", "班次", "场次", "人日", "公斤", "盏", "处(?!室|级)", "米")  # counters that text is not searched for
COUNTER = "|".join((*ASKED_ONLY, *COUNTERS))
SPENT_ON = re.compile(r"■(?:的|一共|总共|共)*(?:支出|开支|花费?|用)(?:了|掉|去)*(?:多少|几)")  # “国内接待支出多少”: no visits
PER_UNIT = re.compile(
    rf"每一?({COUNTER})|平均一({COUNTER})|(?:多少|几)(?:钱|元|块)一({COUNTER})|一(?:个(?=人))?({COUNTER})(?:头上)?(?:能|合|得|均|分|摊|是|要|[花用掏]了?)?(?:到|摊|出)?多少(?:钱|元|万)|(人)均"
)
COUNTED_UNIT = re.compile(
    rf"(?:(?<![的这那])几|多少)\s*(?:个(?=人(?!次|员)))?(分钟|小时|天|分(?!之)|(?!个钱|个点|个百分点|百分点|项相加|项加|项合计|项一共|项总共)(?:{COUNTER}))"
)


def make_task(
    clause: str, masked: str, mentions: tuple[Mention, ...], earlier: tuple[Mention, ...], context: tuple[Mention, ...], measure: str,
    index: FactIndex,
) -> Task:  # fmt: skip
    """The wants of one clause: its coordinated mentions each with the shared ones; a share has its total apart."""
    unit = (PER_UNIT if measure == "per" else COUNTED_UNIT).search(clause)
    counted = (unit[1] or unit[unit.lastindex or 1]) if unit else None
    units = measures_in(clause)
    thing = tuple(one for one in mentions if not MEASURE_WORD.fullmatch(one.asked)) or context
    if measure == "value" and len(units) > 1 and thing and not coordinate(clause, thing)[0]:
        return Task(measure, tuple(Want(thing, earlier, None, one, clause) for one in units))
    if measure != "per" and len(units) > 1:
        counted = ANY_COUNT
    if measure == "share":
        return share_task(clause, masked, mentions, earlier, context)
    if measure == "times" or (measure == "value" and "倍" in masked and len(mentions) == 2):
        return Task("value", tuple(Want((one,), earlier) for one in mentions), reducer="times")
    sides = opposed(clause, mentions, index) if measure == "value" else ()
    if sides:
        return Task("value", tuple(Want(side, earlier, text=clause) for side in sides))
    group, shared = coordinate(clause, mentions)
    if len(group) > 1 and not shared and all(one.asked.endswith("表") for one in group):
        shared, earlier = earlier, ()  # “X，甲表跟乙表里一样吗”: X of either table
    if not group and len(earlier) > 1 and (measure != "value" or re.search(r"哪|谁|各|分别", masked)) and earlier[0].group:
        group = tuple(one for one in earlier if one.group == earlier[0].group)
        earlier = tuple(one for one in earlier if one not in group)
    if measure == "per":
        heads = tuple(one for one in mentions if is_count(one, index))
        amounts = tuple(one for one in mentions if one not in heads)
        if heads and amounts:  # “接待来宾人均”
            return Task(measure, (Want(amounts, earlier, None, counted),), Want(heads))
        return Task(measure, (Want(mentions, earlier, None, counted),))
    if measure == "value" and BOTH_MEASURES.search(clause) and not group:
        return Task(measure, tuple(Want(mentions, earlier, None, one, clause) for one in (ANY_COUNT, "元")))
    if any(one.is_column for one in group):
        counted = None
    if measure == "value" and counted is None and SPENT_ON.search(masked) and any(has_counts(one, index) for one in mentions):
        counted = "元"
    named = (sides_in(masked, index) if measure == "value" else ()) or (None,)
    operands = [(*shared, one) for one in group] or [shared]
    ordered = [tuple(sorted(operand, key=lambda one: one.start)) for operand in operands]
    return Task(measure, tuple(Want(operand, earlier, side, counted, clause) for operand in ordered for side in named))


def has_counts(one: Mention, index: FactIndex) -> bool:
    """Whether the text counts what a mention names, whatever else it tells of it."""
    return any(index.facts[number].measure == "数量" for key in one.keys for number in index.postings.get(key, ()))


def is_count(one: Mention, index: FactIndex) -> bool:
    """Whether a mention names what the text counts, and nothing else."""
    facts = [index.facts[number] for key in one.keys for number in index.postings.get(key, ())]
    return bool(facts) and all(fact.measure == "数量" for fact in facts)


def measures_in(clause: str) -> tuple[str, ...]:
    """The units of what a clause asks for: those that things are counted in, and 元 where one of these stands beside money."""
    units = tuple(dict.fromkeys(found[1] for found in COUNTED_UNIT.finditer(clause)))
    return (*units, "元") if len(units) == 1 and MONEY_ASKED.search(clause) else units


def is_of_several_measures(task: Task) -> bool:
    """Whether one thing is asked for in several measures (“值多少钱、一共几辆”): these make no sum."""
    return len({want.mentions for want in task.wants}) == 1 < len({want.unit for want in task.wants})


def minus_task(
    clause: str, masked: str, mentions: tuple[Mention, ...], context: tuple[Mention, ...], vocabulary: Vocabulary
) -> Task | None:
    """“A减去B”, “A里,扣掉B”: what is left of the first; None where nothing is named that something is taken from."""
    at = next(dict(vocabulary.operations)["minus"].finditer(masked)).start()
    first = tuple(one for one in mentions if one.start < at)
    taken = tuple(one for one in mentions if one.start > at)
    whole, scene = (first, context) if first else (context, ())
    if not whole or not taken:
        return None
    listed, _ = coordinate(clause, taken)
    wants = (Want(whole, scene, text=clause), *(Want((one,), (*whole, *scene), text=clause) for one in listed or taken[:1]))
    return Task("value", wants, reducer="minus", text=clause)


def target_task(mentions: tuple[Mention, ...], earlier: tuple[Mention, ...], clause: str) -> Task:
    """“达到目标了吗”: the indicator's target and what was reached."""
    own = tuple(one for one in mentions if not one.is_column)
    columns = (Mention(-2, -1, "指标值", ("指标值", "年度指标值")), Mention(-1, 0, "实际完成值", ("实际完成值",)))
    return Task("value", tuple(Want((*own, column), earlier, text=clause) for column in columns))


def share_task(
    clause: str, masked: str, mentions: tuple[Mention, ...], earlier: tuple[Mention, ...], context: tuple[Mention, ...]
) -> Task:  # fmt: skip
    """“A 占 B 的比重”: A before 占, B after it; “B 中，A 占多少”: B sets the scene; nothing: the share that the text states."""
    at = masked.find("占")
    before = tuple(one for one in mentions if at < 0 or one.start < at)
    after = tuple(one for one in mentions if 0 <= at < one.start)
    if not before and earlier:
        together = tuple(one for one in earlier if one.group and one.group == earlier[-1].group) if EACH.search(masked) else ()
        before = together or (earlier[-1],)
    is_of_total = at >= 0 and (all(one.asked in TOTALS for one in after) if after else bool(OF_TOTAL.match(masked[at:])))
    if is_of_total:
        return Task("share", (Want(before, (*context, *earlier)),), is_of_total=True)
    if not after and len(before) == 2 and re.search(r"中|里", masked[before[0].end : before[1].start]):
        before, after = before[1:], before[:1]
    if not after and len(before) == 2 and re.search(r"在[~年的]*$", masked[before[0].end : before[1].start]):
        before, after = before[:1], before[1:]  # “A 在 B 中占多少”
    if not after and before and context and context != before and WITHIN_SHARED.search(masked[:at]):
        return Task("share", (Want(context),), Want(before))  # “X，在Y里占几成”
    if not after and earlier and before and OF_ABOVE.search(masked[: before[0].start]):
        after, earlier = earlier[-1:], earlier[:-1]
    if not after and context and context != before:
        after, earlier = context[:1], tuple(one for one in earlier if one not in context)
    if before and {one.keys for one in before} == {one.keys for one in after}:
        return Task("share", (), Want(after))  # of what there is a share of that whole is not said
    listed, shared = (before, ()) if before and before[0].group else coordinate(clause, before)
    operands = [(*shared, one) for one in listed] or [before]
    return Task("share", tuple(Want(operand, earlier) for operand in operands), Want(after) if after else None)
