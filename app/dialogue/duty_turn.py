"""“公益诉讼那条” after the duties of a body: its duty that speaks of that, not an amount of that name."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

DUTIES = re.compile(r"职责|职能|第[一二三四五六七八九十\d]+[条项]")
THAT = re.compile(
    r"(?:那么?|还有)?(?:关于|有关|涉及|负责|管)?(?P<topic>[一-鿿]{2,10}?)的?[那这]一?[条项](?:职责)?(?:是什么|怎么说|呢|的?内容)*[?]?"
)
ABOUT = re.compile(r"(?:那么?|还有)?(?:关于|有关|涉及)(?P<topic>[一-鿿]{2,10}?)的(?:呢|是什么|怎么说)*[?]?")
BARE = re.compile(r"(?:那么?|还有)?(?P<topic>[一-鿿]{2,8}?)(?:呢)?[?]?")
NO_TOPIC = re.compile(
    r"第|最后|[哪上下前后每这那几]|职责|多少|为什么|预算|决算|收入|支出|经费|[费元]$|编制|人员|单位|科室|机构|去年|今年|一共|合计"
)
AS_ASKED = "关于{topic}的职责"


def duty_turn(question: str, history: Sequence[str]) -> str:
    """The question as one for that duty; as it is where no duties were asked for just before, or it names none by its topic."""
    if not history:
        return question
    asked, last = normalize_question(question), normalize_question(history[-1])
    found = THAT.fullmatch(asked) or ABOUT.fullmatch(asked)
    follows = bool(DUTIES.search(last))
    if found is None and is_of_one(last):
        found = BARE.fullmatch(asked)
    return AS_ASKED.format(topic=found["topic"]) if found and follows and not NO_TOPIC.search(found["topic"]) else question


def is_of_one(last: str) -> bool:
    """Whether the turn before asked for one duty by its topic."""
    return last.startswith("关于") and last.endswith("的职责")
