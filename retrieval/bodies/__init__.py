"""Which bodies, years and kinds a question names, and so which documents it speaks of."""
