"""The Chinese sentences of answers from the rows of forms: indicators, projects, purchases."""

from __future__ import annotations

ROW = "- 《{table}》{project}“{name}”：{cells}"
PROJECT = "（{project}）"
CELL = "{column}**{value}**"
PLAIN_ROW = "- {name}：{cells}"
OWNED_ROW = "- {owner}，{name}：{cells}"
IN_TABLE = "《{table}》所列："
TOGETHER = "合计**{amount}**（{formula}）。"
SUM = "合计"
EXTREME = "最{word}的是**{names}**：**{value}**。"
COUNTED = "{column}为0的项目有**{count}个**（共{all}个项目）。"
LEFT = "没有执行的还有**{amount}**（{formula}）。"
LEFT_OVER = "未执行数"
ALL_TOGETHER = "{count}个项目的{column}合计**{amount}**（{formula}）。"
LAST = "{count}个项目中{column}{word}的是："
