"""Rules across files: references, safety, completeness, editions."""
