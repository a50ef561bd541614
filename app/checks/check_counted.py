"""Whether an answer tells another number of projects than the question counts, no money where money is asked, or an average of nothing."""

from __future__ import annotations

from app.answer import Answer
from app.checks.check_measure import PRINTED
from app.prose.find_whole_change import is_of_parts
from ingest import late_re as re
from ingest.outline.headings import numeral_value
from ingest.quantity import YUAN_PER_UNIT
from retrieval.spelling.label_key import fold, is_total, label_key

NUMBER = r"(?P<count>\d{1,3}|[两二三四五六七八九十]{1,3})"
PROJECTS_ADDED = re.compile(
    rf"(?<![第前后\d]){NUMBER}个(?:重点|专项|支出|一级|二级|预算)*项目(?:支出|资金|经费|预算)*"
    r"(?:一共|总共|合计|共计|加起来|总计|总额|总|全部|共|加一起)*(?:是|花|用|要|安排|有|了|为)*(?:多少|几)?(?:钱|万元|元|资金|经费)*[?。]?$"
)
MONEY_ASKED = re.compile(
    r"(?:资金|经费|费用|补助|补贴|金额)[?？。]?$"
    r"|花了?多少[?？。]?$|(?:多少|(?<![的这那])几)(?:个)?(?:钱|亿元|万元|元|块)|(?:多少|几)万(?=[?。,;]|$)"
)
MONEY_TOLD = re.compile(r"\d\**\s*[万亿千百]*元|\d\**(?:万|亿)(?![一-鿿])")
NOTHING_TOLD = re.compile(r"没有|未安排|未发生|无|(?<![\d.])0(?:\.0+)?(?![\d.])")
PER_HEAD = re.compile(r"^(?:计算：)?0(?:\.0+)?\s*[万亿]?元?\s*÷", re.MULTILINE)
HOW_MANY = re.compile(r"(?:几|多少)个?(?:重点|专项)?项目|项目(?:有|是)?(?:几|多少)个")
PROJECTS_ASKED = re.compile(
    r"(?:哪些|什么|几个|最[大多高贵小少低])[^,;?指标]{0,4}项目(?![^,;?]{0,6}(?:指标|目标))|项目(?:都)?有(?:哪些|什么)|项目[^,;?指标]{0,4}最"
)
FORM = re.compile(r"绩效|目标|自评")
SCORE_TOLD = re.compile(r"得分|评分")
SCORE_ASKED = re.compile(r"分|评|绩效|得|优|等级|权重|考核|指标")
OF_ITSELF = re.compile(r"([\d,.]+)(?:[万亿]?元)? ÷ \1(?![\d.])")  # the share of an amount in itself
COUNT_NAMED = re.compile(r"(?:车辆?|批次|设备|人员?)数(?:量)?[?？。]?$")
PERSONS_HOW_MANY = re.compile(
    r"^[^,;?。]*(?:(?:多少|几)(?:个)?(?:人|名)|(?:对象|人员|职工|干部|学生|老人)(?:一共|总共|共)?有多少)[?？。]?$"
)
COUNTED_ASKED = re.compile(r"(?:多少|几)(?:对|架次|公里|公顷|棵|株|头|只|座|处)(?!均)(?=$|[?。,;])")
BUILT_ASKED = re.compile(  # how much of a thing is made, by its measure
    r"(?:建|修|种|造|治理|改造|改建|整治|新增|培育|培训|发放|补贴|服务|帮扶|救助|检测|监测)(?:设|成|好|完|了)?(?:多少|几)个?"
    r"(?!(?:万|亿)?元|(?:万|亿)(?=$|[?,;])|钱|资金|经费|款|费用|预算|投资|支出|补助|补贴)[一-鿿]{2}"
)
WORTH = re.compile(r"(\d+)万元?(?:以上|及以上|\(含\)以上)")  # the equipment of which worth is counted
POSTS_ASKED = re.compile(r"编制(?:人|总)?数?(?:是|有|共)*(?:多少|几)(?!个?单位|家)")
POSTS_TOLD = re.compile(r"编制?(?!范围)(?:人员|人|总)*(?:数|额)?(?:共|有|为|是|核定|：|:)*\d|\d+[名人个][^，。；\d]{0,4}编制")
PERSONS_ASKED = re.compile(
    r"(?<!新增)(?<!增加)(?<!减少)(?:退休|在职|离休|编外|聘用|在编)(?:人员|职工|干部)?(?:人数)?(?:是|有|共)*(?:多少|几)(?!钱|费)"
)
JOINED_OR_LEFT = re.compile(r"(?:新增|增加|减少|新招|调出|调入|去世)[^，。；\d]{0,8}\d+[名人]")
PERSONS_TOLD = re.compile(r"\d+[名人]")
OTHER_SCOPES = re.compile(r"^(?:其他口径|口径|注意)：.*$", re.MULTILINE)
USE_ASKED = re.compile(r"(?:花|用)(?:到|在|去|于)?了?哪(?:里|儿|去|些方面|些地方)|(?:花|用)(?:在|到)(?:了)?什么(?:地方|上面|上)|做什么用")
USE_TOLD = re.compile(r"用于|用在|主要|包括|保障")
THREE, PART_NAMED = re.compile(r"三公"), re.compile(r"哪|接待|公车|用车|出国|出境|会议|培训|其中|各|分别")
HEADING_ALONE = re.compile(r"^> (?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?)?[^，；。：\d]{2,20}(?:分析|情况|说明|问题)。?$")
CHANGE_ASKED, PARTS_SAID = re.compile(r"[比较增减]|多[少了]|变化"), "只写明其中各项"
SPOKEN_OF = (  # what a quotation must speak of that tells an amount of it
    (re.compile(r"养车|(?:公车|用车|车辆|车)的?(?:运行|维护|保养)"), re.compile(r"运行|运维|维护|维修|燃油|保险")),
    (re.compile(r"(?:买|购置?)(?:公|新)?车|(?:公车|用车|车辆)购置(?!及|和|、|与)"), re.compile(r"购|更新|添置")),
    (re.compile(r"接待|请客|招待|吃喝|吃饭"), re.compile(r"接待|招待")),
    (re.compile(r"出国|出境|境外"), re.compile(r"出国|出境|境外|出访")),
)
OF_INDICATORS = re.compile(r"下设\d+项指标")
GLOSSARY_SAID = re.compile(r"的名词解释：|在“[^”]*名词解释[^”]*”中写明")
INITIAL_ASKED, INITIAL_SAID = re.compile(r"年初(?:的)?预算(?:数|安排)?(?:是|为|有|了)*(?:多少|几)"), re.compile(r"年初|预算")
WHY = re.compile(r"为什么|为何|为啥|原因|怎么")
LISTED = re.compile(r"共(\d+)项")
ADDENDS = re.compile(r"([^=\n]*\+[^=\n]*)=")


