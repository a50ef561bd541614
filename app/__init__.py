"""Answers: Evidence becomes an Answer that cites its cells, on the command line and on a page."""
