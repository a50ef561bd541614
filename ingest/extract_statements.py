"""Prose to statements: every amount, share, rate, change and count that a sentence states, with what it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.document import Paragraph, Place, Section, Statement
from ingest.name_standard_subjects import name_standard_subjects
from ingest.name_stated_projects import name_stated_projects, project_over, tells_budget
from ingest.quantity import COUNTERS, UNIT_SPELLINGS, Quantity
from ingest.settle_subjects import settle_subjects

UNITS = "|".join(("百万元", "亿元", "万元", "千元", "元", "%", "％", *COUNTERS, "分(?![钟之])"))
AMOUNT = re.compile(rf"(?<![\d.A-Za-z])([-−]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)\s*({UNITS})(?:（套）|\(套\))?")
YEAR = re.compile(r"(20\d\d)\s*年度?")
YEAR_CUT = re.compile(r"20\d\d\s*年(?:12月(?:31日)?底?|度|[末底](?!尚未))?")
NAMED_BEFORE_YEAR = re.compile(  # “公务用车购置费2031年预算数”: the name stands before the year, what is told of it after
    r"(?P<name>[^，。；：:、\d]*(?:费用?|经费|资金|拨款|补助|采购|服务|支出|收入))20\d\d\s*年度?(?P<aspect>(?:年初|支出)?(?:预算|决算)数?)(?:安排|为|是|共)*"
)
CLAUSE_END = re.compile(r"(?<=[，、；。：;:])|(?<=,)(?!\d)")
SENTENCE_END = "。"
ITEM_NUMBER = r"(?:（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d+\s*[.、．])\s*"
LEAD = re.compile(rf"^\s*{ITEM_NUMBER}(?P<label>[^，；：:\d]{{2,90}}?)(?=[。，：:\s\d]|为|$)")
THRESHOLD = re.compile(r"^\s*(?:（含）|\(含\))?\s*(?:以上|以下|以内)")
CHANGE_WORDS = dict.fromkeys(("增加", "增长", "上升", "提高", "多"), "增加") | dict.fromkeys(("减少", "下降", "降低", "少"), "减少")
CHANGE = re.compile(rf"(?P<head>.*?)(?:各|均|共|分别)?(?P<word>{'|'.join(CHANGE_WORDS)})(?:了|约)*$")
PAID_BY = re.compile(r"(?<=费)(?:通过|使用|由)?一般公共预算(?:财政拨款)?$")  # “三公”经费一般公共预算安排47.10万元
COMPARED = re.compile(
    r"(?P<subject>.*?)(?:比|较|与|同)(?P<base>(?:上年|去年|20\d\d年|年初|(?:全年|当年)?预算(?=数?(?:相比|持平|$)))[^，]*?)(?:相比|持平|保持一致)?$"
)
COMPARED_ONLY = re.compile(
    r"(?:比|较|与|同)(?P<base>(?:上年|上一年|去年|20\d\d\s*年|年初|(?:全年|当年)?预算(?=数?(?:相比|持平|一致|$)))[^，。；]*?)"
    r"(?:相比|基本持平|持平|一致|相同|$)"
)
OF_YEAR_BEFORE = re.compile(
    r"(?P<subject>[^，。；：:、\d]*?)(?:比|较|与|同)(?P<base>(?:上年度?|去年|上一年|20\d\d年度?)(?:年初)?(?:预算|决算)?数?)(?:的|为)?"
)
AGAINST_AMOUNT = re.compile(  # “比2024年收支预算总数|5598.24万元|增加……”: what the amount of the year before is called beside it
    r"(?P<subject>[^，。；：:、\d]*?)(?:比|较|与|同)(?P<base>(?:上年度?|去年|上一年|20\d\d年度?)(?:年初)?(?:预算|决算)?数?)[^，。；：:、\d]{0,20}"
)
CHANGED = re.compile(rf"^(?:相比)?[，,]?(?:各|均|共|分别)?(?:{'|'.join(CHANGE_WORDS)})")
OF_BODY = ("部门", "本部门", "全部门", "单位", "本单位")
SHARE = re.compile(r"占(?P<base>.*?)(?:的)?(?:比重|比例)?(?:为)?$")
COMPLETION = re.compile(r"完成(?P<base>[^，]*?)(?:的)?$")
MET_AMOUNT = re.compile(r"[，,]?完成(?P<base>(?:全年|年初|当年|调整后?)?预算)数?(?:为|的)?")  # “完成全年预算|46.50万元|的67.27%”
STEADY = re.compile(r"持平|保持一致|与上年相同|没有变化")
ASPECTS = (
    "支出决算数", "支出决算", "决算数", "决算", "当年预算执行数", "预算执行数", "年初预算数", "年初预算", "全年预算数",
    "支出预算数", "支出预算", "预算数", "预算",
)  # fmt: skip
KEPT_WHOLE = re.compile(r"(?:一般公共|国有资本经营|政府性基金|收支总?|公共|经营|基金)预算$")
BUDGET_OF_COST = re.compile(r"(.*(?:费|费用|经费))预算支出")  # 公务接待费预算支出
HALF_A_NAME = re.compile(r"(?:.*的)?(?:基本|项目|本年|总)(?:支出|收入)")  # 项目支出预算数: no budget of 项目
TAIL_WORDS = re.compile(r"(?:共有|共计|累计|均为|为|是|共|约|安排|达到|达|有|：|:|的|\s)+$")
ITEM_HEADING = re.compile(r"([一-鿿（）()]{0,16}(?:费|费用|经费))(?:情况)?(?:说明)?[：:。]?")
THAT_IS = re.compile(r"[（(]即[^（）()]{4,80}[）)]")  # 机关运行经费（即机关和参公单位的公用经费）
LEAD_NUMBER = re.compile(rf"^{ITEM_NUMBER}")
HEAD_WORDS = re.compile(
    r"^(?:其中|包括|另外|此外|全年|当年|期末|本年度|共计|累计|我部门|我单位|我局|我院|我校|本部门|本单位|本街道|我街道|(?:部门|单位)(?=共有)|共有|共|重点项目(?=[一-鿿]{4})|(?:主要)?用于(?=[一-鿿]{4})|[：:，,。；;、\s])+"
)
NOUN_AFTER = re.compile(r"^(?!（)([一-鿿（）“”]{2,14})")
BOTH_SIDES = re.compile(r"收入(?:总计|合计)?(?:、|和|与|及)支出(总计|合计)?(?!决算|预算)")
PRONOUN = re.compile(r"^(?:(?:该项|该|其|上述|此项|前述)(?:支出|收入|经费|资金|费用)?|费用(?:支出)?|相比|对比|比较)$")
COUNTED_NOUN = re.compile(r"^(?:内设机构|二级机构|下属单位|所属单位|预算单位|科室|处室|股室|项目)")
CODED_LEVEL = re.compile(r"[（(]\s*\d{2,3}\s*([类款项])\s*[）)]")  # 教育支出（205类）
SPACES = re.compile(r"\s+")
WIDE_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.")
COMPARISON = re.compile(r"(?:比|较|与|同)20\d\d年[^，]*")
BECAUSE = re.compile(r"(?:原因(?:是|为|在于|系)?|由于|系因|是因).*$")  # a year in a reason is no year of the amounts behind it
NAMES_A_PROJECT = re.compile(r"项目[：:]$")
NAMES_AN_AMOUNT = re.compile(  # 公务接待费：3.20万元
    r"[^\d，。；;]{2,}(?:费用?|经费|支出|收入|资金|拨款|补助|补贴|总额|总计|合计|(?:预算|资金|安排)规模)[：:]$"
)
ALL_VISITS = re.compile(r"(?:全部|均|都)(?:为|是|系)([^，。；\d]{0,6}接待)[，,]?$")  # “全部为国内公务接待，累计9批次、80人次”
SPENT_ON_IT = re.compile(r"(?:经费|费用)?(?:支出|开支|花费)|费用|经费|金额")  # “接待9批次，80人次，共计支出2.00万元”
IS_SCORE = re.compile(r"(?:得|评|打)分$|分数$")  # “自评得分95分，主要问题：…占比不高，2024年为31%”
ACCOUNT_ALONE = re.compile(r"(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?支出")  # （其中：一般公共预算支出18.36万元）
OPEN_BRACKET = re.compile(r"[（(][^）)]*$")


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentence speaks of at one point: its subject, the total its parts belong to, and the comparison that is open."""

    subject: str = ""
    total: str = ""
    outer: str = ""  # the total outside of a part's own parts: “其中：基本支出…，包括人员经费…；项目支出…”
    base: str = ""
    year: int | None = None
    is_lost: bool = False  # an amount without a name was passed: what follows may belong to it
    counted: str = ""  # what the count just before was of: “接待9批次，80人次”
    around: str = ""  # what was counted before the bracket that is open: “接待26批次（其中外事接待0批次），198人次”
    is_inside: bool = False  # a bracket is open: “三公经费18.36万元（其中：一般公共预算支出18.36万元；…）”
    met: str = ""  # the budget whose amount was just told as the one that was met: “完成全年预算46.50万元的67.27%”
    is_named: bool = False  # the clause before names it alone (“重点项目：某某改造，安排……”): the next amount is of it