def tells_otherwise(answer: Answer, question: str) -> bool:
    """Whether the figures told by rule cannot be those that the question asks for."""
    text = fold(question)
    if answer.answered_by == "quote":
        return quotes_otherwise(answer, text)
    if answer.answered_by != "rule":
        return False
    if PER_HEAD.search(answer.calculation or "") or ("占" in text and OF_ITSELF.search(answer.calculation or "")):
        return True
    if USE_ASKED.search(text) and len(answer.values) == 1 and not USE_TOLD.search(answer.text):
        return True  # where it went is no amount
    if PERSONS_HOW_MANY.search(text) and MONEY_TOLD.search("".join(PRINTED.findall(answer.text))):
        return True  # “多少人” after what each of them gets
    is_counted = COUNT_NAMED.search(text) or COUNTED_ASKED.search(text) or BUILT_ASKED.search(text)
    if is_counted and answer.values and all(value.unit in YUAN_PER_UNIT for value in answer.values):
        return True
    worth, said = set(WORTH.findall(text)), {one for value in answer.values for one in WORTH.findall(fold(value.label))}
    is_worth = bool(answer.values) and all(value.unit in YUAN_PER_UNIT for value in answer.values)
    if worth and ((said and not worth & said) or (not said and is_worth and "设备" in text)):
        return True  # of other equipment, or what equipment is worth in all
    if HOW_MANY.search(text) and OF_INDICATORS.search(answer.text):
        return True
    is_of_projects = LISTED.search(answer.text) or any("项目" in value.label or value.unit == "个" for value in answer.values)
    if HOW_MANY.search(text) and answer.values and not is_of_projects:
        return True
    scores = [value.unit == "分" or bool(SCORE_TOLD.search(value.label)) for value in answer.values]
    if scores and all(scores) and not SCORE_ASKED.search(text):
        return True  # what a project cost is no score
    told = OTHER_SCOPES.sub("", answer.text)
    bold = "".join(PRINTED.findall(told)) if answer.values else told
    is_money = any(value.unit in YUAN_PER_UNIT for value in answer.values) or MONEY_TOLD.search(bold)
    if MONEY_ASKED.search(text) and answer.citations and not is_money and not NOTHING_TOLD.search(told):
        return True
    if (HOW_MANY.search(text) or PROJECTS_ASKED.search(text)) and LISTED.search(answer.text):
        tables = {one.table or "" for one in answer.citations}
        forms = {one.context for one in answer.citations if HOW_MANY.search(text) or FORM.search(one.table or "")} - {None}
        if len(forms) == 1 or any("部分" in table for table in tables):
            return True  # neither the rows of one project's form nor those of some projects are all of them
    counted = PROJECTS_ADDED.search(text)
    return counted is not None and tells_other_number(answer, numeral_value(counted["count"].replace("两", "二")) or 0)


