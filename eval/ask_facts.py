"""Questions for what the narrative states: amounts, shares, changes, rates, counts, reasons, contradictions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from eval.gold import Expectation, GoldSource, GoldValue
from eval.invented import Fact
from eval.question_draft import (
    Draft,
    Filed,
    Templates,
    asker,
    column_words,
    plain_label,
    said_subject,
    sections_with_facts,
    short_title,
    single_facts,
    sources_of_fact,
    tables_printing,
    worded,
)  # fmt: skip

MEASURES: dict[str, Templates] = {
    "金额": {
        "正式": ("{who}{item}的金额为多少？", "请问{who}，{item}是多少万元？"),
        "口语": ("{who}{item}有多少钱呀", "想知道{who}的{item}到底多少"),
        "客气": ("麻烦您告诉我{who}{item}是多少，谢谢。",),
        "简短": ("{who}{item}", "{who} {item} 多少"),
    },
    "占比": {
        "正式": ("{who}{item}占{base}的比例为多少？",),
        "口语": ("{who}{item}在{base}里占百分之多少？", "{who}{item}占了{base}几成，百分比是多少"),
        "客气": ("请您帮我看一下{who}{item}占{base}的百分比。",),
        "简短": ("{who}{item}占{base}百分之几",),
    },
    "增减额": {
        "正式": ("{who}{item}较{base}增减变化的金额是多少？", "{who}{item}与{base}相比变化了多少万元？"),
        "口语": ("{who}{item}跟{base}比，是多了还是少了，差多少？", "{who}{item}同{base}一比，变了多少钱"),
        "客气": ("烦请告知{who}{item}比{base}增减了多少。",),
        "简短": ("{who}{item}比{base}增减多少",),
    },
    "增减率": {
        "正式": ("{who}{item}与{base}相比，增减幅度是多少？",),
        "口语": ("{who}{item}比{base}涨了还是降了百分之几",),
        "简短": ("{who}{item}比{base}的增减率",),
    },
    "完成率": {
        "正式": ("{who}{item}完成{base}的百分比是多少？",),
        "口语": ("{who}{item}花了{base}的百分之几？", "{who}{item}完成了{base}的多少"),
        "简短": ("{who}{item}占{base}的完成比例",),
    },
}
COUNTS: dict[str, Templates] = {
    "车辆": {"正式": ("{who}共有车辆多少辆？",), "口语": ("{who}那边有几台车啊？", "{who}一共几辆车"), "简短": ("{who}车辆数",)},
    "公务用车保有量": {"正式": ("{who}公务用车保有量是多少辆？",), "口语": ("{who}名下公车有几辆",)},
    "国内公务接待": {"正式": ("{who}国内公务接待多少批次？",), "口语": ("{who}一年接待了多少批客人？",)},
    "绩效目标管理项目": {"正式": ("{who}编制绩效目标的项目有多少个？",), "口语": ("{who}有几个项目定了绩效目标",)},
    "绩效自评项目": {"正式": ("{who}对多少个项目开展了绩效自评？",), "口语": ("{who}自评了几个项目呀",)},
}
EVERYDAY: dict[str, tuple[str, ...]] = {
    "支出总计": ("{org}{year}年预算里一整年打算花多少钱？", "{org}{year}年预算总共要花多少"),
    "支出合计": ("{org}{year}年{kind}里，全年的开销有多少？",),
    "收入总计": ("{org}{year}年预算一共能进账多少钱",),
    "公务接待费": ("{org}{year}年{kind}招待客人的钱有多少？", "{org}{year}年{kind}，请人吃饭那块是多少钱"),
    "公务用车运行费": ("{org}{year}年{kind}，养车要多少钱？",),
    "公务用车购置费": ("{org}{year}年{kind}，买车的钱有多少",),
    "因公出国（境）费": ("{org}{year}年{kind}里出国花多少钱？",),
    "“三公”经费": ("{org}{year}年{kind}里三公一共多少钱？",),
    "政府采购预算": ("{org}{year}年预算，政府采购准备花多少钱？",),
    "政府采购支出总额": ("{org}{year}年决算，政府采购实际花了多少？",),
    "机关运行经费": ("{org}{year}年{kind}，机关日常运转要多少钱？",),
    "人员经费": ("{org}{year}年{kind}里花在人头上的钱是多少？",),
}
BOTH: Templates = {
    "一问两事": (
        "{who}{a}和{b}分别是多少？", "{who}{a}多少？{b}又是多少？", "{who}，{a}有多少，还有{b}呢？", "我要两个数：{who}的{a}，还有{b}。",
        "{who}{a}以及{b}各有多少",
    ),
}
AMOUNT_AND_REASON: Templates = {
    "一问两事": (
        "{who}{item}较{base}{direction}多少，主要原因是什么？", "{who}{item}比{base}{direction}了多少钱，又是为什么？",
        "{who}{item}比{base}{direction}的数额和原因各是什么？",
    ),
}
WHY: Templates = {
    "追问": ("为什么？", "那是什么原因造成的？", "原因呢", "怎么会这样变化？"),
}
REASON: Templates = {
    "正式": ("{who}{item}较{base}{direction}的主要原因是什么？",),
    "口语": ("{who}{item}怎么比{base}{direction}了，为啥？", "{who}{item}为什么会比{base}{direction}"),
    "客气": ("请问{who}{item}比{base}{direction}，是出于什么原因？", "能否说说{who}{item}比{base}{direction}的缘由？"),
    "简短": ("{who}{item}比{base}{direction}的原因",),
}
CONFLICT: Templates = {
    "正式": ("{who}{item}是多少，文件前后是否一致？", "{who}{item}是多少？"),
    "口语": ("{who}{item}到底是多少，表里和文字说的一样吗", "{who}{item}是多少钱，几处写得对得上吗？"),
    "客气": ("请帮忙核一下{who}{item}是多少，各处写法是否相同。",),
}
WRONG_TOTAL: Templates = {
    "正式": ("{who}《{table}》{column}的合计数与所列各行之和是否相符？", "{who}，《{table}》{column}合计同各行相加的结果有无出入？"),
    "口语": ("{who}那张{table}，{column}合计跟下面各行加起来对得上吗？",),
    "简短": ("{who}{table}{column}合计对不对",),
}
EARLIER: Templates = {
    "正式": ("根据{who}推算，{base}的{item}应为多少？",),
    "口语": ("看{who}，{base}的{item}是多少来着？",),
    "客气": ("烦请按{who}算一下{base}的{item}。",),
}
UP, DOWN = ("增加", "增长", "上升", "多了", "提高", "上涨"), ("减少", "下降", "降低", "少了", "下滑")
CONFLICT_WORDS = ("不一致", "不相符", "不符", "矛盾", "冲突", "差异", "出入", "不同", "有误", "相差", "对不上", "不吻合", "不一样")


def ask_facts(random: Random, filed: Filed) -> list[Draft]:
    """Questions of every kind for one document's narrative."""
    facts = [fact for _, fact in single_facts(filed) if fact.measure in MEASURES and is_sayable(fact)]
    drafts = [ask_fact(random, filed, fact) for fact in spread(random, facts)]
    drafts += [draft for _, fact in single_facts(filed) if fact.subject in COUNTS for draft in [ask_count(random, filed, fact)]]
    everyday = [fact for fact in facts if fact.subject in EVERYDAY and fact.measure == "金额"]
    drafts += [ask_everyday(random, filed, fact) for fact in random.sample(everyday, min(3, len(everyday)))]
    amounts = [fact for fact in facts if fact.measure == "金额"]
    drafts += [ask_both(random, filed, *random.sample(amounts, 2))]
    drafts += ask_reasons(random, filed)
    drafts += ask_earlier(random, filed, facts)
    drafts += [ask_conflict(random, filed, index) for index in range(len(filed.document.contradictions))]
    return drafts


