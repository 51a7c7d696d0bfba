"""Finding a quote in a saved text: differences of white space and typography do not count."""
