"""What travels through the reader: an Article and its parts, the Page it came from, and both as JSON."""
