"""The terminal of this process: its bytes, its settings, its signals."""
