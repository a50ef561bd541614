"""How an answer is worded and cited: its Chinese sentences, passages and quotes, the words that name a figure, exact arithmetic."""
