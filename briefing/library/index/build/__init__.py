"""Building the index: reading many briefs, in several processes."""
