"""Of which project the money is that is stated under a project's heading without a name of its own (2026年安排一般公共预算资金286万元)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from ingest.document import Section, Statement
from ingest.outline.headings import project_named

BUDGETED = re.compile(
    r"^\W*[一二三四五六七八九十\d]{0,3}\W{0,2}(?:(?:20\d\d)?年度?|本年度?|当年|项目)*(?:预算|资金|经费)(?:安排|金额|申请|需求|情况|来源)*(?:情况)?(?=[。：:，,\s]|$)"
)
FUNDS = re.compile(
    r"(?:年度|本年度?|当年|今年|全年|计划|拟|共计?|项目|本项目|该项目|市级|区级|县级|本级|财政|一般公共预算|政府性基金|预算|专项|安排|申请|资金|经费|拨款|金额|支出|规模)+"
)
OF_SOME_FUNDS = re.compile(r"一般公共|政府性基金|国有资本|专户|单位资金|自筹")


def project_over(section: Section) -> str:
    """The project under whose heading a section stands; empty where none is named."""
    return next((name for heading in reversed(section.heading_path) if (name := project_named(heading))), "")


def tells_budget(section: Section, text: str) -> bool:
    """Whether a paragraph begins, or its heading is, with the budget of the year."""
    return any(BUDGETED.match(one) for one in (text, section.heading_path[-1]))


def name_stated_projects(sections: Sequence[Section], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, the one amount of a year that stands under a project's heading without another name said to be of the project.

    Where several stand there (每种资金一笔), it is the one that is of all funds; none where two are.
    """
    nameless: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for at, one in enumerate(statements):
        project = project_over(sections[one.section])
        if project and one.measure == "金额" and one.base is None and (one.subject == project or FUNDS.fullmatch(one.subject)):
            nameless[project, one.year].append(at)
    named = list(statements)
    for (project, _), places in nameless.items():
        whole = [at for at in places if not OF_SOME_FUNDS.search(statements[at].subject)]
        chosen = places if len(places) == 1 else whole if len(whole) == 1 else []
        for at in chosen:
            named = [_renamed(one, statements[at], project) for one in named]
    return tuple(named)


def _renamed(one: Statement, whole: Statement, project: str) -> Statement:
    """A statement with the project's name where it is the whole or says that it is part of it."""
    if one.section != whole.section:
        return one
    is_part = one.base == whole.subject and one.sentence == whole.sentence
    return replace(one, subject=project) if one == whole else replace(one, base=project) if is_part else one
