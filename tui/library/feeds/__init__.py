"""Subscriptions: feeds, their folders and settings, and the entries that they brought."""
