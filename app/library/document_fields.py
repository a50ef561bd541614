"""What staff may correct about a document, with the rule and the Chinese words of each field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from ingest.document import DocumentInfo
from ingest.identity.name_organization import name_aliases
from ingest.identity.organization_names import read_region

EARLIEST_YEAR, LATEST_YEAR = 1990, 2100


class FieldError(ValueError):
    """A correction that cannot be right; `str(error)` is the Chinese message a user sees."""


def _year(text: str) -> int:
    digits = text.removesuffix("度").removesuffix("年")
    if not re.fullmatch(r"\d{4}", digits) or not EARLIEST_YEAR <= int(digits) <= LATEST_YEAR:
        raise FieldError("要写四位数的年份，例如 2024")
    return int(digits)


def _one_of(*allowed: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if text not in allowed:
            raise FieldError(f"只能写{'或'.join(f'“{word}”' for word in allowed)}")
        return text

    return check


def _url(text: str) -> str:
    if not re.match(r"https?://\S+$", text):
        raise FieldError("要写以 http:// 或 https:// 开头的网址")
    return text


def _published(text: str) -> str:
    parts = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", text)
    try:
        return date(*map(int, parts.groups())).isoformat() if parts else date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise FieldError("要写日期，例如 2024-02-08") from error


@dataclass(frozen=True, slots=True)
class DocumentField:
    """One correctable field: its name in DocumentInfo, its Chinese names and the rule that reads it."""

    name: str
    chinese: tuple[str, ...]
    read: Callable[[str], str | int]


FIELDS = (
    DocumentField("organization", ("单位名称", "部门名称", "单位", "部门"), str),
    DocumentField("year", ("年份", "年度"), _year),
    DocumentField("kind", ("类别",), _one_of("预算", "决算")),
    DocumentField("scope", ("范围",), _one_of("部门", "单位")),
    DocumentField("url", ("网址",), _url),
    DocumentField("published", ("公布日期", "发布日期"), _published),
    DocumentField("supersedes", ("取代",), str),
)


def read_fields(written: Mapping[str, str | None]) -> dict[str, str | int]:
    """The corrections that are written (an empty one is none), each in its own type; FieldError names the field that is wrong."""
    found: dict[str, str | int] = {}
    for field in FIELDS:
        text = (written.get(field.name) or "").strip()
        if not text:
            continue
        try:
            found[field.name] = field.read(text)
        except FieldError as error:
            raise FieldError(f"“{field.chinese[0]}”写的是“{text}”：{error}") from error
    return found


def correct_info(info: DocumentInfo, corrections: Mapping[str, str | int]) -> DocumentInfo:
    """The identity with the corrections; another organisation brings its own region and short forms."""
    corrected = replace(info, **corrections)  # type: ignore[arg-type]
    if not corrected.organization or corrected.organization == info.organization:
        return corrected
    region, level = read_region(corrected.organization)
    return replace(corrected, region=region, level=level, aliases=name_aliases(corrected.organization, region))


def changed_fields(before: DocumentInfo, after: DocumentInfo) -> dict[str, Any]:
    """What must be written to turn one identity into the other."""
    return {field.name: getattr(after, field.name) for field in fields(after) if getattr(after, field.name) != getattr(before, field.name)}
