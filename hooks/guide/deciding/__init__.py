"""What to tell in which situation: trees, plans, advice, what is due to be checked again."""
