"""Questions that hold amounts against one another: of two departments, of two years, of all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from eval.amounts_across import COMPARED, amounts_of, shared_subject
from eval.gold import Expectation, GoldSource, GoldValue
from eval.question_draft import Draft, Filed, Templates, plain_label, sources_of_fact, worded

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


def comparison(one: Filed, other: Filed, subject: str, names: tuple[str, str], values: tuple[GoldValue, ...]) -> Expectation:
    """What a right comparison says: the given values, the difference and which is larger."""
    first, second = (Decimal(amounts_of(filed)[subject].value) for filed in (one, other))
    larger, smaller = names if first > second else names[::-1]
    difference = GoldValue(str(abs(first - second)), "万元")
    return Expectation("answered", (*values, difference), larger=(larger,), smaller=(smaller,))


def both_sources(one: Filed, other: Filed, subject: str) -> tuple[GoldSource, ...]:
    """Where both documents state the amount."""
    return tuple(source for filed in (one, other) for source in sources_of_fact(filed, amounts_of(filed)[subject]))
