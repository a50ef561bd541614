"""Passages by words and by meaning: keyword indexes, vectors and the models behind them."""
