"""Prose to statements: every amount, share, rate, change and count that a sentence states, with what it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Paragraph, Section, Statement
from ingest.figures.clean_subject import clean_subject
from ingest.figures.name_standard_subjects import name_standard_subjects
from ingest.figures.name_stated_projects import name_stated_projects, project_over, tells_budget
from ingest.figures.open_context import open_context
from ingest.figures.read_clause import read_clause
from ingest.figures.settle_subjects import settle_subjects
from ingest.figures.split_aspect import split_aspect
from ingest.figures.split_clauses import split_clauses
from ingest.figures.stated_amounts import COMPLETION, ITEM_NUMBER, LEAD_NUMBER, OPEN_BRACKET, SPACES
from ingest.figures.statement_context import Context

SENTENCE_END = "。"
LEAD = re.compile(rf"^\s*{ITEM_NUMBER}(?P<label>[^，；：:\d]{{2,90}}?)(?=[。，：:\s\d]|为|$)")
ITEM_HEADING = re.compile(r"([一-鿿（）()]{0,16}(?:费|费用|经费))(?:情况)?(?:说明)?[：:。]?")
THAT_IS = re.compile(r"[（(]即[^（）()]{4,80}[）)]")  # 机关运行经费（即机关和参公单位的公用经费）
BOTH_SIDES = re.compile(r"收入(?:总计|合计)?(?:、|和|与|及)支出(总计|合计)?(?!决算|预算)")
CODED_LEVEL = re.compile(r"[（(]\s*\d{2,3}\s*([类款项])\s*[）)]")  # 教育支出（205类）
WIDE_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.")
NAMES_A_PROJECT = re.compile(r"项目[：:]$")


def extract_statements(sections: Sequence[Section]) -> tuple[Statement, ...]:
    """Every figure that the sections' prose states, in reading order; what has no certain subject is left out."""
    found: list[Statement] = []
    for index, section in enumerate(sections):
        project = project_over(section)
        for paragraph in section.paragraphs:
            named = project if project and tells_budget(section, paragraph.text) else ""
            found += settle_subjects(tuple(_read_paragraph(index, paragraph, named, _item_of(section))))
    return name_stated_projects(sections, found)


def _item_of(section: Section) -> str:
    """The item that a heading names (“（二）公务接待费”); "" where it names none."""
    heading = SPACES.sub("", LEAD_NUMBER.sub("", section.heading_path[-1])) if section.heading_path else ""
    found = ITEM_HEADING.fullmatch(re.sub(r"[“”\"]", "", heading))
    return found[1] if found else ""


def _read_paragraph(section: int, paragraph: Paragraph, project: str = "", item: str = "") -> Iterator[Statement]:
    """The statements of one paragraph; an amount without a name at its beginning is of the project or item that the heading names."""
    text = BOTH_SIDES.sub(r"收支\1", re.sub(r"\*\*", "", paragraph.text).replace("收、支", "收支"))
    text = THAT_IS.sub("", text)
    context = Context(project or _lead_subject(CODED_LEVEL.sub(r"（\1）", text)) or item, is_named=bool(project))
    for sentence in re.split(rf"(?<={SENTENCE_END})", text):
        context = replace(context, base="", counted="", around="")
        before = read = ""
        for clause in split_clauses(CODED_LEVEL.sub(r"（\1）", sentence.translate(WIDE_DIGITS))):
            context = open_context(clause, replace(context, is_inside=bool(OPEN_BRACKET.search(read))))
            read += clause
            if NAMES_A_PROJECT.search(before):
                context = replace(context, subject=clause.rstrip("，,、"), is_lost=False, is_named=True)
            before = clause
            closes = clause.rstrip().endswith(("；", ";")) and bool(context.outer)
            for statement, following in read_clause(clause, context, sentence):
                context = following
                if statement is not None:
                    subject = name_standard_subjects(statement.subject, sentence)
                    yield replace(statement, subject=subject, section=section, place=paragraph.place)
            context = replace(context, total=context.outer, outer="") if closes else context


def _lead_subject(text: str) -> str:
    """The item that a numbered paragraph is about (“1. 一般公共服务支出（类）…（项）。”), or "" where it has none."""
    lead = LEAD.match(text)
    if not lead:
        return ""
    label = split_aspect(clean_subject(COMPLETION.sub("", lead["label"])))[0]
    return "" if re.search(r"情况|说明|方面|内容", label) else label
