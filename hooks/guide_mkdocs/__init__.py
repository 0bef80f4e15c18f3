"""What MkDocs needs of the guide: our pages as its files, and the state of one run. All of it may go with MkDocs."""
