"""Measures: answers, figures and passages against what is known."""
