"""Build and swap, and what no renderer makes: style sheet, single files, archives, files of the whole site."""
