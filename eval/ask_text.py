"""Questions for what is prose or a list: duties, definitions, projects, offices, units, targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from eval.gold import Expectation, GoldSource, GoldValue
from eval.invented import InventedDocument, InventedFigure
from eval.invented_classification import NUMERALS
from eval.invented_profiles import GENERAL_DUTIES
from eval.question_draft import Draft, Filed, Templates, asker, worded

DUTY_NUMBER: Templates = {
    "正式": ("{org}的第{n}项职责是什么？", "{org}主要职责第（{numeral}）条的内容是什么？"),
    "口语": ("{org}第{n}条职责写的啥", "{org}干的活里排第{n}的是哪一项？"),
    "客气": ("麻烦您念一下{org}的第{n}条职责。",),
    "简短": ("{org} 职责第{n}条",),
}
DUTY_WHO: Templates = {
    "正式": ("“{phrase}”由哪个单位负责？", "{phrase}属于哪个单位的职责？"),
    "口语": ("{phrase}这事归谁管？", "谁来管{phrase}", "我想办{phrase}的事，该找哪家？"),
    "客气": ("劳驾问一声，{phrase}由哪家承担？",),
}
DEFINITION: Templates = {
    "正式": ("{org}{year}年{kind}中所称“{term}”的含义是什么？",),
    "口语": ("{org}{year}年{kind}里说的{term}是啥意思？", "{org}{year}年{kind}讲的{term}，通俗说是指什么"),
    "客气": ("请解释一下{org}{year}年{kind}中的{term}。",),
    "简短": ("{org}{year}年{kind} {term} 含义",),
}
PROJECTS: Templates = {
    "正式": ("{who}安排了哪些项目？", "请列出{who}的全部项目及金额。"),
    "口语": ("{who}都有啥项目，分别多少钱？", "{who}有哪些项目"),
    "客气": ("烦请把{who}的项目一个个列给我看。",),
    "简短": ("{who}项目清单",),
}
OFFICES: Templates = {
    "正式": ("{org}内设哪些机构？",),
    "口语": ("{org}里头有哪些科室？", "{org}下面设了几个科室，都叫什么"),
    "客气": ("想请教一下，{org}设了哪些内设机构？",),
    "简短": ("{org}科室名单",),
}
UNITS: Templates = {
    "正式": ("{who}，纳入{kind}编制范围的单位有哪些？",),
    "口语": ("{org}{year}年{kind}包括哪几家单位", "{org}{year}年{kind}里，一共算进了哪几家"),
    "客气": ("请问{org}{year}年{kind}涵盖哪些单位，谢谢。",),
}
TARGET: Templates = {
    "正式": ("{who}，“{project}”项目绩效目标中“{label}”的指标值是多少？",),
    "口语": ("{who}{project}这个项目，{label}要达到多少？", "{who}给{project}定的{label}是多少"),
    "客气": ("请帮我看看{who}“{project}”的{label}定在多少，多谢。",),
    "简短": ("{who}{project}{label}",),
}
AT_LEAST = ("≥", "不少于", "不低于", "不小于", "大于等于", "大于或等于", "至少", "以上")
AT_MOST = ("≤", "不超过", "不大于", "不高于", "不多于", "小于等于", "小于或等于", "以内", "至多", "最多", "以下")
TARGET_VALUE = re.compile(r"(?P<mark>[≥≤]?)(?P<number>[\d.]+)(?P<unit>\D*)")
LAST_DUTY = GENERAL_DUTIES[-1].partition("}")[2]  # what every department does besides
DUTIES_HEADING, OFFICES_HEADING = "一、主要职责", "二、机构设置情况"


def ask_text(random: Random, filed: Filed, files: Sequence[Filed]) -> list[Draft]:
    """Questions of every kind for one document's prose and lists."""
    document = filed.document
    own = [one for one in files if one.document.organization == document.organization]
    drafts = [ask_numbered_duty(random, filed, own), ask_definition(random, filed), ask_offices(random, filed, own)]
    drafts += ask_duty_holder(random, filed, files)
    if document.kind == "预算":
        drafts.append(ask_projects(random, filed))
        drafts += ask_targets(random, filed)
    if len(document.units) > 1:
        drafts.append(ask_units(random, filed))
    return drafts


def key_phrases(text: str, count: int = 2) -> tuple[str, ...]:
    """The longest clauses of a text: an answer that quotes it has them all."""
    clauses = [clause for clause in re.split(r"[，。；：]", text) if len(clause) >= 4]
    return tuple(sorted(clauses, key=len, reverse=True)[:count])


