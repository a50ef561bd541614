"""What a document is: whose, of which fiscal year, budget or final account, department or unit. From its text alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.blocks import Block, Grid, Line
from ingest.document import DocumentInfo
from ingest.identity.organization_names import ORGANIZATION, OWN_LEVEL, read_region
from ingest.outline.headings import read_numbering

CONTENTS = re.compile(r"目[录錄次]")
CAPTION = re.compile(
    r"(?:预算主管部门|主管部门|公开部门|编制部门|部门名称|填报部门|部门[(]单位[)]名称|部门|预算单位|编制单位|填报单位|公开单位|单位名称|单位)[:：]"
    r"([^:：]{4,50}?)(?=公开|金额|单位[:：]|20\d\d|预算\d|批复|$|\s)"
)
COVER_DATE = re.compile(r"20\d\d年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$")
YEAR = re.compile(r"(20\d\d)(?:年度?|-20\d\d学?年度?)")
CHINESE_YEAR = re.compile(r"二[〇○零O0]([一二三四五六七八九〇○零])([一二三四五六七八九〇○零])(?=年)")
FISCAL = re.compile(r"(20\d\d)年度?(?=$|[^，。]{0,60}(?:预算|决算|收支|财政拨款|项目支出|绩效))")
KIND = re.compile(r"预算|决算")
TITLE = re.compile(r"(?:部门|单位|年度?|[(]本级[)]|本级|公开).{0,14}(?:预算|决算)|(?:预算|决算)(?:公开|说明|报告|信息|书|编制)")
TITLE_NOISE = re.compile(
    r"(?:20\d\d年?度?|(?:区|市|县|省|镇|乡)级(?=部门|单位|预算|决算)|部门|单位|财政|综合)*(?:预算|决算)(?:信息)?(?:公开|说明|情况|报告|编制|草案|书|表|及|[(].*?[)])*.*$"
)
PART_TITLE = re.compile(r"^第[一1]部分(.+?)(?:部门|单位)?(?:基本)?(?:概况|情况|简介)$")
BARE_OVERVIEW = re.compile(r"^(.+?)(?:[(](?:部门|单位|本级)[)])?(?:部门|单位)?(?:基本)?(?:概况|主要职[能责])$")
DESCRIBED = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]+[)、.])?([^，。；：:、]{4,40}?)(?:[(]以下简称[^()]*[)])?"
    r"(?:是(?=.{0,40}(?:部门|机构|机关|单位))|的?主要职[能责](?:是|为|:|如下))"
)
NO_OWN_NAME = re.compile(r"根据|按照|本|我|所属|下属|\d")
DEPARTMENT_WORDS = re.compile(r"部门(?:预算|决算|收支|收入|支出|整体)|[我本]部门")
UNIT_WORDS = re.compile(r"(?<!所属)(?<!下属)(?<!预算)(?<!各)单位(?:预算|决算|收支)(?!单位)|[我本]单位")
FRONT_LINES = 12
TITLE_LINES = 6
SHORT_LINE = 45
TITLE_WEIGHT = 6
FEWEST_BUDGET_LINES = 2


def identify_document(blocks: Sequence[Block], file_name: str) -> DocumentInfo:
    """What the printed text says the document is; what it does not say stays None. `id` and `aliases` are filled by the composer."""
    lines = [text for text in map(_fold, _texts(blocks)) if text]
    short = [line for line in lines if len(line) <= SHORT_LINE and not line.endswith("。")]
    title = _find_title(lines)
    organization = _find_organization(lines, title)
    if not title and (organization is None or sum(bool(KIND.search(line)) for line in short) < FEWEST_BUDGET_LINES):
        return DocumentInfo(id="", file_name=file_name, title=_first_line(blocks))
    region, level = read_region(organization) if organization else (None, None)
    year, kind, scope = _find_year(title, short), _find_kind(title, short), _find_scope(title, lines, organization)
    plain = _widen_brackets(OWN_LEVEL.sub("", organization)) if organization else None
    made_title = f"{plain or ''}{f'{year}年' if year else ''}{scope or ''}{kind or ''}"
    return DocumentInfo(
        id="", file_name=file_name, title=_once(_widen_brackets(title)) or made_title, organization=plain,
        region=region, level=level, year=year, kind=kind, scope=scope,
    )  # fmt: skip


def _texts(blocks: Sequence[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from _caption_cells(block)


def _caption_cells(grid: Grid) -> Iterable[str]:
    """The first row's cells, where some tables carry their department; a label and its value may stand in two cells."""
    texts = [cell.text for cell in grid.rows[0] if cell is not None and cell.text] if grid.rows else []
    if len(texts) == 2 and "名称" in texts[0] and len(texts[0]) <= 10:
        yield f"{texts[0].rstrip('：:')}：{texts[1]}"
    yield from (text for text in texts if "：" in text or ":" in text)


def _fold(text: str) -> str:
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return CHINESE_YEAR.sub(lambda found: "20" + "".join(_digit(numeral) for numeral in found.groups()), folded)


