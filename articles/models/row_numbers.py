"""The number of a row in an address, a query or a form: a stranger may write any digits there."""

import re

ROW_NUMBER = "[0-9]{1,18}"  # as many digits as every number of them fits a database's; ASCII ones only


class RowNumberConverter:
    """`<row:pk>` in an address; longer numbers are no page's."""

    regex = ROW_NUMBER

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


def row_number(text: str) -> int | None:
    """The number that a text is, None when it is none that a row can have."""
    return int(text) if re.fullmatch(ROW_NUMBER, text) else None
