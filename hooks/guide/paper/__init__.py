"""What is printed: sheets as words, and their PDFs (Typst). All from the models that the pages are made from."""
