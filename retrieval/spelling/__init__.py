"""Questions, labels and names in one spelling: folded, reworded, slips mended, and the words that every question is made of."""
