"""The own level of a body (“某局机关”, “本级”) over a dialogue: once named it is meant until a body, a unit or all of them is."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.question_reader import QuestionReader
from app.telling.wording_told import ITEM_LOST
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.spelling.label_key import fold
from retrieval.spelling.normalize_question import normalize_question

# 机关运行经费, 机关服务中心, and 机关工资福利支出, a class of the government's, are no level
OF_LEVEL = r"(?P<level>机关(?![(（]|运行|事业|幼儿|服务|事务|工委|党委|管理|单位|工资福利|商品|资本)|(?:本级|本部)(?!单位))"
GOVERNMENT_CLASS = re.compile(r"(?:工资福利|商品和服务|资本性)")
LEVEL = re.compile(rf"(?<=[局委办厅院会社处部])\(?局?{OF_LEVEL}\)?")
ALONE = re.compile(rf"(?:那么?|其中|还有|只看|单看)?[局委厅院]?{OF_LEVEL}的?(?P<rest>.*)")
YEAR_BETWEEN = re.compile(rf"(?<=[局委办厅院会])的?(20\d\d年度?)的?{OF_LEVEL}")
WHOLE = re.compile(
    r"(?:那么?)?(?:全部门|全[局委院]|全系统|整个部门|整个[局委]|部门合计|全部)的?(?:加起来|合计|一共|总共)?(?:呢|是多少|多少)[?？。]?"
)
OF_ALL = re.compile(r"全部门|全[局委院]|全系统|整个|部门|合计|总共|一共|全部|所有|下属|所属|事业单位|各|分别|哪|谁|几个")
OF_TOLD = re.compile(r"为什么|为何|原因|占|比|去年|上年|增|减")
PLAIN = re.compile(r"(?:那么?|其中)?(?:基本|项目)?(?:支出|收入|预算)|三公(?:经费)?")
NAMED = re.compile(r"机关(?!运行|事业)|本级|本部")
IN_BUREAU = re.compile(r"(?:那么?|回到|再看看?|换成)?(?:局|委|厅|院)里(?:面|头)?(?:的|,)?(?P<rest>.*)")
OF_DUTIES = re.compile(r"第[一二三四五六七八九十\d]+[条项]|职责")
ONLY_ASKS = re.compile(r"[呢是有多少钱万元?？。的]*")


def own_level(question: str, history: Sequence[str], reader: QuestionReader, infos: Sequence[DocumentInfo]) -> str:
    """The question with the body and its own level, where a turn before meant that; as it is where it names a body or unit itself."""
    question = of_bureau(YEAR_BETWEEN.sub(r"\2\1", question), history, reader, infos)
    if not history or LEVEL.search(normalize_question(question)):
        return question
    name = body_meant(question, history, reader, infos)
    if not name:
        return question
    if alone := ALONE.fullmatch(normalize_question(question)):
        item = alone["rest"] if not ONLY_ASKS.fullmatch(alone["rest"]) else item_before(history, reader)
        return f"{name}{alone['level']}{item}" if item else question
    if WHOLE.fullmatch(normalize_question(question)) and (item := item_before(history, reader)):
        return f"{name}{LEVEL.sub('', item)}多少"
    is_item = reader.named_item(question, history) or PLAIN.match(normalize_question(question))
    level = "" if OF_ALL.search(question) or OF_TOLD.search(question) or not is_item else level_before(history, reader)
    level = "本级" if level and GOVERNMENT_CLASS.match(question) else level
    return f"{name}{level}{question}" if level else question


def of_bureau(question: str, history: Sequence[str], reader: QuestionReader, infos: Sequence[DocumentInfo]) -> str:
    """“局里呢”, “局里的第九条呢” after one of its units: the same of the bureau itself; any other question as it is."""
    said = IN_BUREAU.fullmatch(normalize_question(question)) if history else None
    before = reader.choose(reader.read(history[-1])[0], history[:-1])[0] if said else None
    names = {info.organization for info in infos if before and info.id in before.documents}
    name = names.pop() if before and before.units and len(names) == 1 else None
    if said is None or not name:
        return question
    if OF_DUTIES.search(said["rest"]):
        return f"{name}的{said['rest']}"
    item = said["rest"] if not ONLY_ASKS.fullmatch(said["rest"]) else item_before(history, reader)
    return f"{name}本级{item}" if item else question


def body_meant(question: str, history: Sequence[str], reader: QuestionReader, infos: Sequence[DocumentInfo]) -> str:
    """The one body of whose whole department the turns before spoke; empty where the question names a body or unit, or there are more."""
    choice = reader.choose(reader.read(question)[0], history)[0]
    names = {info.organization for info in infos if info.id in choice.documents and info.organization and info.scope != "单位"}
    return "" if choice.units or "organization" not in choice.inherited or len(names) != 1 else names.pop()


def loses_level(
    question: str, history: Sequence[str], answer: Answer, reader: QuestionReader, infos: Sequence[DocumentInfo]
) -> Answer | None:
    """The refusal of a share or a change of the whole body, where its own level alone was spoken of; None else."""
    if not history or answer.status != "answered" or not answer.values or not OF_TOLD.search(question) or OF_ALL.search(question):
        return None
    told = fold("".join((answer.text, *(part for one in answer.citations for part in (*one.row, *one.col)))))
    level = level_before(history, reader) if body_meant(question, history, reader, infos) else ""
    return Answer("not_found", ITEM_LOST.format(item=level)) if level and not NAMED.search(told) else None


def item_before(history: Sequence[str], reader: QuestionReader) -> str:
    """The item that the last turn names."""
    return re.sub(r"\s", "", reader.named_item(history[-1], history[:-1]))


def level_before(history: Sequence[str], reader: QuestionReader) -> str:
    """The own level, as the last turn that names a body, a unit or all of them calls it; empty where it means another."""
    for place in reversed(range(len(history))):
        turn = normalize_question(history[place])
        if level := LEVEL.search(turn) or ALONE.fullmatch(turn):
            return level["level"]
        choice = reader.choose(reader.read(turn)[0], history[:place])[0]
        if choice.units or "organization" not in choice.inherited:
            return ""
    return ""
