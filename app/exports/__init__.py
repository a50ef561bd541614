"""Answers, tables and checks as files and charts."""
