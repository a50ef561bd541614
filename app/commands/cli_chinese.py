"""Typer's own words in Chinese: its help pages and what it says to a wrong call."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

OPTIONS_METAVAR = "[选项]"
COMMANDS_METAVAR = "命令 [参数]…"
RICH_WORDS = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
    "ERRORS_PANEL_TITLE": "用法有误",
    "ABORTED_TEXT": "已中止。",
    "DEFAULT_STRING": "[默认：{}]",
    "ENVVAR_STRING": "[环境变量：{}]",
    "REQUIRED_LONG_STRING": "[必填]",
    "RICH_HELP": "用 [blue]{command_path} {help_option}[/] 查看说明。",
}
KIND_OF_PARAMETER = {"argument": "参数", "option": "选项", "parameter": "参数"}
ERRORS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"Missing (argument|option|parameter) ?(.*?)\.?", lambda m: f"缺少{KIND_OF_PARAMETER[m[1]]} {m[2]}"),
    (r"Missing command\.", lambda _: "缺少命令"),
    (r"No such command (.+?)\.? Did you mean (.+)\?", lambda m: f"没有命令 {m[1]}；是不是要用 {m[2]}？"),
    (r"No such command (.+?)\.", lambda m: f"没有命令 {m[1]}"),
    (r"No such option: (\S+) \(Possible options: (.+)\)", lambda m: f"没有选项 {m[1]}；是不是要用 {m[2]}？"),
    (r"No such option: (\S+)", lambda m: f"没有选项 {m[1]}"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", lambda m: f"多出了参数 {m[1]}；含空格的内容请用引号括起来"),
    (r"Option (\S+) requires an argument\.", lambda m: f"选项 {m[1]} 后面要写内容"),
    (r"Option (\S+) does not take a value\.", lambda m: f"选项 {m[1]} 后面不要写内容"),
    (r"Invalid value for (.+?): (.*)", lambda m: f"{m[1]} 的值不对：{_invalid(m[2])}"),
)
INVALID_VALUES = (
    (r".*(?:is|Input should be) (?:not )?(?:a )?valid (?:int|integer).*", "要写整数"),
    (r".*(?:greater than|less than|range).*", "超出允许的范围"),
    (r".*is not one of (.+?)\.?", r"只能是 \1 之一"),
    (r".*Input should be (.+)", r"只能是 \1 之一"),
)


def _invalid(message: str) -> str:
    for pattern, chinese in INVALID_VALUES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return found.expand(chinese)
    return message


def error_in_chinese(message: str) -> str:
    """What typer says to a wrong call, in Chinese where it is known."""
    for pattern, chinese in ERRORS:
        found = re.fullmatch(pattern, message.strip(), re.DOTALL)
        if found:
            return chinese(found)
    return message


def _usage_in_chinese(usage: str) -> str:
    return usage.replace("Usage: ", "用法：", 1)


def _params_in_chinese(params: list[Any]) -> list[Any]:
    """Without Python's type names: a flag takes no value, and an argument's name says what it is."""
    for param in params:
        if param.name == "help":
            param.help = "显示这份说明"
        if getattr(param, "is_flag", False):
            param.metavar = ""
        elif param.param_type_name == "argument":
            param.display_type_rich = lambda ctx: None  # noqa: ARG005  # typer's signature
    return params


class ChineseCommand(TyperCommand):
    """A command whose usage line and help option are Chinese."""

    def get_usage(self, ctx: Any) -> str:
        """The usage line in Chinese."""
        return _usage_in_chinese(super().get_usage(ctx))

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters without English words."""
        return _params_in_chinese(super().get_params(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The page with Chinese headings."""
        _draw_in_chinese()
        super().format_help(ctx, formatter)


class ChineseGroup(TyperGroup):
    """A group of commands whose usage line and help option are Chinese."""

    def get_usage(self, ctx: Any) -> str:
        """The usage line in Chinese."""
        return _usage_in_chinese(super().get_usage(ctx))

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters without English words."""
        return _params_in_chinese(super().get_params(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The page with Chinese headings."""
        _draw_in_chinese()
        super().format_help(ctx, formatter)


def chinese_typer(group: type[TyperGroup] = ChineseGroup, **settings: Any) -> typer.Typer:
    """A Typer whose pages are Chinese."""
    return typer.Typer(
        cls=group,
        add_completion=False,
        options_metavar=OPTIONS_METAVAR,
        subcommand_metavar=COMMANDS_METAVAR,
        context_settings={"help_option_names": ["--help", "-h"]},
        pretty_exceptions_enable=False,
        **settings,
    )


def _draw_in_chinese() -> None:
    from typer import rich_utils  # here: only pages of help need it, and what it loads costs a tenth of a start

    for name, words in RICH_WORDS.items():
        setattr(rich_utils, name, words)
