"""The desk: what waits, the article, and its summaries in both languages on one page."""
