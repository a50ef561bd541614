"""The Chinese sentences of answers that set one body's thing in relation to another's."""

from __future__ import annotations

OF_OTHER = "{one}是{other}的**{share}**。"
OF_OTHER_LABEL = "{one}相对{other}"
OF_ALL = "{part}占{count}家合计的**{share}**。"
OF_ALL_LABEL = "{part}占{count}家合计的比重"
CALCULATED = "计算：{formula}。"
UNITS_OF_KIND = "{document}，《{table}》所列单位中，名称为{kind}的有**{count}{counter}**：{names}。"
UNITS_OF_KIND_LABEL = "{kind}数"
SHARE_OF_ALL = "{label}：**{share}**。"
CHANGED_MOST = "{what}的是**{names}**：**{text}**。"
