"""The pages of one language: a module for each kind of page, its template beside it."""
