"""Feeds found, subscribed to and asked for what is new; what came made whole ahead of the reader."""
