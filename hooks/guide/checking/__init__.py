"""What may not be published: rules across files, of hand-written pages and catalogues, and of an edition."""
