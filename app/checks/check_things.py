"""Whether a list or a count that is told is of the very things asked for, and not of all projects or of other devices."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT

PROJECTS_OF_ITEM = re.compile(
    r"(?P<item>[^,;?]{2,40}?)(?:多少|几)[^,;?]{0,4}[,;](?:都|分别|具体|主要)*(?:对应|涉及|用于|用在|花在|列在|包括|包含|是|有)*(?:了)?(?:哪些|哪几个|什么)项目"
)
OF_PROJECTS = re.compile(r"项目|采购|购买")
ALL_PROJECTS = re.compile(r"共\d+项（《")
DEVICES = re.compile(r"(?P<kind>[一-鿿]{2})设备(?:目前|现在|现|一共|总共|共)*(?:有|是)*(?:几|多少)(?:台|套|件)")
USUAL = re.compile(r"通用|专用|大型|以上|单价|全部|所有|各类|办公|部门|单位|车辆|的$")

PURCHASES = re.compile(r"采购(?:货物|工程|服务)?类?(?:有哪些项目|项目有哪些)")
BOUGHT = re.compile(r"采购|购买|货物|工程|服务类")
ACCOUNTS = re.compile(r"(?:用于|用在|用到|花在|花到|列在|列入|安排在)了?(?:哪|什么|啥)[^,;?]{0,3}科目")
GLOSSARY = re.compile(r"名词解释|专业名词|名词")
SERVICES = re.compile(r"购买服务项目有哪些")
LANES = re.compile(r"(?:改造|整治|修建|新建|维修|建设|开通|清淤|疏浚|道路|小巷|街道|河道|线路)了?(?:几|多少)条")
LANES_TOLD = re.compile(r"\d\**\s*条")
AMOUNT_IN_ALL = re.compile(r"总金?额(?:是|为|有)*(?:多少)?[?。]*$")
PART_OF_ITEM = re.compile(r"[费贴](?:一共|总共|合计|共)?(?:是|有|为)?(?:多少|几)[^,;?]{0,3}[,;?]其中的?(?P<part>基本支出|项目支出)")
FEWEST = 2
ADDED = re.compile(r"[一-鿿](?:和|与|及|跟)[^,;?]{3,16}?(?:合计|一共|总共|加起来|共计)(?:是|有|为)*(?:多少|几)")
FAULTS = re.compile(r"(?:那么?|主要|有|的|都)*问题(?:呢|(?:都|主要)*(?:是|有)(?:什么|哪些|啥))?[?。]*")
FAULT_RATE = re.compile(r"问题[^，；：“”]{0,6}率")


def is_of_other_things(answer: Answer, question: str) -> bool:
    """Whether what is told is of other things than those asked for, or of one of them only."""
    if is_of_others_listed(answer, question) or is_of_others_counted(answer, question):
        return True
    return is_of_one_only(answer, question) or is_more_than_whole(answer, question)


def is_of_others_listed(answer: Answer, question: str) -> bool:
    """Whether all projects are listed for those of an item, other things for purchases, faults or accounts."""
    if PURCHASES.search(question) and not BOUGHT.search(answer.text):
        return True
    if SERVICES.search(question) and "购买服务" not in answer.text:
        return True
    if FAULTS.fullmatch(question.strip("~ ")) and FAULT_RATE.search(answer.text):
        return True
    if ACCOUNTS.search(question) and answer.citations and all(GLOSSARY.search(one.section) for one in answer.citations):
        return True
    listed = PROJECTS_OF_ITEM.search(question)
    return listed is not None and not OF_PROJECTS.search(listed["item"]) and bool(ALL_PROJECTS.search(answer.text))


def is_of_others_counted(answer: Answer, question: str) -> bool:
    """Whether devices of another kind are counted, or no lanes or no money where these are asked for."""
    if AMOUNT_IN_ALL.search(question) and answer.values and not any(one.unit in YUAN_PER_UNIT for one in answer.values):
        return True
    devices = DEVICES.search(question)
    is_of_kind = devices is None or bool(USUAL.search(devices["kind"])) or f"{devices['kind']}设备" in answer.text
    return not is_of_kind or (bool(LANES.search(question)) and not LANES_TOLD.search(answer.text))


def is_of_one_only(answer: Answer, question: str) -> bool:
    """Whether one thing alone is quoted where two are to be added up."""
    is_quote = answer.answered_by == "quote" and bool(ADDED.search(question))
    return is_quote and len(answer.values) == 1 and not answer.calculation


def is_more_than_whole(answer: Answer, question: str) -> bool:
    """Whether what is told as the basic or the project part of an item is more than the item: it is that of everything."""
    part = PART_OF_ITEM.search(question)
    if part is None or len(answer.values) < FEWEST:
        return False
    whole, *parts = answer.values
    return any(one.label.endswith(part["part"]) and one.unit == whole.unit and one.value > whole.value for one in parts)
