"""The data as files for others: what each record says, with what must be read before it (``/data/v1/``)."""
