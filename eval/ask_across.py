"""Questions over several documents or none: comparisons, dialogues, what is not clear and what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from eval.ask_facts import facts_by_subject
from eval.gold import Expectation, GoldSource, GoldValue
from eval.invented import Fact
from eval.invented_ledger import ROUNDED_YUAN
from eval.question_draft import Draft, Filed, Templates, exact_yuan, plain_label, sources_of_fact, worded, yuan

COMPARE: Templates = {
    "正式": ("{year}年{kind}中，{a}与{b}的{item}各为多少？哪家较多，多多少？", "比较{a}和{b}{year}年{kind}的{item}，哪个高，高出多少？"),
    "口语": ("{a}跟{b}比，{year}年{kind}谁的{item}多，多了多少？", "{year}年{kind}，{a}、{b}哪家{item}更多，差多少钱"),
    "客气": ("烦请对照一下{a}和{b}的{year}年{kind}，{item}哪一家多，多多少。",),
    "简短": ("{year}年{kind}{item}：{a}、{b}哪家多，差多少",),
}
YEARS: Templates = {
    "正式": ("{a}{year}年{kind}与{before}年{kind}相比，{item}哪一年更多，相差多少？",),
    "口语": ("{a}{before}年和{year}年{kind}的{item}各是多少？",),
    "客气": ("麻烦比一比{a}{before}年{kind}与{year}年{kind}，{item}哪年多，差了多少。",),
}
RANK: Templates = {
    "正式": ("已载入的{year}年{kind}中，哪个单位的{item}最多，是多少？",),
    "口语": ("{year}年{kind}里，谁家的{item}最多？多少钱",),
    "简短": ("{year}年{kind} {item} 最多的单位和金额",),
}
VAGUE: Templates = {
    "简短": ("{item}是多少", "{item}？"),
    "口语": ("{item}有多少钱啊？", "帮我看看{item}"),
    "正式": ("请问{item}的金额是多少？",),
}
HALF_VAGUE: Templates = {
    "正式": ("{org}的{item}是多少？",),
    "口语": ("{org}{item}花了多少",),
}
NEXT_ITEM, NEXT_YEAR, NEXT_ORG = (
    ("那{item}呢？", "{item}又是多少", "换成{item}呢", "再看看{item}", "还有{item}"),
    ("{year}年的呢？", "那{year}年是多少", "换到{year}年呢", "{year}年怎么样"),
    ("{org}呢？", "那{org}的呢", "同样的问题，{org}是多少", "换成{org}"),
)
ABSENT_ORG = (
    "{city}地震局{year}年部门预算支出总计是多少？",
    "{city}档案馆{year}年{kind}的公务接待费有多少",
    "请问{city}气象局{year}年{item}是多少？",
    "{city}体育局{year}年{kind}里{item}列了多少钱",
    "麻烦查{city}地方志编纂中心{year}年{kind}的{item}",
)
ABSENT_YEAR = ("{org}{year}年部门{kind}{item}是多少？", "{org}在{year}年的{kind}里{item}有多少钱", "{year}年度{org}{kind}的{item}")
ABSENT_ITEM = (
    "{who}给“{thing}”安排了多少钱？", "{who}里{thing}的金额是多少？", "麻烦查下{who}{thing}花了多少",
    "{who}有没有{thing}，多少钱？", "{who} {thing}",
)  # fmt: skip
THINGS = ("星际航行研究补助", "海底隧道养护", "极光观测站建设", "冰雪大世界门票补贴", "机器人足球队经费", "无人岛巡护项目")
OUTSIDE = (
    "你觉得{org}的预算花得合理吗？", "{org}负责人一个月工资多少？", "预测一下{org}{next}年会花多少钱", "给我讲个笑话吧", "明天会下雨吗",
    "今天股市怎么样", "{org}的电话号码是多少？", "帮我写一首关于财政的诗", "{city}{year}年的地方政府债务余额是多少？",
    "{city}去年GDP增长了多少？",
)  # fmt: skip
COMPARED = (
    "公务接待费", "“三公”经费", "支出合计", "基本支出", "项目支出", "收入合计", "机关运行经费", "人员经费", "公用经费", "政府采购预算",
    "政府采购支出总额",
)  # fmt: skip


def ask_across(random: Random, files: Sequence[Filed]) -> list[Draft]:
    """Questions of every kind over all the documents."""
    drafts: list[Draft] = []
    for filed in files:
        same_kind = [one for one in files if is_comparable(one, filed) and one.document.organization > filed.document.organization]
        drafts += [draft for other in same_kind[:2] for draft in ask_compare(random, filed, other)]
        later = [one for one in files if is_next_year(one, filed)]
        drafts += [draft for other in later for draft in ask_years(random, filed, other)]
        drafts += ask_follow_up(random, filed, files)
        drafts += ask_absent(random, filed, files)
    return [*drafts, *ask_rank(random, files), *ask_vague(random, files)]


def is_comparable(one: Filed, other: Filed) -> bool:
    """Whether two documents are of one year and kind."""
    return (one.document.year, one.document.kind) == (other.document.year, other.document.kind)


def is_next_year(one: Filed, other: Filed) -> bool:
    """Whether the first is the same department's document of the next year."""
    key = (other.document.organization, other.document.kind, other.document.year + 1)
    return (one.document.organization, one.document.kind, one.document.year) == key


