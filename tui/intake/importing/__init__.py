"""What other programs kept, archives and saved pages taken in: looked through, told, written."""
