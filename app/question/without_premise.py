"""“X比上年降了，那上年是多少”: the question without the change that it only presupposes, so that the amount alone is asked."""

from __future__ import annotations

from ingest import late_re as re

ASKS_YEAR_BEFORE = re.compile(r"(?:上年|去年|上一年|前一年|头一?年|20\d\d年)[^,;?]{0,24}(?:多少|几(?=万|元|块|个钱))(?!个?百分)")
CHANGED = re.compile(
    r"(?:(?:今年|本年|20\d\d年)(?:是|有|才|为)?\d[\d.]*[万亿]?元?[,、]?)?(?:说是?|写着?)?(?:不是|不也|明明)?(?:今年|本年|20\d\d年)?(?:(?:比|较|与|和|跟|同)(?:上年|去年|上一年|前一年|头一?年|20\d\d年)(?:度)?(?:年初)?(?:预算|决算)?数?(?:相比)?)?"
    r"(?:又|都|往|大幅|猛|突然|一下子|明显|略有|有所|给)*(?:翻(?:了)?[一两]?[番倍](?:还多|多)?|压下来|降下来|压缩|压减|削减|压|砍|削|下降|降低|下调|减少|增加|增长|上升|提高|上涨|涨|降|少|多|增|减|持平|一样|没变)"
    r"(?:了|掉)?(?:一?大截|很多|不少|好些|一?点儿?|一?些|(?:近|约|快)?[一二三四五六七八九两几\d.]+(?:成|%|倍)(?:多|半|以上|左右|[一二三四五六七八九])?|百分之[一二三四五六七八九十几\d.]+(?:多)?|[一二三四五六七八九十百千万亿多几两\d.]+(?:余|元|来)*)*(?:下来|下去)?(?:的(?:数|额|金额|幅度))?(?:嘛|吗|吧|啊|的)?(?=\s*[,;?])"
)
ASKING = re.compile(r"多少|几|哪|什么|吗|谁|怎")
ASIDE = re.compile(
    r"没?[降涨减增变压砍翻](?:少|加|掉|减|缩|番|下来)?之?前的?[、,]?|没之?前[、,]?|的?基数(?=是|为|多少)|也就是|原来的?|原先的?|原(?=数)|当时的?|这一?项的?|(?:倒推|反推|推算|倒着?算)(?:一下|出来?)?"
)
TOLD_AFTER = re.compile(  # “上年是多少？文件里只写了今年12万、比上年少1万”: what the document is known to say is not asked again
    r"(?<=[?])[,~ ]*(?:(?:我|咱)?(?:看|见|查|翻)(?:了|到|过)?)?(?:20\d\d年?(?:度)?的?)?"
    r"(?:文件|材料|公开|说明|正文|表|预算书?|决算书?|上面|里)[^?]{0,8}"
    r"(?:写|说|列|给|公布|印)[^?]*(?:\d|[增减][少加长]?[额数幅])[^?]*(?<![多几])[。.]?$"
)
GUESSED = re.compile(  # “花了不到一万吧？到底多少”
    r"(?:花|用|有|安排|才|也就|得)*(?:了)?(?:不到|超过|差不多|大概|大约|至少|得有|好像|可能)*[一二三四五六七八九十百千几两\d.]+(?:多|来|余)?个?[万亿]?(?:元|块钱?)?"
    r"(?:左右|上下)?(?:吧|来着)(?=\s*[,;?].*(?:多少|几))"
)
SAVED = re.compile(  # “预算21.6万，实际省下多少”: what was spent is held against the budget, whose amount the question only repeats
    r"(?:的)?(?:全年|年初|年度)?预算(?:数|安排)?(?:是|为|有|批了?|给了?)?[\d,.]+万?元?[,;]?\s*(?:最后|最终|结果)?(?:实际)?(?:上)?(?:一共|总共)?"
    r"(?=(?:省|节约|节省|结余|少花|剩)(?:下来?|了|出来?|用)*(?:多少|几))"
)
SPENT = re.compile(  # “预算21.6万，花了多少”: the budget is known, what was spent is asked for
    r"(?:的)?(?:全年|年初|年度)?预算(?:数|安排)?(?:是|为|有|批了?|给了?)?[\d,.]+万?元?[,;]?\s*(?:最后|最终|结果|到底|年底)*(?:实际)?(?:上)?(?:一共|总共)?"
    r"(?=(?:花|用|支出|支|开支|开销)(?:掉|去|出去|出)*了?(?:多少|几))"
)
NAMED_BEFORE = re.compile(  # “政府网站打不开，这个网站归谁管”: what is pointed at is named in the clause before
    r"^(?:(?:我们?)?(?:想|要|来)?(?:问|反映|投诉|举报|咨询|打听)(?:一?下|个事)?[,:]?)?(?P<name>[^,;?]{0,16}(?P<noun>[一-鿿]{2,3}))[^,;?]{0,14}[,;](?:[^?]*[,;])?"
    r"(?:请问|那|先问)?[这那该](?:个|条|座|家|些|块|类|项)?(?P=noun)(?=(?:的)?[^,;?]{0,4}(?:归|由|是|该|找)[^,;?]{0,3}(?:谁|哪)[^?]*[?]?$)"
)
PARTS_OF_AMOUNT = re.compile(  # “运行费27万元具体包括哪些”: the amount is known, its parts are asked for
    r"(?<=[费用经支出入款金])(?:的)?(?:这)?\d[\d,.]*\s*(?:[万亿]?元|万)(?=[,、]?(?:具体|主要|都|分别|里面?|是|又)*(?:包括|包含|由哪|花在|用在|用到))"
)


def without_premise(question: str) -> str:
    """The question without an amount that it only guesses or repeats, and without a change that it presupposes.

    A change is presupposed where the year before is asked for.
    """
    question = NAMED_BEFORE.sub(r"\g<name>", PARTS_OF_AMOUNT.sub("", question))
    question = question if ASKING.search(question[question.find("?") + 1 :]) else TOLD_AFTER.sub("", question)
    return without_change(SPENT.sub("实际", SAVED.sub("决算比预算", GUESSED.sub(lambda guess: " " * len(guess[0]), question))))


def without_change(question: str) -> str:
    """The question as it is, or with the presupposed change blanked out where a later clause asks for the year before."""
    asked = ASKS_YEAR_BEFORE.search(question)
    changed = CHANGED.search(question) if asked else None
    if asked is None or changed is None or changed.end() > asked.start() or "多少" in question[: changed.end()]:
        return question
    blank = " " * len(changed[0])
    return f"{question[: changed.start()]}{blank}{ASIDE.sub(lambda one: ' ' * len(one[0]), question[changed.end() :])}"
