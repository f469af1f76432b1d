"""Full text over everything kept."""
