"""The figures that a process counts. Kept in memory; `portal.observability.views` tells them."""

from prometheus_client import Counter, Histogram

REQUESTS = Counter(
    "shuttle_requests", "Requests that reached Django or were refused at the door.", ["view", "status"]
)
SECONDS = Histogram(
    "shuttle_request_seconds",
    "How long these took.",
    ["view"],
    buckets=(0.01, 0.03, 0.1, 0.3, 1, 3, 10),
)
KEPT_PAGES = Counter("shuttle_kept_pages", "Requests that a kept page answered.", ["view"])
SLOW_QUERIES = Counter("shuttle_slow_queries", "Queries that took longer than SLOW_QUERY_SECONDS.")
FAILED_SIGN_INS = Counter("shuttle_failed_sign_ins", "Wrong names, passwords and codes, and the locked out.")
