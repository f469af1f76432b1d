"""Full text over everything kept: what is found for a search, and the words in their sentences."""
