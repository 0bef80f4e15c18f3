"""YAML files → records, every fault with its file, line and column."""
