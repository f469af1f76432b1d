"""What one does with feeds in the app: refresh them, add them, look after them."""
