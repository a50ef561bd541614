"""What a knowledge base keeps: documents in SQL, their indexes, who may write, and the search over its passages."""
