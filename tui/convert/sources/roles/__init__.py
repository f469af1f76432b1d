"""What someone is and to whom they belong, from the words beside their name."""