def amounts_of(filed: Filed) -> dict[str, Fact]:
    """The amounts that can be compared, by subject."""
    return {subject: fact for subject, fact in facts_by_subject(filed).items() if subject in COMPARED and Decimal(fact.value)}


def shared_subject(random: Random, one: Filed, other: Filed) -> str | None:
    """A subject of which both documents state an amount, and not the same; their texts and their tables give one difference."""
    mine, theirs = amounts_of(one), amounts_of(other)
    subjects = sorted(
        subject
        for subject in mine.keys() & theirs.keys()
        if mine[subject].value != theirs[subject].value and is_plain_difference((one, mine[subject]), (other, theirs[subject]))
    )
    return random.choice(subjects) if subjects else None


def is_plain_difference(one: tuple[Filed, Fact], other: tuple[Filed, Fact]) -> bool:
    """Whether two stated amounts differ by what those of the tables do, which the texts round, and by what a text states of them."""
    first, second = (exact_yuan(filed.document, fact) - yuan(fact.value, fact.unit) for filed, fact in (one, other))
    return abs(first - second) <= ROUNDED_YUAN and not is_change_stated_otherwise(one, other)


def is_change_stated_otherwise(one: tuple[Filed, Fact], other: tuple[Filed, Fact]) -> bool:
    """Whether the later of two years' documents states another change of the amount than the two amounts give, if only by rounding."""
    (before, earlier), (after, later) = one, other
    change = facts_by_subject(after, "增减额").get(later.subject) if is_next_year(after, before) else None
    return change is not None and Decimal(change.value) != abs(Decimal(later.value) - Decimal(earlier.value))


def comparison(one: Filed, other: Filed, subject: str, names: tuple[str, str], values: tuple[GoldValue, ...]) -> Expectation:
    """What a right comparison says: the given values, the difference and which is larger."""
    first, second = (Decimal(amounts_of(filed)[subject].value) for filed in (one, other))
    larger, smaller = names if first > second else names[::-1]
    difference = GoldValue(str(abs(first - second)), "万元")
    return Expectation("answered", (*values, difference), larger=(larger,), smaller=(smaller,))


def ask_compare(random: Random, one: Filed, other: Filed) -> list[Draft]:
    """Two departments' amounts side by side."""
    subject = shared_subject(random, one, other)
    if subject is None:
        return []
    names = one.document.organization, other.document.organization
    slots = {"a": names[0], "b": names[1], "item": plain_label(subject), "year": one.document.year, "kind": one.document.kind}
    style, question = worded(random, COMPARE, **slots)
    expect = comparison(one, other, subject, names, ())
    if "各" in question:
        values = tuple(
            GoldValue(amounts_of(filed)[subject].value, "万元", (name,)) for filed, name in zip((one, other), names, strict=True)
        )
        expect = comparison(one, other, subject, names, values)
    return [Draft("compare", style, question, expect, both_sources(one, other, subject))]


def both_sources(one: Filed, other: Filed, subject: str) -> tuple[GoldSource, ...]:
    """Where both documents state the amount."""
    return tuple(source for filed in (one, other) for source in sources_of_fact(filed, amounts_of(filed)[subject]))


def ask_years(random: Random, before: Filed, after: Filed) -> list[Draft]:
    """One department's amount in two years."""
    subject = shared_subject(random, before, after)
    if subject is None:
        return []
    document = after.document
    slots = {
        "a": document.organization,
        "item": plain_label(subject),
        "year": document.year,
        "before": document.year - 1,
        "kind": document.kind,
    }
    style, question = worded(random, YEARS, **slots)
    names = (f"{document.year - 1}年", f"{document.year}年")
    if "各" in question:
        values = tuple(GoldValue(amounts_of(one)[subject].value, "万元", (name,)) for one, name in zip((before, after), names, strict=True))
        expect = Expectation("answered", values)
    else:
        expect = comparison(before, after, subject, names, ())
    return [Draft("compare", style, question, expect, both_sources(before, after, subject))]