def extract_statements(sections: Sequence[Section]) -> tuple[Statement, ...]:
    """Every figure that the sections' prose states, in reading order; what has no certain subject is left out."""
    found: list[Statement] = []
    for index, section in enumerate(sections):
        project = project_over(section)
        for paragraph in section.paragraphs:
            named = project if project and tells_budget(section, paragraph.text) else ""
            found += settle_subjects(tuple(read_paragraph(index, paragraph, named, item_of(section))))
    return name_stated_projects(sections, found)


def item_of(section: Section) -> str:
    """The item that a heading names (“（二）公务接待费”); "" where it names none."""
    heading = SPACES.sub("", LEAD_NUMBER.sub("", section.heading_path[-1])) if section.heading_path else ""
    found = ITEM_HEADING.fullmatch(re.sub(r"[“”\"]", "", heading))
    return found[1] if found else ""


def read_paragraph(section: int, paragraph: Paragraph, project: str = "", item: str = "") -> Iterator[Statement]:
    """The statements of one paragraph; an amount without a name at its beginning is of the project or item that the heading names."""
    text = BOTH_SIDES.sub(r"收支\1", re.sub(r"\*\*", "", paragraph.text).replace("收、支", "收支"))
    text = THAT_IS.sub("", text)
    context = Context(project or lead_subject(CODED_LEVEL.sub(r"（\1）", text)) or item, is_named=bool(project))
    for sentence in re.split(rf"(?<={SENTENCE_END})", text):
        context = replace(context, base="", counted="", around="")
        before = read = ""
        for clause in clauses_of(without_spaces(CODED_LEVEL.sub(r"（\1）", sentence.translate(WIDE_DIGITS)))):
            context = open_context(clause, replace(context, is_inside=bool(OPEN_BRACKET.search(read))))
            read += clause
            if NAMES_A_PROJECT.search(before):
                context = replace(context, subject=clause.rstrip("，,、"), is_lost=False, is_named=True)
            before = clause
            closes = clause.rstrip().endswith(("；", ";")) and bool(context.outer)
            for statement, following in read_clause(clause, context, sentence):
                context = following
                if statement is not None:
                    subject = name_standard_subjects(statement.subject, sentence)
                    yield replace(statement, subject=subject, section=section, place=paragraph.place)
            context = replace(context, total=context.outer, outer="") if closes else context


