"""What a change does to contacts, outside addresses, terms and menu labels (``make contacts``)."""
