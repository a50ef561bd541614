"""What an answer says only to deny it: “不是5.32万元”, “没有矛盾”, “9.87万元或5.32万元”."""

from __future__ import annotations

import re

from eval.stated_figures import Stated

DENIED_FIGURE = re.compile(r"(?:不是|并非|而非|不为|不等于|是不是)[^\d、,。;]{0,3}[-−]?$")
OR_BEFORE = re.compile(r"\d\s*[^\d\s、,。;]{0,4}(?:或者?|还是)\s*[-−]?$")
OR_AFTER = re.compile(r"[-−]?\d[\d,.]*\s*[^\d\s、,。;]{0,4}?(?:或者?|还是)\s*[-−]?\d")
DENIED_WORD = re.compile(r"(?:不是|并非|不属于|不存在|并无|未见|没有|并没有|未)$")
# Words that say how two prints differ or which way an amount moved: said with a denial they say the opposite.
TELLING = frozenset({
    "尾差", "四舍五入", "舍入", "尾数", "不一致", "不一样", "不相符", "不符", "不同", "矛盾", "冲突", "差异", "出入", "相差", "对不上",
    "不吻合",
    "增加", "增长", "上升", "提高", "减少", "下降", "降低", "下滑",
})  # fmt: skip


def is_denied(figure: Stated) -> bool:
    """Whether a figure is denied, or offered as one of two."""
    before, onward = figure.clause[: figure.offset], figure.clause[figure.offset :]
    return bool(DENIED_FIGURE.search(before) or OR_BEFORE.search(before) or OR_AFTER.match(onward))


def is_told(word: str, text: str) -> bool:
    """Whether a text says a word; a telling one at least once without a denial right before it."""
    if word not in TELLING:
        return word in text
    return any(not DENIED_WORD.search(text[: found.start()]) for found in re.finditer(re.escape(word), text))
