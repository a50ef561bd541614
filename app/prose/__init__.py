"""What documents say in words: duties, units, reasons, definitions, compositions, plain statements."""
