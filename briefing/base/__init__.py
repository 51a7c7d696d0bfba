"""Files, paths, text, words and problems: what everything else is built on, and what knows nothing of briefs."""
