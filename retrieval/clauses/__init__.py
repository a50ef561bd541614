"""A question clause by clause: what each asks for, as tasks."""
