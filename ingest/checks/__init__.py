"""Whether the prints of one document, and of two, agree (勾稽): tables, prose, counts, rates and names held against each other."""
