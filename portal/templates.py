"""Our templates, without the space that sets them out for those who write them."""

import re

from django.template.loaders import filesystem

# A browser takes a line end for a space, however far in the next line stands.
INDENT = re.compile(r"\n\s+")


class Loader(filesystem.Loader):
    def get_contents(self, origin):
        return INDENT.sub("\n", super().get_contents(origin))
