"""A body that no list of ours names (某省财政厅, 某某中学), told by its form where a question begins with it or sets it apart."""

from __future__ import annotations

from ingest import late_re as re

FOLLOWING = r"20\d\d|部门|单位|预算|决算|今年|去年|本年|三公|收入|支出|公务|机关运行|职责|$"
ENDINGS = (
    "厅|局|委员会|中学|小学|大学|学院|学校|幼儿园|医院|法院|检察院|研究院|研究所|设计院|集团|公司|协会|联合会|街道|办事处|管理处|总队|支队|总社"
)
NAME = re.compile(rf"(?:^|[,、;?!。:“\s])([一-鿿]{{2,16}}?(?:{ENDINGS}))(?=的?\s*(?:{FOLLOWING}))")
# 哪个局, 三个局, 本局, 我们局, 每家医院; 公立医院 and the like are accounts.
NO_NAME = re.compile(
    r"[哪各每几两三四五六七八九十本我你您贵这那某的是和与全]|所有|下属|所属|请问|公立|综合医院|专科医院|高等学校|职业学校|中小学|市直|县直|区直|购买"
)


def match_unlisted_name(question: str) -> tuple[tuple[int, int], ...]:
    """The spans of such names; empty where there is none."""
    return tuple(found.span(1) for found in NAME.finditer(question) if not NO_NAME.search(found[1]))
