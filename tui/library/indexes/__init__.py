"""What of articles is filed so that they are found: words, quotations, voices; and the language that asks for them."""
