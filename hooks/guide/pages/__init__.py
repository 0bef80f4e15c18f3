"""The pages of one language: a module for each kind of page, or for a few that belong together, with its templates."""
