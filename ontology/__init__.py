"""What can be said: the vocabulary, its shapes, and the questions a graph must answer."""