def is_sayable(fact: Fact) -> bool:
    """Whether a fact can be asked for in words: a change of nothing has no amount to name."""
    return fact.direction != "持平"


def spread(random: Random, facts: list[Fact]) -> list[Fact]:
    """A few facts of each measure."""
    chosen = []
    for measure in MEASURES:
        kin = [fact for fact in facts if fact.measure == measure]
        chosen += random.sample(kin, min(2, len(kin)))
    return chosen


def direction_words(fact: Fact) -> tuple[tuple[str, ...], ...]:
    """The words of which one must say which way the amount went."""
    return (UP,) if fact.direction == "增加" else (DOWN,) if fact.direction == "减少" else ()


def ask_fact(random: Random, filed: Filed, fact: Fact) -> Draft:
    """A question for one stated figure."""
    slots = {"who": asker(random, filed.document), "item": said_subject(fact), "base": fact.base}
    style, question = worded(random, MEASURES[fact.measure], **slots)
    expect = Expectation("answered", (GoldValue(fact.value, fact.unit),), any_of=direction_words(fact), year=filed.document.year)
    return Draft("lookup_text", style, question, expect, sources_of_fact(filed, fact))


def ask_count(random: Random, filed: Filed, fact: Fact) -> Draft:
    """A question for a count."""
    style, question = worded(random, COUNTS[fact.subject], who=asker(random, filed.document))
    return Draft("lookup_text", style, question, Expectation("answered", (GoldValue(fact.value, fact.unit),)), sources_of_fact(filed, fact))


def ask_everyday(random: Random, filed: Filed, fact: Fact) -> Draft:
    """A question as people say it who do not know the terms."""
    document = filed.document
    template = random.choice(EVERYDAY[fact.subject])
    question = template.format(org=document.organization, year=document.year, kind=document.kind)
    expect = Expectation("answered", (GoldValue(fact.value, fact.unit),), year=document.year)
    return Draft("colloquial", "口语", question, expect, sources_of_fact(filed, fact))


