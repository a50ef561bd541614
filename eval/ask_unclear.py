"""Questions that leave something out: what only the question before says, and what nothing says."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from eval.amounts_across import COMPARED, amounts_of, is_comparable, is_next_year
from eval.gold import Expectation, GoldValue
from eval.question_draft import Draft, Filed, Templates, plain_label, sources_of_fact, worded

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
