"""Turns of a dialogue: made whole from those before them, or computed from what was told."""
