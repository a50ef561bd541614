"""What a document is and whose: its body, year and kind, the names bodies are called by, and the files that belong together."""
