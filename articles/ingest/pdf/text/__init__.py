"""Text taken out of PDFs by any tool, from its lines to an article.

line_kinds/ what a line is by its words alone · pages/ lines, columns and what belongs to pages · blocks/ how
lines make paragraphs, lists, tables, notes · front/ the headline and what stands around it. typeset.py takes
a text apart by these, block_types.py says what each paragraph is, parse.py makes the document.
"""
