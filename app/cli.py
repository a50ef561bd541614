"""The command line: `mingzhang`, also `python -m app`."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer._click.exceptions import ClickException, UsageError

from app.commands import cli_ask, cli_checks, cli_figures, cli_library, cli_table
from app.commands import cli_wording as words
from app.commands.cli_chinese import OPTIONS_METAVAR, ChineseCommand, ChineseGroup, chinese_typer, error_in_chinese
from app.commands.cli_errors import error_in_words
from app.commands.cli_screen import complain
from app.commands.cli_session import CommandError, HomeOption
from app.library.spare_collector import spare_collector
from ingest.errors import IngestError
from retrieval.errors import KnowledgeBaseError

PROGRAM = "mingzhang"
LOG = logging.getLogger(__name__)
FAILED, MISUSED, INTERRUPTED = 1, 2, 130
# Packages above this one add their commands under this name; a command is a Typer of its own.
COMMANDS_OF_OTHERS = "mingzhang.commands"

COMMANDS = (
    ("ingest", cli_library.ingest),
    ("remove", cli_library.remove),
    ("ask", cli_ask.ask),
    ("batch", cli_ask.batch),
    ("search", cli_ask.search),
    ("figures", cli_figures.figures),
    ("table", cli_table.table),
    ("tables", cli_figures.tables),
    ("checks", cli_checks.checks),
    ("serve", cli_ask.serve),
    ("rebuild", cli_library.rebuild),
    ("adapt", cli_library.adapt),
    ("doctor", cli_library.doctor),
)


class OpenGroup(ChineseGroup):
    """The commands of this package, and those of others, which are looked for when no other command is meant."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name."""
        if cmd_name not in self.commands:
            self._find_others()
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: Any) -> list[str]:
        """All names, for the page of help."""
        self._find_others()
        return super().list_commands(ctx)

    def _find_others(self) -> None:
        from importlib.metadata import entry_points  # here: it looks through all that is installed

        for entry in entry_points(group=COMMANDS_OF_OTHERS):
            if entry.name not in self.commands:
                command = typer.main.get_command(entry.load())
                command.name = entry.name
                self.add_command(command)


command_line = chinese_typer(OpenGroup, help=words.PROGRAM)
command_line.add_typer(cli_library.documents, name="documents")
for _name, _function in COMMANDS:
    command_line.command(_name, cls=ChineseCommand, options_metavar=OPTIONS_METAVAR, help=words.HELP[_name])(_function)


@command_line.callback()
def remember_home(context: typer.Context, home: HomeOption = None) -> None:
    """Keep the home that is written before the command."""
    context.obj = home


def run(arguments: Sequence[str]) -> int:
    """Run one command; every error is a Chinese message on standard error and an exit status."""
    try:
        status: Any = command_line(args=list(arguments) or ["--help"], prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except UsageError as error:
        hint = f"（{PROGRAM} {' '.join(arguments[:1])} --help 查看用法）" if arguments and not arguments[0].startswith("-") else ""
        complain(f"用法有误：{error_in_chinese(error.format_message())}{hint}")
        return MISUSED
    except (CommandError, IngestError, KnowledgeBaseError, ClickException) as error:
        complain(error_in_words(error))
        return FAILED
    except BrokenPipeError:
        sys.stdout = None  # the reader has gone; Python would complain again when it flushes at exit
        return FAILED
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        LOG.debug("unexpected error", exc_info=True)
        complain(words.UNEXPECTED.format(kind=type(error).__name__, error=error))
        return FAILED


def main() -> None:
    """The entry point of the `mingzhang` command."""
    spare_collector()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))
