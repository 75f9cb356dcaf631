"""The editors' desk.

Nothing is registered by importing this package: Django imports it to find the site's class, while the
site is being made. `site.py` has the table of what is on the desk.
"""
