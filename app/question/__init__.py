"""What a question asks, read from its words alone: its topic, its parts, its years, the measure in which it wants an answer."""
