"""What leaves the reader: quotations for the clipboard, exports and archives."""
