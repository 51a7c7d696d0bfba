"""Finding a quote in a saved text, whatever its white space and typography."""
