"""The Chinese sentences of answers on what changed between two years' documents, thing by thing."""

from __future__ import annotations

HEAD = "对照{documents}："
ALONE = "{has}年有而{lacks}年没有的{thing}共**{count}个**："
NONE_ALONE = "{has}年所列的{thing}，{lacks}年都有。"
ROW = "- {label}：**{text}**[{mark}]"
MOST = "{before}年到{now}年{way}最多的是**{name}**：{way}**{amount}**（{before}年{first}[{other}]，{now}年{last}[{mark}]）。"
FORMULA = "计算：{formula}。"
NEW_BESIDE = "另有{before}年没有、{now}年新列的：{names}，没有列入比较。"
EACH = "两年都有的{all}个{thing}中，{before}年到{now}年{way}{bound}的有**{count}个**。"
EACH_ROW = "- {name}：{amount}{before}年{first}[{other}]，{now}年{last}[{mark}]"
NAMES_ALONE = "{has}年有而{lacks}年没有的{thing}共**{count}个**：{names}[1][2]。"
ALL_NAMES = "{before}年列有{first}个[2]，{now}年列有{last}个[1]。"
AT_RATE = "{amount}，幅度{rate}"
