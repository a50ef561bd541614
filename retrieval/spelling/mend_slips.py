"""Slips of the pen in the words that every budget question is made of: 绝算 → 决算, 收人 → 收入, 多小 → 多少."""

from __future__ import annotations

import re

from retrieval.spelling.likeness import sounds_alike

WORDS = (
    "预算", "决算", "支出", "收入", "经费", "职责", "多少", "项目", "金额", "合计", "总计", "财政", "拨款", "采购", "机关", "情况",
    "培训", "绩效", "编制", "补贴",
)
# Words of their own that sound or look like one of them.
OTHER_WORDS = frozenset(("指出", "之初", "指责", "运算", "合集", "踪迹", "相机", "总机", "合机", "聚会", "进额", "编织", "编纂", "编址"))
HAN = re.compile(r"[一-鿿]{2}")


def mend_slips(question: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The question with such words spelt right, and what was changed (as typed, as understood)."""
    changes: list[tuple[str, str]] = []
    start = 0
    while start < len(question) - 1:
        typed = question[start : start + 2]
        meant = _meant(typed) if HAN.fullmatch(typed) and not _is_word(question, start) else None
        if meant:
            changes.append((typed, meant))
            question = question[:start] + meant + question[start + 2 :]
        start += 2 if meant else 1
    return question, tuple(dict.fromkeys(changes))


def _meant(typed: str) -> str | None:
    """The only one of the words that differs from two characters in one of them, by sound or by look."""
    if typed in WORDS or typed in OTHER_WORDS:
        return None
    near = [word for word in WORDS if sum(a != b for a, b in zip(word, typed, strict=True)) == 1 and sounds_alike(word, typed)]
    return near[0] if len(near) == 1 else None


def _is_word(question: str, start: int) -> bool:
    """Whether one of the two characters belongs to one of the words as it stands there."""
    around = (question[max(0, start - 1) : start + 1], question[start + 1 : start + 3])
    return any(piece in WORDS for piece in around)
