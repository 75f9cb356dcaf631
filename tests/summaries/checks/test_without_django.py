"""The checks are plain functions: they run where no Django is."""

import subprocess
import sys

CHECK = """
import sys
sys.modules["django"] = None  # an import of it fails
from articles.summaries.checks import Evidence, Names, check
from types import SimpleNamespace as Words
words = {"zh-Hant": Words(headline="", text="談了99分鐘。", points=())}
print([finding.rule for finding in check(words, Evidence("談了113分鐘。"), Names())])
"""


def test_the_checks_need_no_django():
    answer = subprocess.run([sys.executable, "-c", CHECK], capture_output=True, text=True)
    assert answer.stdout == "['number', 'length']\n", answer.stderr
