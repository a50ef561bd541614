"""Every number that a document prints, with what it is of: figures of cells, statements of sentences, and what was left unread."""
