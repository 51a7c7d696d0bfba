"""What a brief is: its model, its dates and numbers, its rules, and reading it from YAML."""
