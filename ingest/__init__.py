"""Reads: a published file becomes a Document of sections, tables, figures, statements and chunks."""