def clauses_of(sentence: str) -> Iterator[str]:
    """The clauses of a sentence; a name and the amount after its colon are one."""
    name = ""
    for clause in CLAUSE_END.split(sentence):
        if name and not AMOUNT.match(clause):
            yield name
            name = ""
        if NAMES_AN_AMOUNT.fullmatch(clause.strip()):
            name = clause
        else:
            yield f"{name}{clause}"
            name = ""
    yield from [name] if name else []


def without_spaces(text: str) -> str:
    """The text without spaces but for one between two numbers: they are not one."""
    pieces = SPACES.split(text)
    joined = pieces[0]
    for piece in pieces[1:]:
        joined += f" {piece}" if joined[-1:].isdigit() and piece[:1].isdigit() else piece
    return joined


def lead_subject(text: str) -> str:
    """The item that a numbered paragraph is about (“1. 一般公共服务支出（类）…（项）。”), or "" where it has none."""
    lead = LEAD.match(text)
    if not lead:
        return ""
    label = split_aspect(clean_subject(COMPLETION.sub("", lead["label"])))[0]
    return "" if re.search(r"情况|说明|方面|内容", label) else label


def open_context(clause: str, context: Context) -> Context:
    """The context after what a clause says before any amount: a part list begins, a comparison opens, a year is named."""
    if "其中" in clause or clause.startswith("包括"):
        outer = context.total if clause.startswith("包括") and context.total != context.subject else ""
        context = replace(context, total=context.subject or context.total, outer=outer)
    elif "主要用于以下方面" in clause:
        context = replace(context, total=context.total or context.subject)
    if visits := ALL_VISITS.search(clause):
        context = replace(context, counted=visits[1])
    compared = COMPARED_ONLY.search(clause)
    if compared:
        return replace(context, base=compared["base"].strip())
    years = YEAR.findall(BECAUSE.sub("", COMPARISON.sub("", clause)))
    return replace(context, year=int(years[-1])) if years else context


