"""A follow-up that leaves out what was spoken of: “哪个得分最低” after projects, “维护费呢” after cars, “增长率” after a change."""

from __future__ import annotations

from collections.abc import Sequence

from app.dialogue.count_persons import count_persons
from ingest import late_re as re

KINDS = re.compile(r"(?:几|多少|哪些|哪几)(?:个|项)?(?:项目|指标)|(?:项目|指标)(?:都|主要|一共|共)*(?:有|是)?(?:哪些|哪几|几个|多少个)")
KIND = re.compile(r"项目|指标")
WHICH = re.compile(
    r"^(?P<lead>(?:那么?|其中|这些里面?|里面?|[,，])*)(?P<which>哪(?:一)?[个些项])的?(?=(?:自评|得|打|评)?(?:得分|分数?|了?满分)|扣|丢分|没(?:有)?(?:满分|完成|执行)|执行|完成|花)"
)
OTHERS = re.compile(
    r"(?:那么?|[,，])*(?:其[他它余]|别|剩下|余下|另外)的?(?:[几两二三四五六]?[个项])?(?:项目|指标)?的?"
    r"(?:都|各|分别|得|打|是|有)*(?:多少|几)分[?？。]?"
)
SCORES_OF_ALL = "各{kind}得分分别是多少"
CAR = re.compile(r"公车|公务用?车|车辆|几辆|用车")
COST = re.compile(
    r"(?:那么?|其中|还有|它们?的?|每年|全年|一年|今年|当年|一共|总共|[,，])*(?:(?:花|用|要)(?:了|掉)?(?:多少|几)(?:钱)?(?:的)?)?"
    r"(?:车(?:辆)?的?)?(?:(?:运行维护|运维|维护|保养)(?:费用?|经费|支出)|运行费用?)(?:呢|(?:是|有|花|用)?了?(?:多少|几)(?:钱|万元|万|元)?)?[?？。]?"
)
LISTED = re.compile(r"(?:那么?|其中|[,，])*(?:都|分别|具体)*(?:有|是|包括)(?:哪些|哪几[个项]|什么)[?？。]?")
OF_PROJECTS = re.compile(r"项目支出|项目(?:经费|资金|预算)")
PROJECTS = "有哪些项目"
LARGEST = re.compile(
    r"(?:那么?|其中|里面?|[,，])*哪(?:一)?(?:项|块|部分|类|样)(?:是|花得?|占得?的?)*(?:最[多大高]|大头|占?比[例重]?最[大高])的?[?？。]?"
)
OF_PARTS = re.compile(r"[“\"]?三公[”\"]?(?:经费|费用)?")
OTHER_THING = re.compile(r"费|车|出国|支出|收入|项目|人|采购")
LARGEST_PART = "三公经费里哪项最多"
GROWTH = re.compile(
    r"(?:那么?|[,，])*(?:增长率|增长幅度|增幅|涨幅|增速|降幅|(?:涨|增长?|增加|降|减少?|下降)了?百分之(?:几|多少))(?:呢|是|有|为)*(?:多少|多大|几)?[?？。]?"
)
CHANGED = re.compile(r"(?:为什么|为何|为啥|怎么)?(?:(?:比|较|跟|和|与)(?:上年|去年|上一年)度?(?:相?比)?|涨|增长?|增加|减少?|下降).*$")
GROWTH_OF = "{thing}比上年增长百分之几"
COST_OF_CARS = "公务用车运行维护费多少"


def in_full(question: str, history: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The question and those before it, each with what it leaves out taken from the one before it."""
    said: tuple[str, ...] = ()
    for one in (*history, question):
        whole = count_persons(one, said)
        for filled in (_of_kind, _of_projects, _of_parts, _of_growth, _of_cars):
            whole = filled(whole, said)
        said = (*(said[:-1] if whole != one and whole == said[-1] else said), whole)
    return said[-1], said[:-1]


def _of_kind(question: str, history: Sequence[str]) -> str:
    """“哪个得分最低” with the kind of thing that was counted or listed just before; of the others are told the scores of all."""
    if OTHERS.fullmatch(question.strip()) and (named := [kind for one in history for kind in KIND.findall(one)]):
        return SCORES_OF_ALL.format(kind=named[-1])
    which = WHICH.match(question) if history and KINDS.search(history[-1]) else None
    if which is None or KIND.search(question):
        return question
    kind = KIND.findall(history[-1])[-1]
    return f"{question[: which.end('which')]}{kind}{question[which.end() :]}"


def _of_projects(question: str, history: Sequence[str]) -> str:
    """“有哪些” after what all projects cost."""
    return PROJECTS if history and OF_PROJECTS.search(history[-1]) and LISTED.fullmatch(question.strip()) else question


def _of_parts(question: str, history: Sequence[str]) -> str:
    """“哪项最多” after an amount that has parts, where nothing else was named since."""
    named = next((one for one in reversed(history) if OTHER_THING.search(one)), "")
    is_of_parts = OF_PARTS.search(named) and not OTHER_THING.search(OF_PARTS.sub("", named))
    return LARGEST_PART if is_of_parts and LARGEST.fullmatch(question.strip()) else question


def _of_growth(question: str, history: Sequence[str]) -> str:
    """“增长率” after an amount was held against the year before."""
    changed = CHANGED.search(history[-1]) if history and GROWTH.fullmatch(question.strip()) else None
    thing = history[-1][: changed.start()].strip(" 的,，") if changed else ""
    return GROWTH_OF.format(thing=thing) if thing else question


def _of_cars(question: str, history: Sequence[str]) -> str:
    """“维护费呢” after cars in the words of the figure, for there are costs of upkeep of other things too."""
    spoken_of = next((one for one in reversed(history) if not COST.fullmatch(one.strip())), "")
    return COST_OF_CARS if CAR.search(spoken_of) and COST.fullmatch(question.strip()) else question
