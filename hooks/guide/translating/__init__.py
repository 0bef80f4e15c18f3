"""gettext for the data: extract, merge, look up."""
