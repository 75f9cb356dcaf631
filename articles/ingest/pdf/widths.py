"""How wide characters are set."""

import re

# Full-width characters (Unicode Standard Annex 11), and the quotation marks, dashes and dots that Chinese
# and Japanese type sets full.
FULL_WIDTH = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
    "\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003ffff\u3000“”‘’—…‥]"
)
