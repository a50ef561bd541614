"""Right and wrong answers to made-up questions, each with the verdict it deserves."""

from __future__ import annotations

from eval.gold import Expectation, GoldValue

RIGHT, WRONG_FIGURE, NOT_RIGHT = "right", "wrong figure", "not right"

FEE = Expectation("answered", (GoldValue("12.50", "万元"),), year=2031)
ZERO = Expectation("answered", (GoldValue("0.00", "万元"),))
COUNT = Expectation("answered", (GoldValue("3", "辆"),))
SHARE = Expectation("answered", (GoldValue("8.40", "%"),))
DROP = Expectation("answered", (GoldValue("1.10", "万元"),), any_of=(("减少", "下降"),))
PAIR = Expectation("answered", (GoldValue("96.40", "万元", ("基本支出",)), GoldValue("31.20", "万元", ("项目支出",))))
MORE = Expectation(
    "answered", (GoldValue("3.00", "万元"),), larger=("云岭市灯塔局",), smaller=("云岭市渔业局",), must_include=("灯塔局", "渔业局")
)
SIDES = {"larger": ("灯塔局",), "smaller": ("渔业局",)}
TWO = Expectation("answered", (GoldValue("5.00", "万元", ("灯塔局",)), GoldValue("2.00", "万元", ("渔业局",))), **SIDES)
ABSENT = Expectation("not_found", must_not_include=("12.50",))
VAGUE = Expectation("clarify", (GoldValue("12.50", "万元"), GoldValue("7.20", "万元")))
PRINTS = (GoldValue("45.61", "万元"), GoldValue("45.60", "万元"))
ROUNDED = Expectation("answered", PRINTS, any_of=(("尾差", "四舍五入"),), must_not_include=("不一致",))
BROKEN = Expectation("answered", (PRINTS[0], GoldValue("54.61", "万元")), any_of=(("不一致", "不符"),), must_not_include=("尾差",))
MANY_FIGURES = "；".join(f"其中第{chr(0x4E00 + index)}类 {index + 20}.11万元" for index in range(30))

