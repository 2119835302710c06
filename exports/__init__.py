"""Ways out of the graph, each a writer."""
