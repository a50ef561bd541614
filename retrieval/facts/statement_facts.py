"""The statements of a document's narrative as facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest import late_re as re
from ingest.document import Document, DocumentInfo, Statement
from retrieval.catalog import own_level_name
from retrieval.evidence import StatementEvidence
from retrieval.facts.counts_of_units import counts_of_units
from retrieval.facts.fact import Fact, depth_of
from retrieval.spelling.label_key import label_key

SUBJECT_LEVEL = re.compile(r"[（(](类|款|项)[）)]")
PATH_OF_ACCOUNTS = re.compile(r"[^—–\-\d]{2,}(?:—+|–+|-+)[^—–\-\d]{2,}(?:—+|–+|-+)[^—–\-\d]{2,}")  # “农林水支出—水利—防汛”
DASHES = re.compile(r"[—–\-]+")
OF_THE_YEAR = re.compile(r"(?<=财政拨款)本年(?=收入$|支出$)")  # the rate or change of what a fund gives is told of the year's own amount
SET_ASIDE = re.compile(  # “一般公共预算拨款安排的培训费预算支出”: the account and the kind stand around the item
    r".{0,30}?(?:一般公共预算|财政拨款|政府性基金)(?:财政)?(?:预算)?(?:拨款|资金)?安排的(?P<item>.{2,}?)(?:预算支出|支出预算|支出决算|预算|决算|支出)?"
)
THREE_PUBLIC = re.compile(  # these funds are of no other account
    r"^(?:一般公共预算)?(?:财政拨款|拨款)?(?:安排的)?(三公经费)(?:一般公共|财政拨款|预算|支出|决算|全年|安排)*(?:合计|总额|总计|共计)?$"
)
RUNNING = re.compile(  # “机关运行经费当年一般公共预算拨款”, “一般公共预算财政拨款运行经费”: such funds have no other account either
    r"^(?:.{0,24}?(?:部门|单位|[局委厅办院校会])的?)?(?:(?:一般公共预算)?(?:财政)?拨款(?:安排)?的?)?"
    r"(?:机关)?运行经费(?:当年|本年|全年)?(?:一般公共预算)?(?:财政)?(?:拨款|预算|安排|支出|的)*$"
)
YEAR_OF_VALUE = re.compile(r"(20\d\d)年(?:度)?(?:当年|全年)?(?:(?:预算|决算)?(?:执行|完成)数?|(?:年初)?预算数)(?:为|是)?$")
BARE_SUBJECT = re.compile(r"(?:全年|本年|当年|年度|今年|预计|计划|拟|约|大约|共|累计|国内|安排)*")  # “主要用于接待来访，预计35批次”
WHOSE_VISITS = re.compile(r"(国内|国[（(]境[）)]外|国外|外事|外宾)(?:公务)?接待(?:费|支出)?")  # told before who was received
VISITS, DOMESTIC, ABROAD = ("接待", "公务接待"), "国内公务接待", "国（境）外公务接待"
RECEIVED = re.compile(r"接待[^。；;]{0,40}$")
# What a sentence says before its subject.
OPENING = re.compile(
    r"^(?:(?:本|我)?(?:部门|单位)?(?:及|和)?(?:所属|下属|各)+(?:预算)?单位(?:共|现)*有|共有|共|现有"
    r"|拟(?=采购(?:货物|工程|服务))|(?:计划|拟|预计)?安排(?=政府采购|项目支出|基本支出))"
)
HELD = re.compile(r"^(在职|在编|退休|离休)(?:人员|职工)?实有?$")  # “在职实有71人”
WORTH = "价值"  # “车辆9辆，价值158.37万元”
WORTH_OF = r"(?P<thing>[一-鿿]{2,12})\d[\d,.]*(?:辆|台|套|平方米|个|件|栋|处)(?:[（(][^）)]{1,4}[）)])?[，,]价值"
RAISED = re.compile(  # “护理补贴标准由每人每月261元提高至277元”
    r"(?:原因是|是因为|由于|系)?(?P<item>[^，。；：是由]{2,20}?)[由从][^，。；\d]{0,10}(?P<old>\d[\d.,]*[^，。；\d]{1,6}?)"
    r"(?:提高|提升|调整|增加|上调|提标|降低|下调|调|降|增|升)(?:至|到|为)(?P<new>\d[\d.,]*\s*[^，。；、\d）（/]{1,3})"
)
OF_LEVEL = re.compile(r"^[局委]?(?:机关|本级)(?:[和及与、][^，、]{2,12}?)?(?=机关(?:（[^）]*）)?运行)")  # “某局机关机关运行经费”
OPENED = re.compile(r"[^（）()]{4,}[（(](?P<item>[^（）()]{2,12})")  # “某局机关（行政编制26名，…）”: the posts of that body
PAID_FOR = re.compile(  # “使用财政拨款开支的公务用车保有量”
    r"^(?:使用)?(?:一般公共预算)?财政拨款(?:资金)?(?:开支|支付|负担|安排|列支)?(?:运行)?(?:费用?|经费)?的?(?=公务用车保有|车辆保有)"
)
SPENT_ON = re.compile(r"^(?:实际|共|共计|累计)?(?:开支|列支|支付|发生)(?=[一-鿿]{2,6}费$)")  # 开支会议费3.26万元
OTHER_NAME = re.compile(r"(?<=[费出])[（(][^（）()\d]{2,12}(?:经费|费用|费|支出)[）)]$")  # 机关运行经费（行政单位公用经费）
KIND_WITHIN = re.compile(r"(?<=收入|支出)(?:预算|决算)(?=合计|总计)")  # 本年支出决算合计, whose change is that of 本年支出合计
CHANGE = r"(?:新)?(?:增加|减少|增长|下降|增|减)(?:了)?"
CHANGE_ALONE = re.compile(rf"(?:比|较|与|同)?(?:上年度?|去年|上一年|20\d\d年度?|年初)?(?:末|底)?(?:预算|决算)?数?(?:相比)?{CHANGE}")
NO_NAME = "＃"  # “比上年增加3人” says nothing of what
RUNNING_COSTS = "机关运行经费"
ITS_UNITS = "(?:(?:部门|单位)(?!预算|决算))?"  # “甲局部门政府采购预算总额”
SHORTEST_BODY = 3
WHOLE = re.compile(r"^(?:全系统|本系统|全局|本部门)(?=.{2})")  # what a sentence says of all units before it counts them one by one
OF_OWN_LEVEL = re.compile(r"^(?:[局委厅院会]?(?:机关)?本级|[局委厅]机关)(?=[\u4e00-\u9fff]{2})(?!单位|预算)")
SPENT = re.compile(r"(?:[（(][^）)]*[）)])?(?:支出|开支)?$")
OWN_LEVEL_ALONE = re.compile(r"[局委厅院会]?(?:机关)?本级|[局委厅院会]机关|[局委厅院会]本部")
SHORTEST_ITEM = 2
SUBJECT_CODE = re.compile(r"[（(](\d{3,9})[）)]|^(?!20\d\d\s*年)(\d{3,9})(?=\D)")  # the account's code beside its name


def statement_facts(document: Document) -> Iterable[Fact]:
    """One fact per statement; a path such as X（类）Y（款）Z（项） has Z as its own name."""
    facts = list(facts_of_statements(document))
    of_units = tuple(amounts_of_units(facts, document.info))
    parts = {(fact.source.value, fact.source.place) for fact in of_units if isinstance(fact.source, Statement)}
    # What a sentence tells of one item of a unit is not all that the unit spends.
    yield from (fact for fact in facts if not isinstance(fact.source, Statement) or (fact.source.value, fact.source.place) not in parts)
    yield from changes_of_grants(facts)
    yield from own_level_facts(facts, document.info)
    yield from facts_of_named_units(facts, document.info)
    yield from of_units
    counts = tuple(counts_of_units(document.statements, document.info))
    for whole in dict.fromkeys(count.whole for count in counts):
        counted = WHOLE.sub("", facts[whole].labels[0][0])
        if facts[whole].labels != ((counted, 1),):
            yield replace(facts[whole], labels=((counted, 1),))
        yield from (of_unit(facts[one.place], counted, one.unit) for one in counts if one.whole == whole)


def changes_of_grants(facts: Iterable[Fact]) -> Iterator[Fact]:
    """What a sentence says of how 财政拨款本年支出 changed or met its budget, as the same of 财政拨款支出."""
    for fact in facts:
        key, frequency = fact.labels[0]
        if fact.measure in ("完成率", "增减额", "增减率") and (plain := OF_THE_YEAR.sub("", key)) != key:
            yield replace(fact, labels=((plain, frequency), *fact.labels[1:]))


def own_level_facts(facts: Iterable[Fact], info: DocumentInfo) -> Iterator[Fact]:
    """What a sentence says of a department's own level (局本级编制), as the item of that level; of the document that is of it alone."""
    own = own_level_name(info)
    if own is None and info.scope != "单位":
        return
    for fact in facts:
        key, frequency = fact.labels[0]
        if (item := OF_OWN_LEVEL.sub("", key)) != key:
            yield replace(fact, labels=((item, frequency), *(((label_key(own), 2),) if own else ()), *fact.labels[1:]))


