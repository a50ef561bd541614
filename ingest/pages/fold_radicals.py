"""Characters that some PDF producers print as radicals of the same shape, back to the characters that a reader sees."""

from __future__ import annotations

import re
import unicodedata

# the radicals supplement has no compatibility mapping in Unicode, so that 部⻔ and 部门 stay two words under NFKC
SUPPLEMENT = str.maketrans(
    "⺁⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⺟⻊⺼⺝⺴⻑",
    "厂民虎西见角贝车长门青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟母足月月网長",
)
# what the compatibility mapping of a radical gives, in the shape that simplified fonts print it
SIMPLIFIED = str.maketrans("戶靑", "户青")
LOOK_ALIKE = re.compile("[⺀-⿕豈-﫿]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def fold_radicals(text: str) -> str:
    """The text with radicals and compatibility ideographs replaced by the ordinary characters, invisible characters dropped."""
    if text.isascii():
        return text
    folded = LOOK_ALIKE.sub(lambda match: unicodedata.normalize("NFKC", match.group()).translate(SIMPLIFIED), text.translate(SUPPLEMENT))
    return INVISIBLE.sub("", folded)
