"""The words of a sentence: stems, cues of doubt and denial, and the names of sources."""