def facts_of_named_units(facts: Iterable[Fact], info: DocumentInfo) -> Iterator[Fact]:
    """What a sentence says of a unit that its subject begins with (甲中心事业编制), as the item of that unit."""
    own = {label_key(name) for name in (info.organization or "", *info.aliases)}
    keys = {key for name in info.units if len(key := label_key(name)) >= SHORTEST_BODY and key not in own}
    units = sorted(keys, key=len, reverse=True)
    for fact in facts:
        key, frequency = fact.labels[0]
        unit = next((one for one in units if key.startswith(one) and len(key) >= len(one) + SHORTEST_ITEM), None)
        if unit:
            yield replace(fact, labels=((key.removeprefix(unit), frequency), (unit, 2), *fact.labels[1:]))


def amounts_of_units(facts: Iterable[Fact], info: DocumentInfo) -> Iterator[Fact]:
    """What a sentence tells of an amount unit by unit (“机关运行经费90万元，其中局本级60万元、执法队30万元”), as that item of the unit."""
    own = label_key(own_level_name(info) or "")
    names = {label_key(name) for name in (info.organization or "", *info.aliases)}
    units = [key for name in info.units if (key := label_key(name)) != own and key not in names]
    prefix = re.compile(rf"^(?:{'|'.join(map(re.escape, body_names(info)))})(?:[（(][^）)]*[）)])?{ITS_UNITS}")
    for fact in facts:
        told = fact.source
        if not isinstance(told, Statement) or told.measure != "金额" or not told.base:
            continue
        key, item = label_key(SPENT.sub("", told.subject.strip())), label_key(prefix.sub("", told.base))
        ending = [unit for unit in units if len(key) >= SHORTEST_BODY and unit.endswith(key)]
        owner = own if OWN_LEVEL_ALONE.fullmatch(key) else ending[0] if len(ending) == 1 else ""
        if owner and item and isinstance(fact.evidence, StatementEvidence):
            statement = replace(told, subject=f"{told.subject}{item}")
            yield replace(fact, labels=((item, 1), (owner, 2)), evidence=replace(fact.evidence, statement=statement))