def read_clause(clause: str, context: Context, sentence: str) -> Iterator[tuple[Statement | None, Context]]:
    """The statements of one clause, each with the context that holds after it."""
    end = 0
    for found in AMOUNT.finditer(clause):
        after = clause[found.end() :]
        if THRESHOLD.match(after):
            continue
        before = clause[end : found.start()]
        end = found.end()
        statement, context = read_amount(before, found, after, context, sentence)
        yield statement, context
    if end == 0 and STEADY.search(clause) and context.subject and not context.is_lost:
        yield steady(clause, context, sentence), context


def read_amount(before: str, found: re.Match[str], after: str, context: Context, sentence: str) -> tuple[Statement | None, Context]:
    """One amount with the words before it: first a rate or share, then a change, else a plain amount."""
    quantity = Quantity(Decimal(found[1].replace(",", "").replace("−", "-")), spell_unit(found[2]))
    value = found[0].strip()
    head = before
    make = StatementMaker(value, quantity, sentence.strip(), context)
    if quantity.unit == "%" and context.met and head == "的":
        return make.make(context.subject, "完成率", base=context.met), replace(context, met="")
    if quantity.is_money and (met := MET_AMOUNT.fullmatch(head)) and after.startswith("的") and not context.is_lost:
        return None, replace(context, met=met["base"])
    if quantity.unit == "%":
        for pattern, measure in ((SHARE, "占比"), (COMPLETION, "完成率")):
            match = pattern.search(head)
            if match:
                statement = make.rate(measure, match)
                # “收入完成年初预算的…；支出完成年初预算的…，比年初预算增加…”: the change is of what the rate was told of
                return statement, replace(context, subject=statement.subject) if statement and pattern is COMPLETION else context
    earlier = OF_YEAR_BEFORE.fullmatch(head) or (AGAINST_AMOUNT.fullmatch(head) if CHANGED.match(after) else None)
    if quantity.is_money and earlier:
        return None, replace(context, base=earlier["base"], subject=clean_subject(earlier["subject"]) or context.subject)
    change = CHANGE.match(head)
    if change and (quantity.unit == "%" or quantity.is_money):
        statement = make.change(change)
        return statement, replace(context, subject=statement.subject, base=statement.base or context.base) if statement else context
    return make.amount(head, after)


