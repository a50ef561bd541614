"""The words by which an answer says that an amount is nothing: “没有安排”, “为零”; not “没有公布”."""

from __future__ import annotations

import re

from eval.doubt_words import DOUBTS

# What may follow 没有 and 无 without making the amount nothing: it is only not told, or something else is absent.
UNTOLD = (
    "找|查|载入|提到|提供|公布|公开|列(?!支)|说明|写|给出|注明|披露|记载|反映|显示|标|填|回答|看|见|依据|数据|数字|数额|金额|信息|资料|内容"
    "|办法|把握|变化|变动|增减|差|超|问题|能|被|规定|印|登|统计|透露|细分|区分|单独|问"
)
NOTHING = re.compile(
    rf"没有(?![^、,。;\n]{{0,4}}?(?:{UNTOLD}))|没(?:花|用|安排|发生)"
    rf"|(?<!有)无(?!锡|法|论|关|须|需|形|偿|纸|线|人|障|从|意|误|异议)(?![^、,。;\n]{{0,4}}?(?:{UNTOLD}))"
    r"|未发生|未安排|未使用|未列支|未支出|为零|是零|零元|不涉及"
)
UNCHANGED = re.compile(r"持平|没有(?:任何|什么|发生)?(?:变化|变动|增减)|无(?:增减)?(?:变化|变动|增减)|不变|未变|一样多|相同")
TAKEN_BACK = re.compile(rf"(?:不是|并非|不能说|未必|{DOUBTS})[^、,。;\n]{{0,8}}$")


def says_nothing(words: str, *, is_change: bool) -> bool:
    """Whether a text says that there is nothing; where a change is asked for, also that nothing changed."""
    patterns = (NOTHING, UNCHANGED) if is_change else (NOTHING,)
    return any(not TAKEN_BACK.search(words[: found.start()]) for pattern in patterns for found in pattern.finditer(words))
