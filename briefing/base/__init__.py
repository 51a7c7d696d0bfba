"""Files, paths, text, words and problems: the basis of all other packages. Nothing here knows what a brief is."""
