"""From the text files of a case to its records: what was typed, where it stands, what is wrong with it."""
