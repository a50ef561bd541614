"""Whether the prints of documents agree, and whether an answer tells what was asked and nothing else."""
