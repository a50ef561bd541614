"""The commands of `mingzhang`, and what each prints."""
