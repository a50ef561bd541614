"""What a document has: figures and statements as facts with the names that each bears, and the tasks that ask for them."""