def same_places(files: Sequence[Filed], heading: str) -> tuple[GoldSource, ...]:
    """The section in every document of the organisation: all of them say the same."""
    return tuple(GoldSource(one.file_name, heading) for one in files)


def ask_numbered_duty(random: Random, filed: Filed, own: Sequence[Filed]) -> Draft:
    """A duty by its number."""
    document = filed.document
    index = random.randrange(len(document.duties))
    slots = {"org": document.organization, "n": index + 1, "numeral": NUMERALS[index]}
    style, question = worded(random, DUTY_NUMBER, **slots)
    expect = Expectation("answered", must_include=key_phrases(document.duties[index]))
    return Draft("duty", style, question, expect, same_places(own, DUTIES_HEADING))


def ask_duty_holder(random: Random, filed: Filed, files: Sequence[Filed]) -> list[Draft]:
    """Who has a duty that only this organisation has."""
    document = filed.document
    own = [one for one in files if one.document.organization == document.organization]
    others = "".join(duty for other in files if other not in own for duty in other.document.duties)
    special = [duty for duty in document.duties if duty not in GENERAL_DUTIES and not duty.endswith(LAST_DUTY)]
    phrases = [phrase for duty in special for phrase in key_phrases(duty, 1) if phrase not in others and len(phrase) >= 7]
    if not phrases:
        return []
    style, question = worded(random, DUTY_WHO, phrase=random.choice(phrases))
    expect = Expectation("answered", must_include=(document.organization,))
    return [Draft("duty", style, question, expect, same_places(own, DUTIES_HEADING))]


def ask_definition(random: Random, filed: Filed) -> Draft:
    """What a term means in this document."""
    document = filed.document
    term, meaning = random.choice(sorted(document.definitions.items()))
    slots = {"org": document.organization, "year": document.year, "kind": document.kind, "term": term.strip("“”")}
    style, question = worded(random, DEFINITION, **slots)
    expect = Expectation("answered", must_include=key_phrases(meaning))
    return Draft("definition", style, question, expect, (GoldSource(filed.file_name, definition_heading(document)),))


def definition_heading(document: InventedDocument) -> str:
    """The heading under which the terms stand."""
    return next(section.heading_path[-1] for section in document.sections if section.heading_path[-1].endswith("名词解释"))


def ask_offices(random: Random, filed: Filed, own: Sequence[Filed]) -> Draft:
    """All offices of the organisation."""
    document = filed.document
    style, question = worded(random, OFFICES, org=document.organization)
    expect = Expectation("answered", must_include=document.offices)
    return Draft("list", style, question, expect, same_places(own, OFFICES_HEADING))


def ask_units(random: Random, filed: Filed) -> Draft:
    """All budget units of the department."""
    document = filed.document
    slots = {"who": asker(random, document), "org": document.organization, "year": document.year, "kind": document.kind}
    style, question = worded(random, UNITS, **slots)
    expect = Expectation("answered", must_include=tuple(unit.name for unit in document.units))
    return Draft("list", style, question, expect, (GoldSource(filed.file_name, OFFICES_HEADING),))


def ask_projects(random: Random, filed: Filed) -> Draft:
    """All projects of the budget."""
    document = filed.document
    titles = [table.title for table in document.tables if table.title.endswith(("项目支出表", "绩效目标表"))]
    style, question = worded(random, PROJECTS, who=asker(random, document))
    expect = Expectation("answered", must_include=tuple(project.name for project in document.projects))
    return Draft("list", style, question, expect, tuple(GoldSource(filed.file_name, title) for title in titles))


def ask_targets(random: Random, filed: Filed) -> list[Draft]:
    """Target values of the projects' indicators."""
    table = next(table for table in filed.document.tables if table.title.endswith("绩效目标表"))
    cells = [figure for figure in table.figures if figure.col == ("指标值",) and TARGET_VALUE.fullmatch(figure.value)]
    return [ask_target(random, filed, table.title, figure) for figure in random.sample(cells, min(3, len(cells)))]


def ask_target(random: Random, filed: Filed, title: str, figure: InventedFigure) -> Draft:
    """One target value with its “at least” or “at most”."""
    found = TARGET_VALUE.fullmatch(figure.value)
    assert found is not None
    slots = {"project": figure.row[1], "label": figure.row[-1]}
    style, question = worded(random, TARGET, who=asker(random, filed.document), **slots)
    words = {"≥": (AT_LEAST,), "≤": (AT_MOST,)}.get(found["mark"], ())
    expect = Expectation("answered", (GoldValue(found["number"], found["unit"]),), any_of=words, year=filed.document.year)
    return Draft("target", style, question, expect, (GoldSource(filed.file_name, title, figure.row[-1], "指标值"),))
