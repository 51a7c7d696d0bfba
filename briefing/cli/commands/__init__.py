"""The commands: each parses nothing, calls, prints and returns an exit code."""
