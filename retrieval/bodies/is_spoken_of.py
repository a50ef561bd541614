"""A body that only does something in a question (“被区财政局重点评价”), or whose bodies something is done to: none that is asked for."""

from __future__ import annotations

from ingest import late_re as re

AGENT = re.compile(r"(?:被|受|经|遭|获|让|由)(?:[省市县区州]级?|本级|上级)?$")
DEED = re.compile(
    r"(?:的)?(?:进行|开展|组织|实施|做)?(?:了|过)?(?:的)?(?:一次)?(?:重点|绩效|财政|专项|再|抽样|年度|全面|现场)*"
    r"(?:评价|评估|检查|审计|考核|通报|点名|表彰|表扬|约谈|处罚|批准|批复|审批|认定|抽查|抽检|验收|评为|评定|评选|列为|确定为|核减|收回|巡察|督查)"
)
OBJECT = re.compile(r"(?:对|给|向)(?:[省市县区州]级?|本级|上级)?$")
ITS_BODIES = re.compile(r"(?:的)?(?:各|所属|下属|直属|有关|相关)?(?:工作|组成)?(?:部门|单位)")


def is_spoken_of(question: str, start: int, end: int) -> bool:
    """Whether the body named here is only the one that does something to what is asked of, or whose bodies something is done to."""
    before, after = question[:start], question[end:]
    is_agent = bool(AGENT.search(before)) and bool(DEED.match(after))
    return is_agent or (bool(OBJECT.search(before)) and bool(ITS_BODIES.match(after)))
