"""One question to its answer: words, figures or an honest no, and the last resorts."""
