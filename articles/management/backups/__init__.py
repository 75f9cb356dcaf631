"""A whole library in one file, taken while it is written to.

archive.py    the file: a zip with a list of what is in it, and a checksum of each
databases.py  the snapshot inside, by the means of SQLite and PostgreSQL
"""
