"""Scripts that attack the program, each with a long form; the suite runs the short ones."""
