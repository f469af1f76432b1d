"""What is true of any text, wherever it stands: cleaning, dates in words, folding."""
