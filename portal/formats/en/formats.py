"""Dates and times of the English desk as it writes them everywhere: not Nov. 30, 2026, 3:56 a.m."""

DATE_FORMAT = SHORT_DATE_FORMAT = "Y-m-d"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "Y-m-d H:i"
