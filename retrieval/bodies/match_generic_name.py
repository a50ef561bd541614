"""Bodies called by their type alone: 局里, 街道办, 市局; a name where the library leaves no choice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ingest import late_re as re
from ingest.identity.organization_forms import is_zone
from retrieval.catalog import Body, Catalog, is_everyday_word

OWNER = r"(?:你们?|我们?|咱们?|贵|本|该|这个|这家|那个)"
BESIDE = r"“|[和与跟、][\u4e00-\u9fff]{1,8}局"
# What is said, and how the official name of a body of that type ends.
TYPES = tuple(
    (re.compile(said), re.compile(rf"(?:{ending})$"))
    for said, ending in (
        (rf"局里|局机关(?!运行|事业|服务|事务|工资|商品|资本|养老|基本养老|党|后勤|经费)|{OWNER}局(?!面|部|域|势)", "局"),
        (rf"街道办事处|街道办|{OWNER}街道|办事处|街道(?=的|里|今年|去年|20\d\d|机关|部门|收入|支出|预算|决算|三公|{BESIDE})", "街道办事处"),
        (rf"镇政府|镇里|{OWNER}镇", "镇人民政府"),
        (rf"乡政府|乡里|{OWNER}乡", "乡人民政府"),
        (rf"管委会|{OWNER}管委会", "管理委员会"),
        (rf"委里|{OWNER}委(?!托|员|派|办)", "委员会"),
        (rf"{OWNER}中心", "中心"),
        (rf"法院|{OWNER}院", "法院"),
        (rf"检察院|{OWNER}院", "检察院"),
    )
)
LEVEL_BUREAU = re.compile(r"(?<![城都闹集超地夜])(省|市|县|区)局(?!面|部|域|势|限)")
SHORTEST_FORM = 3
NOT_WHOLE = re.compile(r"建设|项目|工程|大厅|面积|窗口|采购|运行|免费")
UNIT_TAIL = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:街道|镇|乡|局)([\u4e00-\u9fff]{3,})$")
UNIT_ENDS = re.compile(r"$|[,?和与、]|20\d\d|的|今年|去年|预算|决算|一共|总共")


@dataclass(frozen=True, slots=True)
class GenericName:
    """A span that calls a body by its type, and the bodies it may mean."""

    start: int
    end: int
    bodies: tuple[int, ...]


def match_generic_name(question: str, catalog: Catalog) -> GenericName | None:
    """The one loaded body of the type that the question speaks of; nothing where there are several."""
    for said, ending in TYPES:
        match = said.search(question)
        fitting = _owners(catalog, ending) if match else ()
        if match and len(fitting) == 1:
            return GenericName(*match.span(), fitting)
    return _everyday_name(question, catalog)


def match_level_bureau(question: str, catalog: Catalog) -> tuple[GenericName, ...]:
    """市局, 县局: the bureaus of that level."""
    found = []
    for match in LEVEL_BUREAU.finditer(question):
        bodies = tuple(number for number in _owners(catalog, re.compile("局$")) if has_level(catalog.bodies[number], match[1]))
        found += [GenericName(*match.span(), bodies)] if bodies else []
    return tuple(found)


def has_level(body: Body, character: str) -> bool:
    """Whether a body may be of this level; a zone counts as a district."""
    return body.level in (None, character) or (character == "区" and bool(body.places) and is_zone(body.places[-1]))


def _everyday_name(question: str, catalog: Catalog) -> GenericName | None:
    for form, numbers in _everyday_forms(catalog).items():
        start = question.find(form)
        if start < 0:
            continue
        owners = tuple(number for number in numbers if catalog.bodies[number].documents)
        after = question[start + len(form) :]
        if len(owners) == 1 and not NOT_WHOLE.match(after):
            return GenericName(start, start + len(form), owners)
        if not owners and len(numbers) == 1 and UNIT_ENDS.match(after):
            return GenericName(start, start + len(form), numbers)
    return None


@lru_cache(maxsize=2)
def _everyday_forms(catalog: Catalog) -> dict[str, tuple[int, ...]]:
    """Forms that are everyday words as well (图书馆, a street's 便民服务中心), the longest first."""
    found = {form: numbers for form, numbers in catalog.body_forms.items() if len(form) >= SHORTEST_FORM and is_everyday_word(form)}
    for number, body in enumerate(catalog.bodies):
        if not body.documents and body.forms and (tail := UNIT_TAIL.match(body.forms[0])):
            found[tail[1]] = (*found.get(tail[1], ()), number)
    return {form: found[form] for form in sorted(found, key=len, reverse=True)}


@lru_cache(maxsize=256)
def _owners(catalog: Catalog, ending: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(number for number, body in enumerate(catalog.bodies) if body.documents and ending.search(body.name.split("（")[0]))
