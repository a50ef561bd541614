"""What forms tell of targets and evaluations: indicators, goals, scores, what was not reached."""
