"""The format of a brief: its model, its dates and numbers, its rules, and reading it from YAML."""
