class BackupProblem(Exception):
    """A backup cannot be made, read or put back; says why in words for a person."""
