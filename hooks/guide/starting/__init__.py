"""Beginning a new record: what is asked, the file that comes of it, and what to do next."""

#: What can be begun; templates and questions are loaded only when somebody begins.
KINDS = ("route", "threat", "platform", "country", "decision", "language")
