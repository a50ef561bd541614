"""“说明里讲了行政运行比上年增减多少，那23年这一项原来是多少”: the year before that is to be computed back, asked for in plain words."""

from __future__ import annotations

from collections.abc import Callable

from ingest import late_re as re
from retrieval.query import DocumentChoice

BACK = re.compile(
    r"(?:倒着?|反|往回|回)(?:推|算)|推(?:回|算回)|倒推|反推|往回|没[\u4e00-\u9fff]之?前|原来|原先|原本|该是|应该?是|应为|应当|[照按](?:这个|此|上面|这样)"
)
CHANGE = (
    r"(?:不是)?(?:比|较|跟|和|与|同)(?:上一?年|去年|前一年|20\d\d年)度?(?:相?比)?(?:的|有|又|是|个|都)*"
    r"(?:增减|变[了化动]|涨|跌|降|升|增|减|少|多|砍|压)"
)
PREMISE = re.compile(  # the item stands before what is said of its change
    rf"(?:说明|预算|决算|文件)?(?:里面?|上|中)?(?:只?公开了?|写了?|讲了?|提到?了?|说了?|有)?(?P<item>[^,?;“”\"]{{2,16}}?|[“\"][^”\"]+[”\"]){CHANGE}"
)
DIRECT = re.compile(r"(?P<item>[^,?;\s]{2,12}?)(?:砍|压|减|降|削|增|涨|多|少)(?:掉|了|下来|加|少)+[^,?;]{0,10}\d")  # “运行经费砍掉了3.70万”
ASKED = re.compile(
    r"(?:上一?年|去年|前一年|(?P<year>20\d\d)年)(?:度)?(?:\(20\d\d年?\))?(?P<item>[^,?;]*?)(?:得|该|应|为|是|各|有|的|花了?|用了?|原来|原先)*(?:有)?(?:多少|几)(?:万|元|钱|万元)*(?:呢|吗)?[?。]?$"
)
POINTER = re.compile(r"这一?[项笔块个](?:钱|支出|收入|经费)?|它|那时|当时|原来|原先|原本|安排的?|预算数?|年初|决算数?|[的数该应是]|为$")
LEAD = re.compile(r"^.*(?:说明|预算|决算|文件|年|的)(?:里面?|上|中)?(?:讲了?|写了?|提到?了?|说了?)?(?=.{2})")
SHORTEST = 2


def ask_year_before(question: str, choose: Callable[[str], DocumentChoice]) -> str:
    """The normalised question for the amount of the year before; any other question as it is.

    `choose` tells the documents that words speak of, and what of the words is left besides their names.
    """
    asked = ASKED.search(question)
    if asked is None or not BACK.search(question):
        return question
    choice = choose(question)
    years = sorted({*choice.years})
    if len(choice.organizations) != 1 or choice.units or not 0 < len(years) <= 2:
        return question
    year = int(asked["year"]) if asked["year"] else years[-1] - 1
    item, left = POINTER.sub("", asked["item"]), choice.rest[: asked.start()]
    found = PREMISE.search(left) or DIRECT.search(left)
    if len(years) == 1 and asked["year"] and not found:
        return question
    if len(item) < SHORTEST:
        item = LEAD.sub("", found["item"].strip()) if found else ""
    item = re.sub(r"\s", "", item).strip("“”\"")
    if len(item) < SHORTEST or (year != years[0] and len(years) > 1):
        return question
    return f"{choice.organizations[0]}{year}年{item}是多少?"
