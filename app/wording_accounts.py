"""The Chinese sentences of answers on accounts held against their budget or last year."""

from __future__ import annotations

HEAD = "{document}，正文逐项说明的{count}个功能科目中，决算{word}年初预算的有**{chosen}个**："
COUNTED = "决算{word}年初预算的科目数"
RANKED = "{document}，正文写明完成率的{count}个功能科目中，完成率{end}的是**{names}**："
CHANGED = "{document}，正文写明{measure}的{count}个功能科目中，{direction}最多的是**{names}**："
FURTHEST = "{document}，正文逐项说明的功能科目中，决算{word}年初预算的有{count}个，相差最多的是**{names}**（{gap}）："
NONE_SUCH = "{document}，正文逐项说明的{count}个功能科目中，没有决算{word}年初预算的："
LINE = "- {name}：年初预算{budget}，决算{spent}{rate}"
RATE = "，完成{rate}%"
CHANGED_LINE = "- {name}：{direction}**{amount}**"
