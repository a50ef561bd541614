"""The Chinese sentences on an item's basic and project part."""

from __future__ import annotations

HEAD = "{document}，{item}："
WHOLE, BASIC = "全部支出", "基本支出"
NO_BASIC = "基本支出（表中各项已加成合计，没有列这一项）"
LINE = "- {name}：**{amount}**{marks}（《{table}》{formula}）"
FORMULA = "，{formula}"
PROJECT = "- 项目支出：**{amount}**（全部支出减去基本支出：{formula}）"
NAMES = {"whole": "", "basic": "·基本支出", "project": "·项目支出"}
