"""The Chinese sentences of answers computed from what was told before."""

from __future__ import annotations

ROW = "- {label}：**{text}**{marks}"
IN_UNIT = "即**{number}{unit}**。"
TOLD_BEFORE = "沿用前面说到的{count}个数。"
PICKED_PLACE = "{word}排第{place}的是**{name}**：**{text}**。"
OF_ALL = "{name}占这{count}{counter}合计的比重"
OTHERS = "除{names}外其余{count}项合计"
SOME_LACKING = "前面问到而没有找到数字的，没有列入。"
MAY_OVERLAP = "前面说到的{names}不在同一张表的同一栏里，可能互相包含，不能直接{done}，因此不作回答。"
MANY_KINDS = "前面说到的{names}有的是预算数，有的是决算数，不能直接{done}，因此不作回答。"
TOO_FEW = "前面没有说到{count}个可以放在一起比较或相加的数，因此不作回答。请写明单位和项目再问。"
SHARE_LABEL = "{part}占{whole}的比重"
SHARE_TOLD = "{document}，{label}：**{share}（{amount}）**[1]。\n计算：{formula}{marks}。"
OF_TOLD = "沿用前面说到的总数："
WHOLE_TOLD = "{label}{text}。"
NO_SUCH_PLACE = "前面的回答没有列出可以这样数的各项，因此不作回答。请写明项目的名称再问。"
