"""The article's elements as blocks: paragraphs, lists, tables, quotations, code."""
