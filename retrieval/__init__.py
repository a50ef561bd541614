"""Finds: a question becomes a choice of documents and tasks, a task becomes evidence."""
