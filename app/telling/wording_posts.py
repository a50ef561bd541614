"""The Chinese sentences of answers on posts, persons and things that are counted kind by kind."""

from __future__ import annotations

HEAD = "{document}："
SIDE = "- {side}：**{total}{unit}**（{formula}）{marks}\n  其中：{parts}。"
PART = "{kind}{number}{unit}"
ONE_KIND = "- {name}：**{number}{unit}**{marks}"
BETWEEN = "、"
INSIDE = "{document}，{kind}编制：**{number}{unit}**[1]，已计入该句所列的编制之内。\n原文：“{quote}”"
TOGETHER = "{document}，{thing}合计：**{total}{unit}**（{formula}）[1]。\n原文：“{quote}”"
POSTS, PERSONS = "编制", "实有"
