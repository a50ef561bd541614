"""The command that shows the ledger of checks (勾稽): what was read, which sums close, what disagrees, what was left unread."""

from __future__ import annotations

import typer

from app.checks.check_ledger import check_ledger
from app.commands.cli_screen import print_json, print_ledger
from app.commands.cli_session import DocumentOption, HomeOption, JsonOption, chosen_documents, open_knowledge_base, session_settings
from app.exports.export_checks import check_records


def checks(context: typer.Context, document: DocumentOption = None, as_json: JsonOption = False, home: HomeOption = None) -> None:
    """Show the ledger, or every check as JSON."""
    knowledge_base = open_knowledge_base(session_settings(context, home))
    documents = chosen_documents(knowledge_base, document)
    if as_json:
        print_json([record for one in documents for record in check_records(one, knowledge_base.document)])
        return
    for one in documents:
        print_ledger(one.info, check_ledger(one, knowledge_base.document))
