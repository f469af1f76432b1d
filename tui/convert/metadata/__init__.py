"""What a page says about itself: title, authors, times, language, addresses."""
