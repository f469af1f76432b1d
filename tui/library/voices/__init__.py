"""Everyone cited across the library."""
