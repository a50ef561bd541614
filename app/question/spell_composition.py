"""“支出构成是怎样的”: what the whole of a side is made of, in the words by which its parts are listed."""

from __future__ import annotations

from ingest import late_re as re

MADE_OF = re.compile(
    r"(?:本年|全部|所有|全年|总)?(?P<side>收入|支出)(?:总计|合计|总额|预算|决算)?(?:的|是|主要)*"
    r"(?:(?:构成|组成|结构)(?:情况|部分)?(?:是|都|有)*(?:怎么样|怎样|怎么|如何|啥样|什么样|什么|哪些)?的?"
    r"|由(?:哪|什么)(?:几|些)?(?:个|大)?(?:部分|方面|项目|项|内容|类)?(?:构成|组成)的?"
    r"|(?:怎么|如何|怎样)(?:构成|组成)的?)"
    r"(?:[,，?]?(?:各|分别)(?:是|为|占)?多少(?:钱|万元|元)?)?(?=\s*[?。]?$)"
)
LISTED = {"收入": "收入构成", "支出": "本年支出合计由哪些部分组成"}
OF_ALL = re.compile(  # what stands before it is a body, a year or a kind of document, and no item of the budget
    r"(?:^|[:,?、]|年度?|(?<!事业)(?<!预算)单位|部门|(?<!公共)(?<!基金)(?<!经营)(?<!专户)(?:预算|决算)(?:数|中|里)?"
    r"|[局委厅办处所院校站馆镇乡府]|中心|街道|大队|委员会|办公室)的?\s*$"
)


def asks_parts(question: str) -> bool:
    """Whether a question so spelt asks what a side is made of."""
    return any(listed in question for listed in LISTED.values())


def spell_composition(question: str) -> str:
    """The normalised question with such words in one spelling; what is asked of a part of the side alone stays as it is."""
    found = MADE_OF.search(question)
    if found is None or not OF_ALL.search(question[: found.start()]):
        return question
    return f"{question[: found.start()]}{LISTED[found['side']]}{question[found.end() :]}"
