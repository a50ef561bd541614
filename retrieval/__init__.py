"""Finds: a question becomes a Query, a Query becomes Evidence."""
