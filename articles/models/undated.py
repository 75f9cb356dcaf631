"""Where articles stand in every order of time whose documents print no date."""

from datetime import UTC, datetime

# Below all that print one, the last to come in first: the day it came in says nothing of when it was written.
UNDATED = datetime(1, 1, 1, tzinfo=UTC)
UNDATED_MONTH = 101  # as `ArticleTag.month` counts
