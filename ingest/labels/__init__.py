"""What printed lines and cells of tables say: titles, units, headers, codes, and the words that they are made of."""
