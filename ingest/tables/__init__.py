"""Grids to the tables of a document: caption, continuations over pages, headers and merged cells made whole."""
