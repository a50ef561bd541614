"""Answers that take more than one look-up: parts, both accounts, ranked accounts, years and bodies set in relation."""
