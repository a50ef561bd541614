"""What of a web page is the document and what belongs to the site around it: menus, share buttons, footers, hidden parts."""

from __future__ import annotations

from datetime import date
from typing import Any

from ingest import late_re as re

SITE_TAGS = frozenset((
    "script", "style", "head", "noscript", "nav", "footer", "aside", "select", "button", "iframe", "object", "embed", "svg",
    "template", "textarea", "input", "audio", "video", "map",
))  # fmt: skip
BLOCK_TAGS = frozenset((
    "html", "body", "div", "p", "section", "article", "main", "header", "form", "fieldset", "center", "blockquote", "pre", "ul",
    "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "address", "figure", "figcaption", "details", "summary",
))  # fmt: skip
# Tags that lay out text, left over in text that was taken from a web page; every other tag is what its author wrote.
LAYOUT_TAG = re.compile(
    r"</?(?:p|br|div|span|font|b|strong|u|i|em|sub|sup|center|table|tr|td|th|h[1-6])\b[^<>]*>", re.IGNORECASE
)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SITE_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|footer|foot|sidebar|share|toolbar|topbar|copyright|pagination|search|banner)(?:$|[\s_-])",
    re.IGNORECASE,
)
SITE_LINE = re.compile(
    r"(?:【?(?:打印|关闭|收藏|分享|返回顶部|返回首页|关闭窗口|打印本页|我要纠错|大|中|小|字体|字号)】?[\s:：|丨\[\]【】]*)+|.*(?:ICP备|公网安备|网站标识码|版权所有|技术支持[:：]).*"
    r"|(?:您?(?:现在|当前)的?(?:所在)?位置|当前位置|首页\s*>|(?:上|下)一[篇页条][:：]|扫一扫|分享到[:：]|相关(?:链接|阅读|附件)[:：]?$|责任编辑[:：]|浏览(?:次数|量)[:：]).*"
    r"|.{0,60}(?:发布(?:日期|时间)|信息来源|(?<!资金)来源|点击数|阅读次数|浏览次数|成文日期|索引号)[:：].{0,80}"
)
# The meta data that the state's guide for government sites prescribes, else the line beside the title.
PUBLISHED_NAMES = ("PubDate", "publishdate", "publish_time", "article:published_time")
PUBLISHED = re.compile(r"(?:发布|公开|发文)(?:日期|时间)\s*[:：]?\s*(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})")
DAY = re.compile(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})")
LONGEST_SITE_LINE = 120
FEWEST_LINKS = 3
LINK_SHARE = 0.6


def is_of_site(element: Any) -> bool:
    """Whether an element, with all in it, is no part of the document."""
    if not isinstance(element.tag, str) or element.tag in SITE_TAGS:
        return True
    if element.get("hidden") is not None or HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    if element.tag in ("body", "html") or element.tag not in BLOCK_TAGS:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    if SITE_NAME.search(names) and element.find(".//table") is None:
        return True
    return _is_menu(element)


def read_published(root: Any) -> str | None:
    """The day (2024-02-18) on which the page says that it was published; None where it does not, or names no real day."""
    metas = {(one.get("name") or one.get("property") or "").lower(): one.get("content") or "" for one in root.iter("meta")}
    said = next((metas[name.lower()] for name in PUBLISHED_NAMES if metas.get(name.lower())), "")
    printed = PUBLISHED.search(re.sub(r"\s+", " ", root.text_content()))
    found = DAY.search(said) or (DAY.search(printed[1]) if printed else None)
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def is_site_line(text: str) -> bool:
    """Whether a line of text is the site's: where it was published, print and share buttons, the site's licence."""
    return len(text) <= LONGEST_SITE_LINE and SITE_LINE.fullmatch(text) is not None


def _is_menu(element: Any) -> bool:
    """Whether most of the text leads to other pages."""
    links = [link for link in element.iter("a") if not (link.get("href") or "#").startswith("#")]
    if len(links) < FEWEST_LINKS:
        return False
    linked = sum(len("".join(link.itertext()).strip()) for link in links)
    return linked > LINK_SHARE * len(re.sub(r"\s+", "", "".join(element.itertext())))
