"""Words of a sentence: stems, patterns, doubt, and the names of a source."""
