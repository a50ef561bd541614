"""Tasks to figures: the facts whose names are asked for, alone, row by row, unit by unit or added up."""
