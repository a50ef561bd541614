"""Fonts whose characters come out as something else than they look like: without a Unicode map, or with a wrong one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from ingest.pages.pdf_glyphs import Glyph

# fonts without a Unicode map come out as numbers, private characters or letters of foreign scripts
FOREIGN = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff\ufffd\u0100-\u02ff\u0400-\u1fff]")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# fewer different ones may be bullets and ticks of a symbol font
MIN_FOREIGN_KINDS = 8
MAX_FOREIGN_SHARE_OF_FONT = 0.5
# the five hundred most used characters make up 70 % of what a font prints in real documents, at most 15 % where its map is shifted
MIN_COMMON_SHARE = 0.38
MIN_CHINESE_KINDS = 60
MAX_TIMES = 10  # what every row of a long table repeats says nothing of the font
# some glyphs of a bad font on a page whose text is in another: a heading, an amount
MIN_SOUP_ON_PAGE = 3
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连"
    "断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
)

BIG5_FREQUENT = {bytes([lead]) for lead in range(0xA4, 0xC7)}


@dataclass
class FontUse:
    """What one font has printed: how many glyphs on which page, and which foreign and which Chinese characters how often."""

    pages: Counter[int] = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)
    chinese: Counter[str] = field(default_factory=Counter)

    def add(self, page: int, text: str, times: int) -> None:
        """Count a glyph that the page shows so many times."""
        self.pages[page] += times
        if FOREIGN.match(text):
            self.foreign[text] += times
        elif CHINESE.match(text):
            self.chinese[text[0]] += times

    @property
    def is_soup(self) -> bool:
        """Whether what comes out is not what is printed."""
        is_foreign = self.foreign.total() > MAX_FOREIGN_SHARE_OF_FONT * self.pages.total() and len(self.foreign) >= MIN_FOREIGN_KINDS
        return is_foreign or self._is_senseless

    @property
    def _is_senseless(self) -> bool:
        counts = {character: min(times, MAX_TIMES) for character, times in self.chinese.items()}
        common = sum(times for character, times in counts.items() if is_common(character))
        return len(counts) >= MIN_CHINESE_KINDS and common < MIN_COMMON_SHARE * sum(counts.values())


def add_uses(uses: dict[str, FontUse], page: int, glyphs: Iterable[Glyph]) -> None:
    """Count the visible glyphs of a page by font."""
    for (font, text), times in Counter((glyph.font, glyph.text) for glyph in glyphs if not glyph.text.isspace()).items():
        uses.setdefault(font, FontUse()).add(page, text, times)


def find_soup(uses: Iterable[FontUse]) -> Counter[int]:
    """The pages whose text cannot be trusted, with how many glyphs of theirs are of fonts that come out wrong."""
    found: Counter[int] = Counter()
    for use in uses:
        if use.is_soup:
            found += use.pages
    return Counter({page: count for page, count in found.items() if count >= MIN_SOUP_ON_PAGE})


@cache
def is_common(character: str) -> bool:
    """Whether the character is one of the most used, or a frequent traditional one."""
    return character in COMMON or (_encoded(character, "big5")[:1] in BIG5_FREQUENT and not _encoded(character, "gb2312"))


def _encoded(character: str, encoding: str) -> bytes:
    return character.encode(encoding, "ignore")
