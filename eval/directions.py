"""The words that say which way an amount moved."""

from __future__ import annotations

import re

UP, DOWN = ("增加", "增长", "上升", "提高", "多了"), ("减少", "下降", "降低", "下滑", "少了")
# Before a figure: it is the size of a fall.
FALLING = re.compile(r"(?:减少|下降|降低|下滑|缩减|削减|压减|回落|负增长|[少降跌减])[了为]?[^\d、,。;]{0,4}$")
CHANGE_ASKED = re.compile(r"增|减|变化|变动|相比|比上|同比|差多少|相差|上升|下降|降低|提高|涨|降了|升幅|持平|多了|少了")
FALL_ASKED = re.compile(r"减|下降|降低|降幅|降了|少了|变化|变动|相差|差多少|差额|节约|结余")
