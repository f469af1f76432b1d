"""An account with a server that keeps feeds in step: what the server had when it was asked last, and what waits."""