def of_unit(fact: Fact, counted: str, unit: str) -> Fact:
    """A count that bears the short name of a unit as one of what is counted, of that unit."""
    evidence = fact.evidence
    if isinstance(evidence, StatementEvidence):
        evidence = replace(evidence, statement=replace(evidence.statement, subject=f"{evidence.statement.subject}{counted}"))
    return replace(fact, evidence=evidence, labels=((counted, 1), (unit, 2)))


def facts_of_statements(document: Document) -> Iterator[Fact]:
    """Each statement as a fact of its own subject."""
    own_name = re.compile(rf"^(?:{'|'.join(map(re.escape, body_names(document.info)))})(?:[（(][^）)]*[）)])?{ITS_UNITS}")
    for printed in document.statements:
        section = document.sections[printed.section]
        raised = RAISED.search(printed.sentence)
        if raised and raised["old"] == printed.value:
            continue  # what was paid before it was raised
        if printed.measure == "数量" and re.search(rf"20\d\d年(?:度)?(?:新增)?(?:退休|离休){re.escape(printed.value)}", printed.sentence):
            continue  # who retired in one year are not the retired
        statement = with_plain_subject(replace(printed, subject=raised["item"]) if raised and raised["new"] == printed.value else printed)
        uncoded = OTHER_NAME.sub("", SUBJECT_CODE.sub("", statement.subject))
        subject = OPENING.sub("", own_name.sub("", uncoded)).removeprefix("的") or uncoded or statement.subject
        subject = OF_LEVEL.sub("", subject)
        subject = RUNNING_COSTS if "拨款" in subject and RUNNING.match(subject) else subject
        names = names_of(KIND_WITHIN.sub("", subject) if statement.direction else subject)
        own = names[-1] if names else label_key(subject)
        own = NO_NAME if CHANGE_ALONE.fullmatch(own) else own
        yield Fact(
            evidence=StatementEvidence(document.info, section, statement, 0.0),
            labels=((own, 1), *((key, 2) for key in names[:-1])),
            columns=(),
            headers=(),
            titles=tuple(label_key(heading) for heading in section.heading_path),
            totals=(),
            codes=tuple(found[1] or found[2] for found in SUBJECT_CODE.finditer(statement.subject)),
            side=side_of_statement(statement, document.info.kind),
            measure=statement.measure,
            year=other_year(statement, document.info.year),
            depth=next((depth for heading in reversed(section.heading_path) if (depth := depth_of(heading))), 0),
        )


