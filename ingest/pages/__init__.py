"""Pages as glyphs, ruling lines and words, drawn in a PDF or recognised in a picture."""
