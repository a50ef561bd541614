"""The printed figure that a question asks for, or the one computed from printed amounts, in one document or several."""