def ask_both(random: Random, filed: Filed, first: Fact, second: Fact) -> Draft:
    """Two things in one question; each figure must stand with its own name."""
    a, b = said_subject(first), said_subject(second)
    style, question = worded(random, BOTH, who=asker(random, filed.document), a=a, b=b)
    values = (GoldValue(first.value, first.unit, (a,)), GoldValue(second.value, second.unit, (b,)))
    sources = (*sources_of_fact(filed, first, a), *sources_of_fact(filed, second, b))
    return Draft("lookup_text", style, question, Expectation("answered", values, year=filed.document.year), sources)


def ask_reasons(random: Random, filed: Filed) -> list[Draft]:
    """Why something changed, for every section that gives a reason in its first paragraph."""
    drafts = []
    for section in filed.document.sections:
        reason = filed.document.reasons.get(section.heading_path[-1])
        change = next((fact for fact in section.facts if fact.measure == "增减额" and fact.direction != "持平"), None)
        if reason and reason in "".join(section.paragraphs) and change and change.subject not in filed.contradicted:
            slots = {"item": said_subject(change), "base": change.base, "direction": change.direction}
            style, question = worded(random, REASON, who=asker(random, filed.document), **slots)
            source = GoldSource(filed.file_name, section.heading_path[-1])
            expect = Expectation("answered", must_include=tuple(reason.split("，")))
            drafts.append(Draft("reason", style, question, expect, (source,)))
            drafts.append(ask_amount_and_reason(random, filed, change, expect, source))
            drafts.append(ask_why(random, filed, change, expect, source))
    return random.sample(drafts, min(3, len(drafts)))


def ask_amount_and_reason(random: Random, filed: Filed, change: Fact, reason: Expectation, source: GoldSource) -> Draft:
    """By how much something changed, and why, in one question."""
    slots = {"item": said_subject(change), "base": change.base, "direction": change.direction}
    style, question = worded(random, AMOUNT_AND_REASON, who=asker(random, filed.document), **slots)
    expect = replace(reason, values=(GoldValue(change.value, change.unit),), any_of=direction_words(change))
    return Draft("reason", style, question, expect, (source, *sources_of_fact(filed, change)))


def ask_why(random: Random, filed: Filed, change: Fact, reason: Expectation, source: GoldSource) -> Draft:
    """The reason of a change that was asked for just before."""
    document = filed.document
    who = f"{document.organization}{document.year}年{document.kind}"
    opening = f"{who}{said_subject(change)}比{change.base}{change.direction}多少？"
    style, question = worded(random, WHY)
    return Draft("followup", style, question, reason, (source,), (opening,))


def ask_earlier(random: Random, filed: Filed, facts: list[Fact]) -> list[Draft]:
    """Last year's amount, worked back from this year's and the stated change."""
    changes = {fact.subject: fact for fact in facts if fact.measure == "增减额"}
    pairs = [(fact, changes[fact.subject]) for fact in facts if fact.measure == "金额" and fact.subject in changes]
    pairs = [pair for pair in pairs if not is_printed_otherwise(filed, pair[0].subject, worked_back(*pair))]
    if not pairs:
        return []
    now, change = random.choice(pairs)
    before = worked_back(now, change)
    slots = {"item": said_subject(now), "base": change.base}
    style, question = worded(random, EARLIER, who=asker(random, filed.document), **slots)
    sources = (*sources_of_fact(filed, now), *sources_of_fact(filed, change))
    return [Draft("derived", style, question, Expectation("answered", (GoldValue(str(before), now.unit),)), sources)]


def worked_back(now: Fact, change: Fact) -> Decimal:
    """The amount before a change."""
    return Decimal(now.value) - Decimal(change.value) * (1 if change.direction == "增加" else -1)


def is_printed_otherwise(filed: Filed, subject: str, amount: Decimal) -> bool:
    """Whether the document of the year before, where there is one, states another amount, if only by rounding."""
    stated = [fact for _, fact in sections_with_facts(filed.before.document)] if filed.before else []
    return any(Decimal(fact.value) != amount for fact in stated if (fact.subject, fact.measure) == (subject, "金额"))


def ask_conflict(random: Random, filed: Filed, index: int) -> Draft:
    """What is printed twice and differs: both prints must be told, and that they differ."""
    planted = filed.document.contradictions[index]
    who = asker(random, filed.document)
    style, question = worded(random, CONFLICT, who=who, item=plain_label(planted.subject))
    if planted.column:
        column = f"“{words}”" if (words := column_words(planted.column)) else ""
        style, question = worded(random, WRONG_TOTAL, who=who, table=short_title(planted.other_place[0]), column=column)
    values = (GoldValue(planted.printed, planted.unit), GoldValue(planted.other_printed, planted.unit))
    prints = (Fact(planted.subject, "金额", value.value, value.unit) for value in values)
    places = (planted.place[-1], *planted.other_place, *(title for fact in prints for title in tables_printing(filed.document, fact)))
    sources = tuple(GoldSource(filed.file_name, place) for place in dict.fromkeys(places))
    return Draft("conflict", style, question, Expectation("answered", values, any_of=(CONFLICT_WORDS,)), sources)


def facts_by_subject(filed: Filed, measure: str = "金额") -> dict[str, Fact]:
    """The single facts of one measure by their subject."""
    return {fact.subject: fact for _, fact in single_facts(filed) if fact.measure == measure}