@dataclass(frozen=True, slots=True)
class StatementMaker:
    """One amount in its context; each method makes the statement of one kind."""

    value: str
    quantity: Quantity
    sentence: str
    context: Context

    def make(self, subject: str, measure: str, **more: str | None) -> Statement | None:
        """The statement, or None where nothing says what it is of."""
        if not subject:
            return None
        fields = {"direction": None, "base": None, "aspect": "", **more}
        return Statement(
            section=0, subject=subject, measure=measure, value=self.value, quantity=self.quantity, sentence=self.sentence, place=Place(),
            year=self.context.year, direction=fields["direction"], base=fields["base"] or None, aspect=fields["aspect"] or "",
        )  # fmt: skip

    def rate(self, measure: str, match: re.Match[str]) -> Statement | None:
        """A share of a total, or the rate at which a budget was met."""
        base = clean_subject(match["base"]) or self.context.total
        own = split_aspect(clean_subject(self.sentence_head(match)))[0]
        subject = own or ("" if self.context.is_lost else self.context.subject)
        return self.make(subject, measure, base=base or None)

    def sentence_head(self, match: re.Match[str]) -> str:
        """What stands before the share or completion word within the clause."""
        return match.string[: match.start()]

    def change(self, match: re.Match[str]) -> Statement | None:
        """An increase or decrease against a base, as an amount or a rate."""
        head, base = match["head"], self.context.base
        compared = COMPARED.search(head)
        if compared:
            head, base = compared["subject"], compared["base"]
        own = split_aspect(clean_subject(head))[0]
        subject = own or ("" if self.context.is_lost else self.context.subject)
        measure = "增减率" if self.quantity.unit == "%" else "增减额"
        return self.make(subject, measure, direction=CHANGE_WORDS[match["word"]], base=base or None)

    def is_rate_after_score(self) -> bool:
        """Whether a rate without a name follows a score: it is not of what was scored."""
        return self.quantity.unit == "%" and bool(IS_SCORE.search(self.context.counted))

    def amount(self, head: str, after: str) -> tuple[Statement | None, Context]:
        """A plain amount or count; it becomes the subject that later clauses speak of."""
        name = clean_subject(head)
        subject, aspect = split_aspect(name)
        noun = NOUN_AFTER.match(after)
        is_inside = (self.context.is_inside and not re.search(r"[）)]", head)) or bool(OPEN_BRACKET.search(head))
        if not is_inside and self.context.around:
            return replace(self, context=replace(self.context, counted=self.context.around, around="")).amount(head, after)
        if self.quantity.is_money and self.context.counted and SPENT_ON_IT.fullmatch(name):
            subject, aspect = self.context.counted, ""
        elif noun and not self.quantity.is_money and (not subject or COUNTED_NOUN.match(after)):
            subject = noun[1]
        elif not name and not self.quantity.is_money and self.context.counted and not self.is_rate_after_score():
            subject = self.context.counted
        elif (not subject and aspect and not self.context.is_lost) or (not name and self.quantity.is_money and self.context.is_named):
            subject = self.context.subject
        if aspect.startswith("支出") and name == aspect and subject in ("", "收入"):
            subject = "支出"  # “收入预算……；支出预算……”: the other side
        if subject in OF_BODY and aspect[: len("支出")] in ("支出", "收入"):
            subject = aspect[: len("支出")]  # “部门支出预算……”
        if not subject:
            return None, replace(self.context, is_lost=True)
        if is_inside and ACCOUNT_ALONE.fullmatch(subject):
            subject = f"{self.context.subject}{subject}"
        measure = "金额" if self.quantity.is_money else "比率" if self.quantity.unit == "%" else "数量"
        statement = self.make(subject, measure, aspect=aspect, base=self.context.total if self.context.total != subject else None)
        if not self.quantity.is_money:
            around = self.context.around or self.context.counted if is_inside else ""
            return statement, replace(self.context, counted=subject, around=around)
        return statement, self.context if is_inside else replace(self.context, subject=subject, is_lost=False, is_named=False, counted="")


def steady(clause: str, context: Context, sentence: str) -> Statement | None:
    """A change of nothing: the sentence says that the subject's amount stayed as it was."""
    maker = StatementMaker("持平", Quantity(Decimal(0), "万元"), sentence.strip(), context)
    own = COMPARED.search(clause.rstrip("，。；、"))
    subject = split_aspect(clean_subject(own["subject"]))[0] if own else ""
    return maker.make(subject or context.subject, "增减额", direction="持平", base=context.base or None)


def spell_unit(unit: str) -> str:
    """The unit in its standard spelling."""
    return UNIT_SPELLINGS.get(unit, "%" if unit in "%％" else unit)


def clean_subject(text: str) -> str:
    """The name in the words before an amount: what follows the last year, without lead-ins, copulas and quotation marks."""
    own = NAMED_BEFORE_YEAR.fullmatch(text.strip())
    text = LEAD_NUMBER.sub("", f"{own['name']}{own['aspect']}" if own else YEAR_CUT.split(text)[-1].strip())
    text = HEAD_WORDS.sub("", re.sub(r"[\s“”\"*]+", "", text))
    return PAID_BY.sub("", PRONOUN.sub("", TAIL_WORDS.sub("", text).strip("'，。；、：:（(")))


def split_aspect(name: str) -> tuple[str, str]:
    """A name such as 机关运行经费支出预算 as (机关运行经费, 支出预算); a name whose own word is 预算 stays whole."""
    if KEPT_WHOLE.search(name):
        return name, ""
    if spent := BUDGET_OF_COST.fullmatch(name):
        return spent[1], "支出预算"
    for aspect in ASPECTS:
        if name.endswith(aspect) and not (aspect[:2] == "支出" and HALF_A_NAME.fullmatch(f"{name[: -len(aspect)]}支出")):
            return name[: -len(aspect)].rstrip("的"), aspect
    return name, ""
