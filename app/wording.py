"""All the Chinese sentences that answers are made of."""

from __future__ import annotations

DISCLAIMER = "本回答依据已载入的公开文件，仅供参考；以原文件为准。"
EMPTY_QUESTION = "请把问题写得再具体一些，例如：“{example}”。"
TOO_LONG = "问题太长（{length}字，最多{most}字）：请只留下要问的单位、年度和项目。"
NOTHING_LOADED = "知识库里还没有文件。请先运行 mingzhang ingest 文件夹，或在页面上载入文件。"
WHICH_DOCUMENT = "有{count}份文件都能回答这个问题，请问您要问哪一份？"
TOO_MANY = "符合的文件有{count}份，请说明是哪个单位、哪一年度的预算或决算。"
NO_ORGANIZATION = "没有载入“{asked}”的文件，无法回答。"
NO_YEAR = "没有载入{organization}{year}年度的文件，无法回答。"
NO_KIND = "没有载入{organization}{year}的{kind}，无法回答。"
WHAT_EXISTS = "已载入的有：{names}。"
NO_ITEM = "在{documents}中没有找到“{asked}”的数字，因此不作回答。"
NO_BOTH = "在{documents}中没有找到同时符合“{asked}”的数字，因此不作回答。"
NO_PREVIOUS = "{document}没有写明上一年的这个数字，也不能由本年数和增减额推算出来，因此不作回答。"
UNHANDLED = "问题里的“{part}”没有找到可以准确回答的数字。请把几个问题分开问，或换一种说法。"
WHICH_ITEM = "文件没有单列“{asked}”这一总数，有关的有以下各项，请问是哪一项？"
WHICH_KIND = "同一单位、同一年度既有预算又有决算，请说明要问哪一种。"
LACKING = "没有列入：{documents}中没有找到这个数字。"
NO_PASSAGE = "在{documents}中没有找到能回答这个问题的内容。"
BLANK_ITEM = "{documents}的表中列有“{asked}”，但金额为空白，没有填列数字。"
NEAREST = "相近的有：{names}。"
OUT_OF_SCOPE = "这个问题不在已载入的部门预算、决算文件所载的内容之内，无法回答。"
CORRECTED = "按“{understood}”理解。"
FOLLOWS_ON = "沿用前面问的“{topic}”。"
INHERITED = "沿用前面提到的{slots}。"
SLOTS = {"organization": "单位", "year": "年度", "kind": "文件种类"}
GREETING = (
    "您好，我是明账，可以回答已载入的部门预算、决算文件里的问题，例如职责、机构、各项收支、三公经费、绩效目标，并指出每个数字的出处。"
)
SAMPLE_QUESTION = "某某局2024年三公经费预算是多少？"
