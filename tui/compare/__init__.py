"""Two quotations, two texts, many texts compared: the same words, the same text, the same story.  Pure.

passages(article) → what stands in quotation marks, each with its speaker
compare(one, other) → identical, trimmed or reworded; None for other words
likeness of two texts → the same story, a copy
"""
