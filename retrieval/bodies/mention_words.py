"""Data: the words that join names of bodies, and those that are no part of one."""

from __future__ import annotations

import re

from retrieval.bodies.name_patterns import STOP

JOINT = re.compile(r"(?:\s*(?:[,、;]|以及|还有|或者|和|与|跟|同|及|或|vs|VS|比)\s*)+")
BODY_NAME = re.compile(r"(?:[局委办厅院会处所站校馆队]|中心|林场|本级|机关)[）)]?$")  # how a row or a label ends that is a body's name
NOT_A_PLACE = re.compile(
    rf"[{STOP}请问看关于对比那个我们你这全所些家三两该是算一下里各属某向按据被让预决支出收入财政府公费]"
    r"|目前|现在|今年|去年|上年|截至|其中|另外|提供|统计|咨询|了解|查询|汇总|列出|列举|介绍|说明|分析|计算|知道|打听|听说|好奇|研究|公布|公开"
    r"|包括|包含|不含|加上|整个|最近|本市|本县|咱|俺|贵|帮|找|查|想|楼下|附近|当地|所在|居民"
)
COUNT = r"[一二两三四五六七八九十几\d]"
