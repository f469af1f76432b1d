"""Where else the same words, the same text and the same story stand in what is kept."""
