"""Lines to paragraphs under headings, and sections to passages; what printing adds is dropped."""
