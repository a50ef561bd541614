"""“按在职人员计算，人均…”: by which count an average is asked for, given in the question or to be looked up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ingest import late_re as re
from ingest.quantity import Quantity
from retrieval.clauses.rate_fact import OCCASIONS
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task, Want
from retrieval.spelling.count_alike import PERSONS

AVERAGE = re.compile(r"人均|每一?(?:人|名|户|辆)|平均|摊|一个?(?:人|名|户)(?:头上)?(?:能|要|合|得|是|有|均|分|花|用)")
BASIS = re.compile(
    r"按(?:照)?(?P<what>[^,;?。，；？()（）]{2,24}?)(?:来)?(?:计算|算|计|口径|分?摊|平摊|均摊|平均)?"
    r"(?=[,;?。，；？)）]|(?<=算)(?:人均|平均每|每一?[人名位])|$)"
)
EACH_OF = re.compile(  # “摊到每个社工头上”, “平均每户移民合多少”, “在编人员人均多少”: what is counted stands beside the average
    r"(?:摊[到给]|平均|分[到给])(?:每|一)一?(?:个|名|位|家|户|人)?(?P<after>(?![套台件箱辆张份条批次所项场])[^\W\d多少几合摊要是有得花每个]{2,8}?)(?:头上|身上|名下)?"
    r"(?=[,;?]|合|摊|要|是|有|得|花|多少|几|一年|$)"
    r"|(?:^|[,的\s])(?P<before>[^\W\d,的]{2,12})(?=人均|平均每一?(?:个人|[人名位]))"
)
PAID_EACH = re.compile(  # “编外教师平均每人劳务费”: what those that are counted are paid, where the document has such an item
    r"(?P<who>[^\W\d,的]{2,12})的?(?P<each>人均|平均每一?(?:个人|[人名位]))的?(?P<item>[^\W\d多少几是有合要花摊]{2,8})"
)
COST_OF = re.compile(  # “编外教师劳务费平均每人”
    r"(?P<name>(?P<who>[^\W\d,的]{1,10}[员工师生民兵警者])(?:劳务|工资|薪酬|生活|交通|通讯|误餐)?(?:费|经费|补助|补贴|工资|薪酬))[,的]*(?:人均|平均每一?(?:个人|[人名位]))"
)
COUNT = re.compile(r"(\d+)\s*(人|名|户|辆|台|家|个月|个)")
MONTHLY = re.compile(  # “摊到十二个月，每月大概花多少”, “平均一个月花多少”
    r"(?:(?:分?摊|平摊|均摊|平均|匀)(?:到|给|成)(?:全年|一年)?(?:的|这)?(?:十二|12)个?月(?:里|上)?[,，]?|(?:平均(?:下来)?|均摊|平摊|分?摊)(?:到|是|给)?(?:每|一)个?月)(?:每个?月)?(?:平均|大概|大约|差不多)*"
    r"|(?:每|一)个?月平均(?:下来)?|月均(?=多少|花|用|是|支出|要)"
)
MONTHS_IN_YEAR = "12个月"
PLAIN = re.compile(r"20\d\d年?|[年期]?[末底初]|实有|人数|人员|职工总?数?|总?数|的")
TIMES = re.compile(r"[\s~的]|20\d\d年?|(?:12月)?(?:31日)?|[年期]?[末底初]|人数$")
PERSONS_ASKED = re.compile(r"(?:多少|几)(?:个|名|位)?人(?!民币|均|头)")
OFFICIAL_CARS, KEPT = re.compile(r"公务用?车|公车|三公"), re.compile(r"公务用车保有[量数]$|(?:现有|实有|保有)公务用车$")
CAR = re.compile(r"车辆?|公车|公务用?车")
GIVEN = re.compile(  # “（14个社区）”
    r"[(（](?:共|按|以|一共)?(?P<count>\d+(?:个|名|人|户|家|所|辆|台)(?!月|百分))(?P<what>[^()（）\d,，]{0,8})[)）]"
)
EACH_NAMED = re.compile(  # “平均到每名在职人员（116人）”, “每个学生花多少”
    r"(?:平均|分?摊)?(?:到|给)?(?:每|一)一?[个名位](?P<who>[^\W\d多少几合摊要是有得花支安每个]{2,8})(?:[(（](?P<count>\d+)[人名][)）])?"
)
OF_VISITS = re.compile(
    r"(?:全年|本年度?|20\d\d年度?|预计|计划|累计|执行|共|国内|公务|来访)*接待(?:国内|来访|公务)*(?:批次|人数|人次|总人数|来宾|客人|团组|人员)?"
    r"|(?:国内)?来访(?:人员|来宾|人数|人次|团组|批次)"
)
SHORTEST, SHORTEST_STEM = 2, 4
VISITS, VISITORS = ("国内公务接待", "公务接待", "公务接待费"), ("人", "人次")


def set_basis_apart(question: str, index: FactIndex) -> tuple[str, str]:
    """The question without the words that say by which count an average is taken, and those words; as it is where they name none."""
    if monthly := MONTHLY.search(question):
        return f"{question[: monthly.start()]}平均{question[monthly.end() :]}", MONTHS_IN_YEAR
    found = BASIS.search(question) if AVERAGE.search(question) else None
    if told := each_named(question, index):
        if found and names_of(found["what"], index):  # “按甲的人数算,…平均每名乙”
            return (each_named(blanked(question, found.span()), index) or told)[0], found["what"]
        return told
    given = GIVEN.search(question) if AVERAGE.search(question) else None
    if given and given["what"] in question[: given.start()]:
        return f"{question[: given.start()]}{question[given.end() :]}", given["count"]
    if found and (COUNT.search(found["what"]) or names_of(found["what"], index)):
        return blanked(question, found.span()), found["what"]
    paid = PAID_EACH.search(question)
    if paid and f"{paid['who']}{paid['item']}" in index.variants and counts(paid["who"], index):
        return f"{question[: paid.start()]}{paid['who']}{paid['item']}{paid['each']}{question[paid.end() :]}", paid["who"]
    cost = COST_OF.search(question)
    if cost and cost["name"] in index.variants and counts(cost["who"], index):
        return question, cost["who"]
    beside = ((one, one.lastgroup or "") for one in EACH_OF.finditer(question))
    found, name = next(((one, name) for one, name in beside if is_counted(one[name], index)), (None, ""))
    return (question, "") if found is None else (blanked(question, found.span(name)), found[name])


def each_named(question: str, index: FactIndex) -> tuple[str, str] | None:
    """The question with the persons of whom each is meant taken for 人, and those persons, or how many of them it says there are."""
    for found in EACH_NAMED.finditer(question):
        beginnings = (found["who"][:end] for end in range(len(found["who"]), SHORTEST - 1, -1))
        who = next((one for one in beginnings if counts_persons(one, index)), "")
        if who and (end := found.start("who") + len(who)) and (found["count"] is None or who == found["who"]):
            end = found.end() if found["count"] else end
            return f"{question[: found.start()]}平均每人{question[end:]}", f"{found['count']}人" if found["count"] else who
    return None


def counts_persons(noun: str, index: FactIndex) -> bool:
    """Whether a noun is or ends a label that counts persons."""
    keys = [key for key in names_of(noun, index) if key.endswith(noun) or key.startswith(noun)]
    quantities = (index.facts[number].source.quantity for key in keys for number in index.postings.get(key, ()))
    return any(one is not None and one.unit in PERSONS for one in quantities)


def is_of_persons(task: Task) -> bool:
    """Whether persons are asked for on each occasion (“每批几个人”), and no money."""
    return bool(PERSONS_ASKED.search(task.text)) and all(want.unit in OCCASIONS for want in task.wants)


def blanked(question: str, span: tuple[int, int]) -> str:
    """The question with a stretch blanked out."""
    return f"{question[: span[0]]}{' ' * (span[1] - span[0])}{question[span[1] :]}"


def is_counted(noun: str, index: FactIndex) -> bool:
    """Whether the document counts what a noun names."""
    stems = (noun, *(noun[start:] for start in range(1, len(noun) - SHORTEST_STEM + 1)))  # 国内公务接待: 公务接待费
    spellings = (f"{stem}{ending}" for stem in stems for ending in ("费", "经费", "支出"))
    priced = (number for one in spellings for key in index.variants.get(one, ()) for number in index.postings.get(key, ()))
    if any(index.facts[number].is_money for number in priced):
        return False  # “公务接待人均”: what is spent, though visits are counted too
    return counts(noun, index)


def counts(noun: str, index: FactIndex) -> bool:
    """Whether anything that the document counts is called by a noun."""
    return any(index.facts[number].measure == "数量" for key in names_of(noun, index) for number in index.postings.get(key, ()))


def names_of(basis: str, index: FactIndex) -> tuple[str, ...]:
    """The labels that hold the core of what is counted (在职 of “2023年末在职人数”)."""
    core = PLAIN.sub("", basis)
    core = core if len(core) >= SHORTEST else TIMES.sub("", basis)  # 实有人员
    found = sorted(key for key in index.variants if core in key) if len(core) >= SHORTEST else []
    return tuple(key for key in found if f"离{core}" not in key)  # 退休人员 are no 离退休人员


def cars_kept(task: Task, index: FactIndex) -> Want | None:
    """The cars that the same funds keep, where an average cost of official cars is asked for and by no other count."""
    asked = "".join((task.text, *(one.asked for want in task.wants for one in want.mentions)))
    is_by_another = task.denominator is not None and any(one.start < 0 for one in task.denominator.mentions)
    keys = tuple(sorted(key for key in index.postings if KEPT.search(key)))
    if is_by_another or not keys or not OFFICIAL_CARS.search(asked) or task.wants[0].unit != "辆":
        return None
    return Want((Mention(-1, 0, "公务用车保有量", keys),), unit="辆")


def without_cars(task: Task) -> Task:
    """The task without the word for the cars themselves beside what they cost."""
    plain = (tuple(one for one in want.mentions if not CAR.fullmatch(one.asked)) for want in task.wants)
    return replace(task, wants=tuple(replace(want, mentions=kept or want.mentions) for want, kept in zip(task.wants, plain, strict=True)))


def with_visits(task: Task, index: FactIndex) -> Task:
    """The task with what visits cost and how many there were under the names of both, where one of them is asked for.

    Visitors are counted as the document counts them (536人次), however they are asked for (每人).
    """
    both = tuple(key for key in index.postings if key in VISITS or OF_VISITS.fullmatch(key))
    told = {one.unit for key in both for number in index.postings[key] if (one := index.facts[number].source.quantity)}
    counter = next((unit for unit in reversed(VISITORS) if unit in told), None)
    wants = tuple(
        replace(want, unit=counter if counter and is_of_visits(want) and want.unit in VISITORS else want.unit, mentions=tuple(
            replace(one, keys=tuple(dict.fromkeys((*one.keys, *both)))) if {one.asked, *one.keys} & set(VISITS) else one
            for one in want.mentions
        ))
        for want in task.wants
    )  # fmt: skip
    return replace(task, wants=wants) if any(want.unit in OCCASIONS or want.unit in VISITORS for want in task.wants) else task


def is_of_visits(want: Want) -> bool:
    """Whether visits or what they cost are asked for."""
    return any({one.asked, *one.keys} & set(VISITS) for one in want.mentions)


def with_basis(task: Task, basis: str, index: FactIndex) -> Task:
    """An average taken by the count that the question gives or names; any other task as it is."""
    if task.measure != "per" or not basis:
        return task
    if given := COUNT.search(basis):
        return replace(task, count=Quantity(Decimal(given[1]), given[2]))
    unit = next((want.unit for want in task.wants if want.unit), None) or "人"
    return replace(task, denominator=Want((Mention(-len(basis), 0, basis, names_of(basis, index)),), unit=unit))
