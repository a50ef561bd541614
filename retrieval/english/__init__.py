"""Questions in English: their words and the names in them, put in Chinese by rule."""
