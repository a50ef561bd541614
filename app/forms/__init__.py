"""Rows of the forms that list things one by one, found by the words of a question and told with their cells."""
