"""Which names of things a document prints a question means, as they stand, shortened or misspelt."""
