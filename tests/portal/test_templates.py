"""Templates are set out for those who write them; readers are sent none of that."""

from django.template.loader import get_template


def test_no_line_of_ours_is_sent_with_its_indent():
    source = get_template("base.html").template.source
    assert "\n<head>\n<meta" in source
    assert "\n " not in source
