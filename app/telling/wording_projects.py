"""The Chinese sentences of answers on some of the projects of a list."""

from __future__ import annotations

HEAD = "{document}，《{table}》所列{whose}的项目有**{count}个**。"
WHOSE = "{unit}{name}{bound}"
COUNT_LABEL = "{whose}项目个数"
SUM = "合计"
COMES_TO = "{label}**{sum}**。"
CALCULATED = "计算：{formula}。"
UNITS = "涉及**{count}{counter}**。"
UNITS_LABEL = "涉及的单位数"
ROW = "- {name}：**{amount}**[{mark}]{funds}"
FUNDS = "（{funds}）"
BOUGHT = "{document}，《{table}》所列{kind}类采购有**{count}项**。"
BOUGHT_LABEL = "{kind}类采购"
LARGEST = "金额最大的{count}项是："
