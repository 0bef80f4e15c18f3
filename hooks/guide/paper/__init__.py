"""What is printed or sent: sheets, pocket sheets, packs, texts to send, the incident log."""
