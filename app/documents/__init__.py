"""Which documents a question is of: one is chosen, several are asked back about, none is an honest no."""
