"""Blocks to CommonMark."""
