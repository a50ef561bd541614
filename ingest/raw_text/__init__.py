"""Tables whose columns were lost in raw text, rebuilt by their prescribed form and by the sums that must hold."""