def body_names(info: DocumentInfo) -> list[str]:
    """The names by which a document's sentences may call its body, the longest first."""
    names = {info.organization or "我部门", (info.organization or "我部门").partition("（")[0], *info.aliases}
    return sorted((name for name in names if len(name) >= SHORTEST_BODY), key=len, reverse=True)


def with_plain_subject(statement: Statement) -> Statement:
    """The statement with nothing around the item that it is of."""
    if opened := OPENED.fullmatch(statement.subject):
        statement = replace(statement, subject=opened["item"])
    if aside := SET_ASIDE.fullmatch(statement.subject):
        statement = replace(statement, subject=aside["item"])
    if statement.subject == WORTH and (worth := re.search(WORTH_OF + re.escape(statement.value), statement.sentence)):
        return replace(statement, subject=f"{worth['thing']}{WORTH}")
    statement = with_visits(replace(statement, subject=SPENT_ON.sub("", PAID_FOR.sub("", statement.subject))))
    subject = HELD.sub(r"实有\1人员", THREE_PUBLIC.sub(r"\1", statement.subject))
    return replace(statement, subject=RUNNING_COSTS if "拨款" in subject and RUNNING.match(subject) else subject)


def names_of(subject: str) -> list[str]:
    """The keys of a path of accounts, broadest first; “教育（类）支出” is one name, “水利（款）防汛（项）支出” ends with 防汛."""
    is_path = PATH_OF_ACCOUNTS.fullmatch(subject)
    parts = DASHES.split(subject) if is_path else [part for part in SUBJECT_LEVEL.split(subject) if part not in ("类", "款", "项")]
    names = [key for part in parts if (key := label_key(part))]
    if len(parts) == 1 or label_key(parts[-1]) not in ("支出", "收入"):
        return names
    is_of_class = SUBJECT_LEVEL.findall(subject)[-1] == "类"
    return [label_key(SUBJECT_LEVEL.sub("", subject))] if is_of_class else names[:-1]


def side_of_statement(statement: Statement, kind: str | None) -> str | None:
    """Whether a statement is of the budget or of the final accounts, where it says one of the two."""
    if statement.aspect in ("年初预算", "年初预算数", "全年预算数"):
        return "预算"
    if "决算" in statement.aspect:
        return "决算"
    return "预算" if statement.aspect and kind == "决算" else None


def other_year(statement: Statement, own: int | None) -> int | None:
    """The year that a statement names, where it is not the document's own."""
    year = YEAR_OF_VALUE.search(statement.sentence.partition(statement.value)[0]) if statement.aspect else None
    return int(year[1]) if year and int(year[1]) != own else None


def with_visits(statement: Statement) -> Statement:
    """A count of visits as one of domestic or foreign ones, or without a subject of its own (“接待来访，预计35批次”) as one of visits."""
    if statement.measure != "数量":
        return statement
    before = re.split(rf"(?<!\d){re.escape(statement.value)}", statement.sentence, maxsplit=1)[0]
    if statement.subject in VISITS and (whose := WHOSE_VISITS.findall(before)):
        return replace(statement, subject=ABROAD if "外" in whose[-1] else DOMESTIC)
    if not BARE_SUBJECT.fullmatch(statement.subject):
        return statement
    received = RECEIVED.search(before)
    return replace(statement, subject="接待来访") if received else statement
