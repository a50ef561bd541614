"""“满意度”, “谁实施”, “年初预算”, “总分” after a project was told of, also where a turn between found nothing: that project's value."""

from __future__ import annotations

from dataclasses import dataclass

from app.answer import Answer
from app.dialogue.turn import Turn
from app.forms.form_rows import read_rows
from app.telling.cite import document_name
from app.telling.wording_told import PROJECT_LACKS
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import label_key
from retrieval.spelling.normalize_question import normalize_question

PROJECTS, INDICATORS = re.compile(r"项目|专项|自评|绩效"), re.compile(r"绩效|目标|自评")
UNIT = r"(?:单位|部门|机构|中心|局)"
SAID = r"(?:呢|是|有|为|要求)*(?:多少|几|什么|怎么样|如何|哪些)?(?:钱|分|万元)?(?:呢)?[?？。]*"
ITS = r"(?:那么?|它的?|该项目的?|这个?项目的?)?"
OWNER = re.compile(
    rf"{ITS}(?:是|由|归)?(?:谁|哪(?:一?[个家])?{UNIT})(?:来|在|去)?(?:负责|组织|具体)*(?:实施|负责|承担|执行|承办|做|管)的?(?:呢)?[?？。]*"
    rf"|{ITS}(?:实施|承担|项目|责任|承办){UNIT}(?:是)?(?:谁|哪(?:一?[个家])?(?:{UNIT})?|什么|呢)?[?？。]*"
)
ASKED = re.compile(
    rf"{ITS}(?:(?P<goal>(?:年度|绩效|总体)(?:绩效|总体)?目标|满意度)|(?P<side>年初预算数?|决算数?)|(?P<score>总分)"
    rf"|(?P<problem>(?:发现|存在|有)(?:了)?(?:什么|哪些)问题)|(?P<indicator>[一-鿿]{{2,12}}?)){SAID}"
)
OF_PROJECT = re.compile(  # what is asked of a project and may not be found: the project stays what is spoken of
    rf"{ITS}(?:每[一-鿿]{{1,4}}|单位)?[一-鿿]{{0,8}}(?:成本|率|数量|标准|满意度|得分|时间|进度|效益|面积|目标|预算|决算){SAID}"
)
OF_FORM = re.compile(r"》（([^（）]+)）“")
MOST_BACK, LONGEST = 4, 40
OWNED = "是哪个单位的项目"


@dataclass(frozen=True, slots=True)
class Kept:
    """The project that is spoken of, and its document."""

    name: str
    document: Document


def kept_project(turn: Turn, answer: Answer) -> Answer | None:
    """What is told of that project instead of an answer; None where none was told of, another thing is asked or the answer is of it."""
    asked = normalize_question(turn.question)
    kept = _kept(turn) if turn.history and len(asked) <= LONGEST else None
    if kept is None:
        return None
    asked = asked.removeprefix(kept.name)
    of_owner, of_cell = OWNER.fullmatch(asked), ASKED.fullmatch(asked)
    is_missed = of_cell is not None and _is_missed(of_cell, answer)
    if not is_missed and answer.status == "answered" and _is_only_of(answer, kept):
        return None
    word = OWNED if of_owner else _cell_asked(of_cell, kept) if of_cell else ""
    if not word:
        return None
    told = turn.afresh(f"{document_name(kept.document.info)},{kept.name}{word}", ())
    is_no_problem = bool(of_cell and of_cell["problem"]) and "问题" not in told.text
    if told.status == "answered" and _is_only_of(told, kept) and not is_no_problem:
        return told
    is_of_another = answer.status == "answered" and not _is_only_of(answer, kept)
    return Answer("not_found", PROJECT_LACKS.format(item=kept.name)) if is_of_another else None


def _is_missed(found: re.Match[str], answer: Answer) -> bool:
    """Whether an answer may be of the project and yet not what is asked of it: another column, or another indicator."""
    return bool(found["side"] or found["score"]) or label_key(found["indicator"] or "") not in label_key(answer.text)


def _kept(turn: Turn) -> Kept | None:
    """The project that the latest answered turn tells of, turns that found nothing of a project passed over."""
    for at in range(len(turn.history) - 1, max(-1, len(turn.history) - 1 - MOST_BACK), -1):
        last = turn.ask(turn.history[at], turn.history[:at])
        said = normalize_question(turn.history[at])
        if last.status == "not_found" and (OWNER.fullmatch(said) or OF_PROJECT.fullmatch(said)):
            continue
        documents = {one.document_id for one in last.citations}
        return _told_of(last, turn.document_of(documents.pop())) if last.status == "answered" and len(documents) == 1 else None
    return None


def _told_of(last: Answer, document: Document) -> Kept | None:
    """The only project that an answer tells of."""
    names = {label_key(name): name for row in read_rows(document, PROJECTS) for name in _names(row.project, row.name, row.cell("target"))}
    forms = {label_key(one) for one in OF_FORM.findall(last.text)}
    told = [{names[key] for key in _labels(one.row, one.context, one.quote) | forms if key in names} for one in last.citations]
    found = set().union(*told)
    return Kept(found.pop(), document) if len(found) == 1 and told[0] else None


def _names(project: str, name: str, target: object) -> tuple[str, ...]:
    """The names of projects in a row: that of an indicator is none."""
    return tuple(filter(None, (project,))) if project or target else (name,)


def _labels(row: tuple[str, ...], context: str | None, quote: str) -> set[str]:
    return {label_key(one) for one in (*row, context or "", quote.partition("：")[0]) if one}


def _cell_asked(found: re.Match[str], kept: Kept) -> str:
    """What is asked of the project, behind its name; empty for an indicator that it does not have."""
    if found["side"]:
        return f"{found['side']}是多少"
    if found["indicator"]:
        rows = [row for row in read_rows(kept.document, INDICATORS) if label_key(row.project) == label_key(kept.name)]
        return f"项目{found['indicator']}" if any(label_key(row.name) == label_key(found["indicator"]) for row in rows) else ""
    return f"项目{found['goal'] or found['score'] or found['problem']}"


def _is_only_of(answer: Answer, kept: Kept) -> bool:
    """Whether every place that an answer cites is of the project, or bears its name."""
    name = label_key(kept.name)
    cited = (label_key("".join((*one.row, one.context or "", one.quote))) for one in answer.citations)
    return bool(answer.citations) and all(name in one for one in cited)
