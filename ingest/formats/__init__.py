"""Files to lines and grids in reading order: one reader for each format, the doors to its library and what it needs to know."""
