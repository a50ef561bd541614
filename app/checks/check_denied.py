"""Whether a question asks which of several are not so (“哪些项目不属于…”, “哪个没有…”) and an answer lists them without saying so."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re

DENIED = re.compile(
    r"(?:哪(?:[些个家几]|一[个家项]|几[个家项]))[^,;?]{0,14}?"
    r"(?:(?:(?<![有了过])没有?|未(?!来))(?![^,;?]{0,4}\d)|(?<![是对会能])不(?:属|是|归|由|在|包|含|为|等于|用|需|需要|涉)|(?<!有)无(?!线|障|人))"
    r"|(?:(?:(?<![有了过])没有?|未(?!来))(?![^,;?]{0,4}\d)|不属于?)[^,;?]{1,12}的[^,;?]{0,6}(?:是|有)(?:哪[些个家几]|什么)"
)
TOLD = re.compile(r"没|未|不|无|非|除|零|都|以外|其余|低于|少于")
NOTE = re.compile(
    r"^(?:没有列入|没有载入|注意|其他口径|口径|尾差|文件前后不一致|文件里没有|所列项目的|沿用).*$"
    r"|^- [^：\n]*：",  # the name of a row
    re.MULTILINE,
)


def drops_denial(answer: Answer, question: str) -> bool:
    """Whether what is told neither says that something is not so nor is an amount of nothing."""
    if answer.status != "answered" or not DENIED.search(question) or any(value.value == 0 for value in answer.values):
        return False
    return not TOLD.search(NOTE.sub("", answer.text))
