"""The commands: each takes a task, prints, and returns an exit code."""
