"""PDF files (file/), and text that was taken out of them by any tool (text/).

columns.py is theirs together: what stands beside what on a page.
"""
