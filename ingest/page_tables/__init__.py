"""The tables of PDF pages: grids from ruling lines, and where there are few or none, from words that stand under one another."""