def _digit(numeral: str) -> str:
    return str("〇一二三四五六七八九".find(numeral)) if numeral in "一二三四五六七八九" else "0"


def _widen_brackets(text: str) -> str:
    return re.sub(r"\(([^()]*[^\x00-\x7f][^()]*)\)", r"（\1）", text)


def _first_line(blocks: Sequence[Block]) -> str:
    return next((block.text.strip()[:60] for block in blocks if isinstance(block, Line) and block.text.strip()), "")


def _once(title: str) -> str:
    """A title that two pages print one after the other, said once."""
    half = title[: len(title) // 2]
    return half if half and title == half * 2 else title


def _find_title(lines: Sequence[str]) -> str:
    """The cover's lines joined, up to the contents, the first part or the date."""
    front: list[str] = []
    for line in lines[:FRONT_LINES]:
        if CONTENTS.fullmatch(line) or read_numbering(line) or line.endswith("。") or len(line) > SHORT_LINE or CAPTION.match(line):
            break
        if line.endswith("表") and TITLE.search("".join(front)):
            break
        if not COVER_DATE.search(line):
            front.append(line)
    joined = "".join(front[:TITLE_LINES])
    if not TITLE.search(joined):
        return ""
    # A year torn out of its line by its font stands alone behind it.
    torn = re.fullmatch(r"(.*?)(年度?.*(?:预算|决算).*?)(20\d\d)", joined)
    return torn.group(1) + torn.group(3) + torn.group(2) if torn else joined


def _find_organization(lines: Sequence[str], title: str) -> str | None:
    names: Counter[str] = Counter()
    for line in lines:
        for found in CAPTION.finditer(line):
            names[found.group(1)] += 1
    names = Counter({name: min(count, TITLE_WEIGHT - 1) for name, count in names.items()})
    names[_name_in_title(title)] += TITLE_WEIGHT
    for name in _names_in_headings(lines):
        names[name] += 3
    known = Counter({name: count for name, count in names.items() if ORGANIZATION.match(OWN_LEVEL.sub("", name))})
    if not known:
        return _name_in_sentence(lines)
    best = known.most_common(1)[0][0]
    # A short form gives way to the full name that ends with it.
    return max((name for name in known if name.endswith(best)), key=len)


def _name_in_sentence(lines: Sequence[str]) -> str | None:
    """Who the first sentence on the body's standing or its duties speaks of (“甲县水利局是县人民政府工作部门”)."""
    found = (said for line in lines if (said := DESCRIBED.match(line)) and not NO_OWN_NAME.search(said.group(1)))
    name = next((said.group(1) for said in found), None)
    return name if name and ORGANIZATION.match(name) and read_region(name)[0] else None


def _name_in_title(title: str) -> str:
    # 2024年部门预算 may stand on the line above the name.
    rest = re.sub(r"^20\d\d年?度?(?:(?:部门|单位)(?:预算|决算)(?:公开)?(?=..))?", "", title)
    return TITLE_NOISE.sub("", rest)


def _names_in_headings(lines: Sequence[str]) -> Iterable[str]:
    for index, line in enumerate(lines):
        joined = line + lines[index + 1] if re.fullmatch(r"第[一1]部分", line) and index + 1 < len(lines) else line
        found = PART_TITLE.match(joined)
        if found is None and len(joined) <= SHORT_LINE and read_numbering(joined) is None:
            found = BARE_OVERVIEW.match(joined)
        if found:
            yield found.group(1)


def _find_year(title: str, short: Sequence[str]) -> int | None:
    years: Counter[int] = Counter()
    for found in YEAR.finditer(title):
        years[int(found.group(1))] += 1000
    for line in short:
        if not COVER_DATE.search(line):
            years.update(int(year) for year in FISCAL.findall(line))
    return years.most_common(1)[0][0] if years else None


def _find_kind(title: str, short: Sequence[str]) -> str | None:
    printed: set[str] = set(KIND.findall(title))
    if len(printed) == 1:
        return printed.pop()
    counts = Counter(kind for line in short for kind in set(KIND.findall(line)))
    # Final accounts speak of the budget on every page, budgets hardly of final accounts.
    if counts["决算"] >= FEWEST_BUDGET_LINES and 2 * counts["决算"] >= counts["预算"]:
        return "决算"
    return "预算" if counts["预算"] else None


def _find_scope(title: str, lines: Sequence[str], organization: str | None) -> str | None:
    printed: set[str] = set(re.findall(r"(部门|单位)(?=.{0,6}(?:预算|决算))", title))
    if len(printed) == 1:
        return printed.pop()
    if organization and re.search(r"[（(]?本级[）)]?$", organization):
        return "单位"
    department = sum(len(DEPARTMENT_WORDS.findall(line)) for line in lines)
    unit = sum(len(UNIT_WORDS.findall(line)) for line in lines)
    if department == unit:
        return None
    return "部门" if department > unit else "单位"