def ask_rank(random: Random, files: Sequence[Filed]) -> list[Draft]:
    """Which department has the most."""
    drafts = []
    for kind, year in sorted({(filed.document.kind, filed.document.year) for filed in files}):
        group = [filed for filed in files if (filed.document.kind, filed.document.year) == (kind, year)]
        subjects = [subject for subject in COMPARED if all(subject in amounts_of(filed) for filed in group)]
        if len(group) < 2 or not subjects:
            continue
        subject = random.choice(subjects)
        top = max(group, key=lambda filed: Decimal(amounts_of(filed)[subject].value))
        style, question = worded(random, RANK, year=year, kind=kind, item=plain_label(subject))
        name, fact = top.document.organization, amounts_of(top)[subject]
        smaller = tuple(filed.document.organization for filed in group if filed is not top)
        expect = Expectation(
            "answered", (GoldValue(fact.value, fact.unit, (name,)),), must_include=(name,), larger=(name,), smaller=smaller
        )
        sources = tuple(source for filed in group for source in sources_of_fact(filed, amounts_of(filed)[subject]))
        drafts.append(Draft("compare", style, question, expect, sources))
    return drafts


def ask_vague(random: Random, files: Sequence[Filed]) -> list[Draft]:
    """An item without a document, and one without year and kind, where several are loaded."""
    drafts = []
    for subject in random.sample(COMPARED[:8], 4):
        stated = [amounts_of(filed)[subject] for filed in files if subject in amounts_of(filed)]
        style, question = worded(random, VAGUE, item=plain_label(subject))
        values = tuple(GoldValue(fact.value, fact.unit) for fact in stated)
        drafts.append(Draft("ambiguous", style, question, Expectation("clarify", values if len(values) > 1 else ())))
    for organization in sorted({filed.document.organization for filed in files}):
        own = [filed for filed in files if filed.document.organization == organization]
        subjects = [subject for subject in COMPARED if all(subject in amounts_of(filed) for filed in own)]
        if len(own) > 1 and subjects:
            subject = random.choice(subjects)
            style, question = worded(random, HALF_VAGUE, org=organization, item=plain_label(subject))
            values = tuple(GoldValue(amounts_of(filed)[subject].value, "万元") for filed in own)
            drafts.append(Draft("ambiguous", style, question, Expectation("clarify", values)))
    return drafts


def ask_follow_up(random: Random, filed: Filed, files: Sequence[Filed]) -> list[Draft]:
    """A second question that leaves out what the first one said: another item, another year, another department."""
    document, amounts = filed.document, amounts_of(filed)
    if len(amounts) < 2:
        return []
    first, second = random.sample(sorted(amounts), 2)
    opening = f"{document.organization}{document.year}年{document.kind}{plain_label(first)}是多少？"
    turns = [(random.choice(NEXT_ITEM).format(item=plain_label(second)), filed, second)]
    turns += [(random.choice(NEXT_YEAR).format(year=one.document.year), one, first) for one in files if is_next_year(one, filed)]
    others = [one for one in files if is_comparable(one, filed) and one.document.organization != document.organization]
    turns += [(random.choice(NEXT_ORG).format(org=one.document.organization), one, first) for one in others[:1]]
    drafts = []
    for question, target, subject in turns:
        fact = amounts_of(target).get(subject)
        if fact is not None:
            expect = Expectation("answered", (GoldValue(fact.value, fact.unit),), year=target.document.year)
            drafts.append(Draft("followup", "追问", question, expect, sources_of_fact(target, fact), (opening,)))
    return random.sample(drafts, min(2, len(drafts)))


def ask_absent(random: Random, filed: Filed, files: Sequence[Filed]) -> list[Draft]:
    """What no loaded document can answer."""
    document = filed.document
    city = document.region.split("市")[0] + "市"
    years = {one.document.year for one in files}
    item = plain_label(random.choice(COMPARED[:8]))
    slots = {"city": city, "org": document.organization, "kind": document.kind, "item": item, "year": document.year, "next": max(years) + 2}
    gone = random.choice([min(years) - 4, max(years) + 3])
    who = f"{document.organization}{document.year}年{document.kind}"
    questions = (
        random.choice(ABSENT_ORG).format(**slots),
        random.choice(ABSENT_YEAR).format(**{**slots, "year": gone}),
        random.choice(ABSENT_ITEM).format(who=who, thing=random.choice(THINGS)),
        random.choice(OUTSIDE).format(**slots),
    )
    return [Draft("unanswerable", "答不了", question, Expectation("not_found")) for question in random.sample(questions, 2)]
