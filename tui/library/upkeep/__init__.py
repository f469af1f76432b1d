"""A library as a whole, looked at, mended, copied and put back."""
