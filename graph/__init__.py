"""The knowledge: from a record in a text file to an answer."""
