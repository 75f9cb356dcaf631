"""What those who run the portal see of it: a line a request, slow queries, figures for Prometheus."""
