"""Summaries as tables for translators: handed out as CSV or XLSX, taken back for review."""