CASES = [
    # an amount
    (FEE, "answered", "2031年预算，公务接待费12.50万元。", RIGHT),
    (FEE, "answered", "公务接待费：**125,000.00元**[1]。", RIGHT),
    (FEE, "answered", "公务接待费１２．５０万元", RIGHT),
    (FEE, "answered", "公务接待费12.50元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费12.50亿元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费占12.50%。", WRONG_FIGURE),
    (FEE, "answered", "2030年预算，公务接待费12.50万元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费15.20万元。", WRONG_FIGURE),
    (FEE, "answered", "2031年公务接待费12.50万元，2030年为11.00万元。", RIGHT),
    (FEE, "answered", "公务接待费：2030年12.50万元，2031年11.00万元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费2030年为125,000元；2031年为11.00万元。", WRONG_FIGURE),
    (FEE, "answered", "2031年公务接待费与2030年12.50万元持平。", RIGHT),
    (FEE, "answered", "公务接待费12.50。", NOT_RIGHT),
    (FEE, "answered", "单位：万元\n公务接待费 12.50", RIGHT),
    (FEE, "answered", "单位：元\n公务接待费 12.50", NOT_RIGHT),
    (FEE, "answered", "公务接待费一栏为空白。", NOT_RIGHT),
    (FEE, "answered", f"有这些：{MANY_FIGURES}；公务接待费12.50万元", NOT_RIGHT),
    (FEE, "answered", "公务接待费是多少？", NOT_RIGHT),
    (FEE, "answered", "没有找到。", NOT_RIGHT),
    (FEE, "not_found", "没有找到公务接待费。", NOT_RIGHT),
    (FEE, "not_found", "没有公务接待费，不过公务用车购置费是3.00万元。", WRONG_FIGURE),
    (FEE, "clarify", "请问是哪一年？", NOT_RIGHT),
    (FEE, "answered", "公务接待费不是12.50万元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费为9.87万元或12.50万元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费是9.99万元，并非12.50万元。", WRONG_FIGURE),
    (FEE, "answered", "（一）公务接待费 12.50 万元" + "。说明" * 2100, NOT_RIGHT),
    # nothing, blank, zero
    (ZERO, "answered", "公务接待费0万元。", RIGHT),
    (ZERO, "answered", "本年没有安排公务接待费。", RIGHT),
    (ZERO, "answered", "该项为零。", RIGHT),
    (ZERO, "answered", "公务接待费0.00元，本年未发生。", RIGHT),
    (ZERO, "answered", "公务接待费为3.00万元。", WRONG_FIGURE),
    (ZERO, "answered", "该栏为空白。", NOT_RIGHT),
    (ZERO, "answered", "没有找到。", NOT_RIGHT),
    (ZERO, "answered", "公务接待费3.20万元，与上年相比没有变化。", WRONG_FIGURE),
    (ZERO, "answered", "公务接待费3.20万元，用于赴无锡考察。", WRONG_FIGURE),
    (ZERO, "not_found", "没有找到。", NOT_RIGHT),
    (ABSENT, "answered", "表中列有这一项，但金额为空白。", RIGHT),
    (ABSENT, "not_found", "没有载入这个单位的文件。", RIGHT),
    (ABSENT, "answered", "这一格未填，没有数字。", RIGHT),
    (ABSENT, "answered", "表中为空白，上年是3.00万元。", WRONG_FIGURE),
    (ABSENT, "clarify", "您问的是哪一年？", NOT_RIGHT),
    (ABSENT, "answered", "金额是0.00万元。", WRONG_FIGURE),
    (ABSENT, "answered", "大约是12.50万元。", WRONG_FIGURE),
    (ABSENT, "answered", "我想应该不少。", NOT_RIGHT),
    # counts, shares, directions
    (COUNT, "answered", "共有车辆3辆。", RIGHT),
    (COUNT, "answered", "有三辆车，都是业务用车，共计三辆。", RIGHT),
    (COUNT, "answered", "共有车辆5辆。", NOT_RIGHT),
    (COUNT, "answered", "车辆3万元。", WRONG_FIGURE),
    (SHARE, "answered", "下降8.40%。", RIGHT),
    (SHARE, "answered", "下降百分之8.4。", RIGHT),
    (SHARE, "answered", "下降8.40万元。", WRONG_FIGURE),
    (SHARE, "answered", "下降84.0%。", WRONG_FIGURE),
    (SHARE, "answered", "下降0.84%。", WRONG_FIGURE),
    (DROP, "answered", "比上年减少1.10万元。", RIGHT),
    (DROP, "answered", "比上年增加1.10万元。", WRONG_FIGURE),
    (DROP, "answered", "比上年变化1.10万元。", NOT_RIGHT),
    (DROP, "answered", "并没有减少，而是增加了1.10万元。", WRONG_FIGURE),
    # two amounts with their names
    (PAIR, "answered", "基本支出96.40万元，项目支出31.20万元。", RIGHT),
    (PAIR, "answered", "- 基本支出：**96.40万元**[1]\n- 项目支出：**31.20万元**[2]", RIGHT),
    (PAIR, "answered", "96.40万元是基本支出；31.20万元是项目支出。", RIGHT),
    (PAIR, "answered", "基本支出31.20万元，项目支出96.40万元。", WRONG_FIGURE),
    (PAIR, "answered", "- 基本支出：31.20万元\n- 项目支出：96.40万元", WRONG_FIGURE),
    (PAIR, "answered", "基本支出96.40万元。", WRONG_FIGURE),
    # which is larger
    (MORE, "answered", "**云岭市灯塔局**比云岭市渔业局多**3.00万元**。", RIGHT),
    (MORE, "answered", "云岭市渔业局比云岭市灯塔局少3.00万元。", RIGHT),
    (MORE, "answered", "两局相差3.00万元，较多的是云岭市灯塔局，云岭市渔业局次之。", RIGHT),
    (MORE, "answered", "从高到低：云岭市灯塔局、云岭市渔业局，相差3.00万元。", RIGHT),
    (MORE, "answered", "云岭市渔业局比云岭市灯塔局多3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "云岭市灯塔局低于云岭市渔业局，相差3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "最高的是云岭市渔业局，云岭市灯塔局少3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "从低到高：云岭市灯塔局、云岭市渔业局，相差3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "云岭市灯塔局和云岭市渔业局相差3.00万元。", NOT_RIGHT),
    (MORE, "answered", "云岭市渔业局没有云岭市灯塔局多，相差3.00万元。", RIGHT),
    (MORE, "answered", "云岭市灯塔局没有云岭市渔业局多，相差3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "云岭市灯塔局并不比云岭市渔业局多，相差3.00万元。", WRONG_FIGURE),
    (TWO, "answered", "灯塔局5.00万元，渔业局2.00万元，灯塔局比渔业局多3.00万元。", RIGHT),
    (TWO, "answered", "灯塔局5.00万元，渔业局2.00万元，灯塔局比渔业局多9.99万元。", WRONG_FIGURE),
    # printed twice: explained by rounding or not
    (ROUNDED, "answered", "正文为45.61万元，表中为45.60万元，属于四舍五入的尾差。", RIGHT),
    (ROUNDED, "answered", "正文为45.61万元，表中为456,000元，是尾差。", RIGHT),
    (ROUNDED, "answered", "正文为45.61万元，表中为45.60万元，两处不一致。", WRONG_FIGURE),
    (ROUNDED, "answered", "是45.61万元。", WRONG_FIGURE),
    (ROUNDED, "answered", "正文为45.61万元，表中为45.60万元。", NOT_RIGHT),
    (BROKEN, "answered", "正文为45.61万元，表中为54.61万元，两处不一致。", RIGHT),
    (BROKEN, "answered", "正文为45.61万元，表中为54.61万元，是尾差。", WRONG_FIGURE),
    (BROKEN, "answered", "两处不一致，表中为54.61万元。", WRONG_FIGURE),
    (BROKEN, "answered", "正文为45.61万元，表中为54.61万元，两处相符。", NOT_RIGHT),
    (BROKEN, "answered", "正文为45.61万元，表中为54.61万元，不存在不一致。", NOT_RIGHT),
    (ROUNDED, "answered", "正文为45.61万元，表中为45.60万元，不是尾差，是写错了。", NOT_RIGHT),
    # asking back
    (VAGUE, "clarify", "有两份文件都写有，请问要看哪一份？", RIGHT),
    (VAGUE, "answered", "甲局12.50万元，乙局7.20万元。", RIGHT),
    (VAGUE, "answered", "是12.50万元。", WRONG_FIGURE),
    (VAGUE, "clarify", "是12.50万元还是7.20万元？", WRONG_FIGURE),
    (VAGUE, "not_found", "没有找到。", NOT_RIGHT),
]

# What a judge is fooled by: (expectation, question, status, text, verdict).
LABELLED = Expectation("answered", (GoldValue("96.40", "万元", ("基本支出",)),))
OFFICE = Expectation("answered", (GoldValue("96.40", "万元", ("云岭市灯塔局", "灯塔局")),))
PEOPLE = Expectation("answered", (GoldValue("120", "人"),))
POINTS = Expectation("answered", (GoldValue("8.40", "百分点"),))
DUTIES = Expectation("answered", (GoldValue("12", "项"),))
ROOMS = Expectation("answered", (GoldValue("7", "个"),))
CARS = Expectation("answered", (GoldValue("12", "辆"),))
FALLEN = Expectation("answered", (GoldValue("-8.40", "%"),))
PERIOD = Expectation("answered", (GoldValue("3", "年"), GoldValue("5", "年")))
TARGET = Expectation("answered", (GoldValue("95", "%"),))
REASON = Expectation("answered", must_include=("新建了两座灯塔",))
NOTHING = Expectation("answered", must_include=("没有政府性基金预算支出",))
FEE_ASKED, CHANGE_ASKED = "云岭市灯塔局2031年公务接待费是多少？", "云岭市灯塔局2031年公务接待费比上年增减多少？"
PAIR_ASKED, WHICH_ASKED = "云岭市灯塔局2031年的基本支出和项目支出各是多少？", "灯塔局和渔业局2031年的支出，哪个大？"

HARD_CASES = [
    # a label of another
    (LABELLED, PAIR_ASKED, "answered", "基本支出为96.40万元。", RIGHT),
    (LABELLED, PAIR_ASKED, "answered", "96.40万元。", RIGHT),
    (LABELLED, PAIR_ASKED, "answered", "2031年合计96.40万元。", RIGHT),
    (LABELLED, PAIR_ASKED, "answered", "项目支出为96.40万元。", WRONG_FIGURE),
    (LABELLED, PAIR_ASKED, "answered", "项目支出96.40万元，基本支出另列。", WRONG_FIGURE),
    (LABELLED, PAIR_ASKED, "answered", "| 项目支出 | 基本支出 |\n|---|---|\n| 96.40万元 | 31.20万元 |", WRONG_FIGURE),
    (LABELLED, PAIR_ASKED, "answered", "| 项目支出 | 基本支出 |\n|---|---|\n| 31.20万元 | 96.40万元 |", RIGHT),
    (OFFICE, WHICH_ASKED, "answered", "最多的是云岭市灯塔局，基本支出96.40万元。", RIGHT),
    (OFFICE, WHICH_ASKED, "answered", "云岭市渔业局基本支出96.40万元。", WRONG_FIGURE),
    (PAIR, PAIR_ASKED, "answered", "基本支出和项目支出分别为96.40万元和31.20万元。", RIGHT),
    (PAIR, PAIR_ASKED, "answered", "基本支出、其他支出和项目支出依次是96.40万元、1.00万元、31.20万元。", RIGHT),
    (PAIR, PAIR_ASKED, "answered", "项目支出和基本支出分别为96.40万元和31.20万元。", WRONG_FIGURE),
    (PAIR, PAIR_ASKED, "answered", "分别是96.40万元和31.20万元。", RIGHT),
    (PAIR, PAIR_ASKED, "answered", "分别是31.20万元和96.40万元。", WRONG_FIGURE),
    (PAIR, PAIR_ASKED, "answered", "96.40万元、31.20万元。", NOT_RIGHT),
    (PAIR, PAIR_ASKED, "answered", "96.40万元（基本支出）、31.20万元（项目支出）。", RIGHT),
    (PAIR, PAIR_ASKED, "answered", "31.20万元（基本支出）、96.40万元（项目支出）。", WRONG_FIGURE),
    (PAIR, PAIR_ASKED, "answered", "96.40万元是基本支出，31.20万元是项目支出。", RIGHT),
    (PAIR, PAIR_ASKED, "answered", "基本支出：\n- 96.40万元\n项目支出：\n- 31.20万元", RIGHT),
    (PAIR, PAIR_ASKED, "answered", "基本支出：\n- 31.20万元\n项目支出：\n- 96.40万元", WRONG_FIGURE),
    (PAIR, PAIR_ASKED, "answered", "| 项目支出 | 基本支出 |\n|---|---|\n| 96.40万元 | 31.20万元 |", WRONG_FIGURE),
    (PAIR, PAIR_ASKED, "answered", "基本支出（不含项目支出）96.40万元，项目支出（不含基本支出）31.20万元。", RIGHT),
    (PAIR, PAIR_ASKED, "answered", "基本支出（不含项目支出）31.20万元，项目支出（不含基本支出）96.40万元。", WRONG_FIGURE),
    # units
    (PEOPLE, FEE_ASKED, "answered", "共120名职工。", RIGHT),
    (PEOPLE, FEE_ASKED, "answered", "共120万人。", NOT_RIGHT),
    (PEOPLE, FEE_ASKED, "answered", "共0.012万人。", RIGHT),
    (PEOPLE, FEE_ASKED, "answered", "共一百二十人。", RIGHT),
    (PEOPLE, FEE_ASKED, "answered", "共120余人。", NOT_RIGHT),
    (PEOPLE, FEE_ASKED, "answered", "共120 kg。", NOT_RIGHT),
    (SHARE, FEE_ASKED, "answered", "下降8.40个百分点。", NOT_RIGHT),
    (SHARE, FEE_ASKED, "answered", "下降百分之八点四。", RIGHT),
    (POINTS, FEE_ASKED, "answered", "提高8.40个百分点。", RIGHT),
    (POINTS, FEE_ASKED, "answered", "提高8.40%。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "公務接待費12.50萬元。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费十二万五千元。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费十二点五万元。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费十五万元。", WRONG_FIGURE),
    (DUTIES, FEE_ASKED, "answered", "职责共有十二项。", RIGHT),
    (DUTIES, FEE_ASKED, "answered", "职责共有十项，其中第十二项是其他。", NOT_RIGHT),
    (CARS, FEE_ASKED, "answered", "共有12台车。", RIGHT),
    (CARS, FEE_ASKED, "answered", "共有十二个项目。", NOT_RIGHT),
    # denied, hedged, as a range, with a sign
    (FEE, FEE_ASKED, "answered", "公务接待费大约12.50万元。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费可能是12.50万元。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费12.50万元左右。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费不到12.50万元。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费在12.50万元以上。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费是12.50万元吗？", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费在12.50万元至15.00万元之间。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "公务接待费10.00-12.50万元。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "公务接待费：22.50-10.00=12.50万元。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费由10.00万元增加到12.50万元。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费不可能是12.50万元。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "公务接待费-12.50万元。", WRONG_FIGURE),
    (PERIOD, FEE_ASKED, "answered", "期限3至5年。", RIGHT),
    (TARGET, FEE_ASKED, "answered", "满意度不低于95%。", NOT_RIGHT),
    (DROP, CHANGE_ASKED, "answered", "下降，变动额-1.10万元。", RIGHT),
    (FALLEN, CHANGE_ASKED, "answered", "下降8.40%。", RIGHT),
    (FALLEN, CHANGE_ASKED, "answered", "增长-8.40%。", RIGHT),
    (FALLEN, CHANGE_ASKED, "answered", "增长8.40%。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "公务接待费大致为12.50万元。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "我猜是12.50万元。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费八成是12.50万元。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费12.50万元吧。", NOT_RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费12.50万元，不过我不太确定。", NOT_RIGHT),
    (ZERO, FEE_ASKED, "answered", "我猜没有安排公务接待费。", NOT_RIGHT),
    # other ways to write an amount, traditional characters, bold
    (FEE, FEE_ASKED, "answered", "公务接待费12万5千元。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公務接待費12萬5千圓。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费12万5。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费12万5百元。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "公务接待费¥125,000。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费**12.50** 万元。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费*12.50*万元。", RIGHT),
    (FEE, FEE_ASKED, "answered", "公务接待费**大约** 12.50万元。", NOT_RIGHT),
    (ABSENT, FEE_ASKED, "not_found", "没有找到，也许是¥13,000。", WRONG_FIGURE),
    (ABSENT, FEE_ASKED, "not_found", "没有找到，也许是13w。", WRONG_FIGURE),
    (MORE, WHICH_ASKED, "answered", "雲嶺市燈塔局比雲嶺市漁業局多3.00萬元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "雲嶺市漁業局高於雲嶺市燈塔局，相差3.00萬元。", WRONG_FIGURE),
    # an ordinal is no amount
    (ROOMS, FEE_ASKED, "answered", "第7个项目是防汛。", NOT_RIGHT),
    (ROOMS, FEE_ASKED, "answered", "共有7个项目。", RIGHT),
    (ROOMS, FEE_ASKED, "answered", "第 12.50 万元。", WRONG_FIGURE),
    # another year
    (FEE, FEE_ASKED, "answered", "上年12.50万元，2031年11.00万元。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "2031年公务接待费11.00万元（上年为12.50万元）。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "| 项目 | 2030年 | 2031年 |\n|---|---|---|\n| 公务接待费 | 12.50万元 | 11.00万元 |", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "| 项目 | 上年数 | 2031年 |\n|---|---|---|\n| 公务接待费 | 12.50万元 | 11.00万元 |", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "| 项目 | 2030年 | 2031年 |\n|---|---|---|\n| 公务接待费 | 11.00万元 | 12.50万元 |", RIGHT),
    (FEE, FEE_ASKED, "answered", "二〇三〇年公务接待费12.50万元。", WRONG_FIGURE),
    (FEE, FEE_ASKED, "answered", "2031年公务接待费12.50万元，比上年增加1.50万元。", RIGHT),
    # nothing
    (ZERO, FEE_ASKED, "answered", "没有公布公务接待费。", NOT_RIGHT),
    (ZERO, FEE_ASKED, "answered", "文件没有单独列出公务接待费。", NOT_RIGHT),
    (ZERO, FEE_ASKED, "answered", "没有相关数据。", NOT_RIGHT),
    (ZERO, FEE_ASKED, "answered", "没有列支公务接待费。", RIGHT),
    (ZERO, FEE_ASKED, "answered", "没有相关支出。", RIGHT),
    (ZERO, FEE_ASKED, "answered", "公务接待费：无。", RIGHT),
    (ZERO, FEE_ASKED, "answered", "本年无此项支出。", RIGHT),
    (ZERO, FEE_ASKED, "answered", "无该项数据。", NOT_RIGHT),
    (ZERO, FEE_ASKED, "answered", "并非没有安排公务接待费。", NOT_RIGHT),
    (ZERO, FEE_ASKED, "answered", "可能没有安排公务接待费。", NOT_RIGHT),
    (ZERO, FEE_ASKED, "answered", "公务接待费与上年持平。", NOT_RIGHT),
    (ZERO, FEE_ASKED, "answered", "公务接待费没有变化。", NOT_RIGHT),
    (ZERO, CHANGE_ASKED, "answered", "公务接待费与上年持平。", RIGHT),
    (ZERO, CHANGE_ASKED, "answered", "公务接待费与上年相比没有变化。", RIGHT),
    (ZERO, CHANGE_ASKED, "answered", "公务接待费并非与上年持平。", NOT_RIGHT),
    # what is told is taken back
    (BROKEN, FEE_ASKED, "answered", "正文为45.61万元，表中为54.61万元，没有任何矛盾，不存在什么不一致。", NOT_RIGHT),
    (BROKEN, FEE_ASKED, "answered", "正文为45.61万元，表中为54.61万元，并未发现不一致。", NOT_RIGHT),
    (BROKEN, FEE_ASKED, "answered", "正文为45.61万元，表中为54.61万元，不一致之处并不存在。", NOT_RIGHT),
    (BROKEN, FEE_ASKED, "answered", "正文为45.61万元，表中为54.61万元，并非没有不一致。", RIGHT),
    (REASON, FEE_ASKED, "answered", "因为新建了两座灯塔。", RIGHT),
    (REASON, FEE_ASKED, "answered", "并不是因为新建了两座灯塔。", NOT_RIGHT),
    (REASON, FEE_ASKED, "answered", "原因不包括新建了两座灯塔。", NOT_RIGHT),
    (NOTHING, FEE_ASKED, "answered", "本部门没有政府性基金预算支出。", RIGHT),
    # which is larger
    (MORE, WHICH_ASKED, "answered", "云岭市灯塔局比云岭市渔业局少3.00万元。", WRONG_FIGURE),
    (MORE, WHICH_ASKED, "answered", "云岭市灯塔局比云岭市渔业局更多，相差3.00万元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "与云岭市渔业局相比，云岭市灯塔局更多，相差3.00万元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "与云岭市灯塔局相比，云岭市渔业局更多，相差3.00万元。", WRONG_FIGURE),
    (MORE, WHICH_ASKED, "answered", "云岭市灯塔局的较大，云岭市渔业局的较小，相差3.00万元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "云岭市灯塔局多，云岭市渔业局少，相差3.00万元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "云岭市渔业局多，云岭市灯塔局少，相差3.00万元。", WRONG_FIGURE),
    (MORE, WHICH_ASKED, "answered", "不是云岭市灯塔局更大，两局相差3.00万元，另一家是云岭市渔业局。", WRONG_FIGURE),
    (MORE, WHICH_ASKED, "answered", "不是云岭市渔业局更大，而是云岭市灯塔局更大，相差3.00万元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "更大的不是云岭市灯塔局，而是云岭市渔业局，相差3.00万元。", WRONG_FIGURE),
    (MORE, WHICH_ASKED, "answered", "更大的不是云岭市渔业局，而是云岭市灯塔局，相差3.00万元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "并非云岭市灯塔局不比云岭市渔业局多，相差3.00万元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "云岭市灯塔局不低于云岭市渔业局，相差3.00万元。", RIGHT),
    (MORE, WHICH_ASKED, "answered", "云岭市渔业局不低于云岭市灯塔局，相差3.00万元。", WRONG_FIGURE),
    # nothing found, and asked back
    (ABSENT, FEE_ASKED, "not_found", "没有找到，也许是 13.50。", WRONG_FIGURE),
    (ABSENT, FEE_ASKED, "not_found", "没有找到（单位：万元），附近有 13。", WRONG_FIGURE),
    (ABSENT, FEE_ASKED, "not_found", "没有找到，也许是十三万元。", WRONG_FIGURE),
    (ABSENT, FEE_ASKED, "not_found", "没有找到；已载入5份文件，2031年的有3份。", RIGHT),
    (VAGUE, FEE_ASKED, "clarify", "", NOT_RIGHT),
    (VAGUE, FEE_ASKED, "clarify", "不清楚。", NOT_RIGHT),
    (VAGUE, FEE_ASKED, "clarify", "请把问题写得再具体一些。", RIGHT),
    (VAGUE, FEE_ASKED, "clarify", "也许是 12.50，您问哪一份？", WRONG_FIGURE),
    (VAGUE, FEE_ASKED, "answered", "大约12.50万元或者7.20万元。", WRONG_FIGURE),
]
