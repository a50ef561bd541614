"""“扣了几分”, “这个项目花了多少钱”: a follow-up that asks further columns of the row of a form which the answer before told of."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from retrieval.spelling.label_key import fold

NAMED = re.compile(r"(?:最[高低多少大小]的是|(?:第[^\s*]{1,3}|最后一)[个项家]?(?:第\d+的)?是|排第\d+的是)\*\*(.+?)\*\*")
IT = r"(?:它|这个|那个|该|这一?项|那一?项|该项|此)?(?:项目|指标)?的?"
LOST = r"(?:一共|总共|共|被|又|都)*(?:扣|丢|失)(?:了|掉|去|的)*"
LEAD = re.compile(rf"^(?:那么?|请问)?{IT}")
ASKS_OF_ROW = re.compile(
    rf"{LOST}(?:是)?(?:多少|几)个?分"
    rf"|(?P<why>(?:为什么|为何|为啥|怎么|咋)(?:会|就|被)?(?:没有?(?:能)?(?:得|拿)满分|{LOST}分?)|{LOST}分?的?原因.{{0,4}})"
    rf"|(?P<where>{LOST}在(?:了)?(?:哪|什么).{{0,6}}|哪(?:个|些|项)?(?:指标)?(?:被)?{LOST}分?)"
    r"|(?:自评|评价)?(?:得|拿|打)?(?:了|到)?(?:多少|几)分|(?:自评)?得分(?:是|有)?(?:多少|几)?|(?:自评)?等级.{0,5}|(?:预算)?(?:执行|完成)率.{0,5}"
    r"|(?P<budget>(?:全年|年初)?(?:预算|安排)数?(?:了|是|有|给了?|安排了?)*(?:多少|几)(?:钱|万元|万|元)?)"
    r"|(?P<spent>(?:实际|一共|总共|全年)*(?:花|用|支出|执行|支|花费)(?:了|掉)*(?:多少|几)(?:钱|万元|万|元)?)"
    r"|(?:还|最后)*(?:剩|余)(?:下|了)*(?:多少|几).{0,3}|(?:还有)?多少(?:钱)?没(?:有)?(?:花|用|执行)(?:完|掉|了)?"
)
WHOLE = {"why": "为什么扣分", "where": "哪些指标扣了分", "spent": "全年执行数是多少", "budget": "全年预算数是多少"}
LOST_ASKED = re.compile(r"(?:扣|丢|失)(?:了|掉|去|的)*(?:是)?(?:多少|几)?个?分")
WHY = re.compile(r"(?:那么?)?(?:是)?(?:为什么|为何|为啥|怎么回事|(?:什么|啥)?原因(?:呢|是什么|是啥)?)(?:呢)?")
PARTED = re.compile(r"[?？,，、;；。]+")
INITIAL = re.compile(r"年初")
OF_FORM = re.compile(r"《[^》]*(?:自评|评价)[^》]*》（(?P<project>[^（）]+(?:（[^（）]*）[^（）]*)?)）“(?P<name>[^”]+)”：")
OF_POINTS = re.compile(r"分|为什么|为何|为啥|原因")
SCORED = re.compile(r"自评|评价")


def ask_of_row(question: str, *, is_after_loss: bool = False) -> str:
    """What a normalised question asks of a row told before, in the words of its form; empty where it asks anything else.

    `is_after_loss` says that the points that the row lost were just told: a bare “为什么” is why.
    """
    if is_after_loss and WHY.fullmatch(question.rstrip("?？。 ")):
        return WHOLE["why"]
    asked = LEAD.sub("", question.rstrip("?？。 "))
    found = ASKS_OF_ROW.fullmatch(asked)
    if found is None:
        parts = PARTED.split(asked)
        of_loss = len(parts) > 1 and {ask_of_row(part) for part in parts} <= {WHOLE["why"], WHOLE["where"]}
        return WHOLE["why"] if of_loss else ""  # “为什么没拿满分？扣在哪儿了”
    kind = next((name for name in WHOLE if found[name]), "")
    return asked if not kind or INITIAL.search(asked) else WHOLE[kind]


def row_told(answer: Answer, asked: str = "") -> str:
    """The name of the only row of a form of scores that an answer tells of; empty where it tells of none or of several.

    Of one indicator of a project its points are meant, where points are `asked` for; the project has amounts.
    """
    if answer.status != "answered" or not all(SCORED.search(one.table or "") for one in answer.citations) or not answer.citations:
        return ""
    named = NAMED.search(answer.text)
    if named:
        return named[1].split("·")[0]
    told = [(found["project"], found["name"]) for found in OF_FORM.finditer(answer.text)]
    if len({project for project, _ in told}) == 1:
        project, name = told[0]
        return f"{project}项目{name}" if len(told) == 1 and OF_POINTS.search(asked) else project
    cited, text = answer.citations[0], fold(answer.text)
    if cited.row and answer.values and (name := answer.values[0].label.partition("·")[0]) in cited.row:
        return name
    rows = {value.label.split("·")[0] for value in answer.values if f"-{fold(value.label.split('·')[0])}" in text}
    return rows.pop() if len(rows) == 1 else ""
