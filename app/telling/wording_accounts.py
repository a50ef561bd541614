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
RATED_SO = "{document}，正文写明完成率的{count}个功能科目中，完成年初预算的比例{bound}的有**{chosen}个**："
RATED_COUNT = "完成年初预算的比例{bound}的科目"
UNPLANNED_HEAD = "{document}，正文逐项说明的{count}个功能科目中，年初预算为0、后来有支出的有**{chosen}个**，合计支出：{sum}："
NONE_UNPLANNED = "{document}，正文逐项说明的{count}个功能科目都有年初预算，或都没有支出："
UNPLANNED_COUNT, UNPLANNED_SUM = "年初预算为0而有支出的科目", "这些科目的支出合计"
