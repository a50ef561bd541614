"""The Chinese sentences of answers on accounts of one level, ranked by amount or by change."""

from __future__ import annotations

HEAD = "{document}，《{table}》“{column}”列所列{count}个{level}级科目中，{asked}的{many}是{names}："
CHANGED = "{document}，《{table}》所列{count}个{level}级科目中，与上年相比{asked}的是{names}："
LINE = "- {name}：**{amount}**[{mark}]"
CHANGED_LINE = "- {name}：{way}**{amount}**（{formula}）[{mark}][{before}]"
MANY = "{count}个"
OF_PART = "{document}，《{table}》所列{all}个{level}级科目中，{asked}的有{count}个，是{names}："
NONE_OF_PART = "{document}，《{table}》所列{all}个{level}级科目中，没有一个是{asked}的："
PART_LINE = "- {name}：{part}**{amount}**[{mark}]"