def quotes_otherwise(answer: Answer, question: str) -> bool:
    """Whether what is quoted is a heading, of a part of what is asked, counts no posts, or only persons who came or went."""
    lines = [line for line in answer.text.splitlines() if line.startswith("> ") and len(line) > len("> ")]
    quoted = "".join(lines)
    if len(lines) == 1 and HEADING_ALONE.fullmatch(lines[0]):
        return True
    if USE_ASKED.search(question) and GLOSSARY_SAID.search(answer.text):
        return True  # what a word means is not where the money went
    if lines and INITIAL_ASKED.search(question) and not INITIAL_SAID.search(quoted):
        return True
    if HOW_MANY.search(question) and OF_INDICATORS.search(answer.text):
        return True
    is_of_whole = bool(THREE.search(question)) and not PART_NAMED.search(question)
    if is_of_whole and CHANGE_ASKED.search(question) and lines and all(map(is_of_parts, lines)) and PARTS_SAID not in answer.text:
        return True  # what one part changed by is not what all of them did
    is_of_amount = bool(lines) and not WHY.search(question) and (bool(CHANGE_ASKED.search(question)) or bool(MONEY_ASKED.search(question)))
    if is_of_amount and any(asked.search(question) and not said.search(answer.text) for asked, said in SPOKEN_OF):
        return True
    if POSTS_ASKED.search(question) and not answer.values and not POSTS_TOLD.search(quoted):
        return True
    asked = PERSONS_ASKED.search(question)
    return asked is not None and bool(JOINED_OR_LEFT.search(quoted)) and not PERSONS_TOLD.search(JOINED_OR_LEFT.sub("", quoted))


def tells_other_number(answer: Answer, count: int) -> bool:
    """Whether more or fewer amounts are told than there are projects, or one that is no total of a table and in no sentence."""
    if count < 2:
        return False
    if listed := LISTED.search(answer.text):
        return int(listed[1]) != count
    if added := ADDENDS.search(answer.calculation or ""):
        return added[1].count("+") + 1 != count
    if len(answer.values) > 1:
        return len(answer.values) != count
    first = answer.citations[0] if answer.citations else None
    return first is not None and bool(first.table) and not any(is_total(label_key(part)) for part in first.row)
