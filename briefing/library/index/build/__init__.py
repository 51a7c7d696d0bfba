"""Reading briefs for the index, in processes."""
