"""What the cleaner says of a document that it refused or found amiss, in the reader's language.

It knows no language but English: it runs where nothing can be translated, and what it said is stored.
"""

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from articles import rendering

register = template.Library()

# As the parsers write them; {} stands for what they put there, itself one of these or told as it is.
SAID = (
    _("The document is empty."),
    _("the document is empty"),
    _("The document has {} bytes; at most {} are read."),
    _("The document has {} characters; at most {} are read."),
    _("The document needs more memory than a document may take."),
    _("The document is nested too deeply."),
    _("The document took longer than {} seconds to clean."),
    _("The cleaner was stopped by the system while it read the document."),
    _("The cleaner itself failed on this document ({})."),
    _("The portal stopped several times while it read this document; it was left out."),
    _("it tells no source whose rights could hold; name one with --source"),
    # nothing to read
    _("No body text was found: nothing in the document reads like an article."),
    _("No body text was found below the front matter."),
    _("No article was found: the text has nothing but page furniture."),
    _("No body found: {}."),
    _("the text is empty"),
    _("{} of its {} lines read as a full sentence"),
    _("{} of its {} lines reads as a full sentence"),
    _("none"),
    _("no article text found in the page"),
    # what kind of file it is
    _("this is {}, not text"),
    _("a PDF file"),
    _("a zip archive or an office document"),
    _("an old office document"),
    _("a PNG picture"),
    _("a JPEG picture"),
    _("a GIF picture"),
    _("a gzip archive"),
    _("a program"),
    _("a database"),
    _("binary data, not text: control byte 0x{} at byte {}"),
    # encodings
    _("this is text in {}, which is no longer read; save it as UTF-8"),
    _("unknown or mixed encoding: {}, and the whole is not readable as {}"),
    _("byte {} (line {}) is not {}"),
    _("the text is not {}"),
    _("the byte order mark says {}, but {}"),
    _("encoded twice: “{}” on line {} is {}"),
    _("UTF-8 read as {}"),
    _("East Asian text read as Latin-1"),
    _("{} characters were lost in an earlier conversion, the first on line {}"),
    _("Broken bytes: {} of {} characters cannot be read, first on line {}."),
    # formats
    _("HTML is too long: {} characters, at most {} are read"),
    _("HTML cannot be read, line {}: {}"),
    _("HTML cannot be read: {}"),
    _("HTML has too many elements: more than {}"),
    _("The post has {} characters; at most {} are read."),
    _("The post is nested more than {} levels deep."),
    _("The post has a paragraph with more marks or lines than can be read."),
    _("The post has more than {} square brackets that are never closed."),
    _("The front matter is no sound YAML and was read line by line."),
    _("The web archive holds no HTML page."),
    _("The Word file is broken: {}"),
    _("The Word file unpacks to more than {} bytes."),
    _("The PDF has {} bytes; at most {} are read."),
    _("The PDF has {} pages; at most {} are read."),
    _("The PDF has no text; its {} pages are pictures or empty."),
    _("The PDF is encrypted and needs a password."),
    _("The PDF is encrypted in a way that cannot be read."),
    _("Page {} of the PDF is broken: {}"),
    _("The PDF is broken: {}"),
    # files and archives
    _("There is no such file."),
    _("The file cannot be read: {}."),
    _("The file is larger than {} bytes."),
    _("The file is not a readable zip archive."),
    _("Documents of this kind ({}) are not read."),
    _("The archive holds {} documents; at most {} are read."),
    _("The archive unpacks to more than {} bytes."),
    _("The entry is encrypted."),
    _("The entry cannot be unpacked: {}."),
    _("The entry is larger than {} bytes."),
    _("The entry unpacks to more than {} times its size, like a zip bomb."),
    # addresses
    _("{} took longer than {} seconds."),
    _("{} cannot be fetched: {}."),
    _("{} redirects more than {} times."),
    _("{} redirects without saying where to."),
    _("{} redirects to {}, which is no address."),
    _("{} redirects to {}."),
    _("{} is no usable address: {}."),
    _("{} is no http or https address."),
    _("{}://{} was given with a user name; such addresses are not fetched."),
    _("{} cannot be found: {}."),
    _("{} is this portal itself."),
    _("{} is at {}, which is not a public address."),
    _("{} is sent as {}, which is not what was asked for."),
    _("{} is larger than {} bytes."),
    _("{} broke off."),
    _("{} is packed as {}, which was not asked for."),
    _("{} is a feed that cannot be read: {}."),
    _("{} is no feed in RSS or Atom."),
    _("{} answered {}."),
    # what is amiss with one that was read
    _("No headline is printed; a provisional one was cut from the first sentence."),
    _("The headline was longer than 300 characters and has been cut."),
    _("The article goes on on another page."),
    _("The page shows only the beginning of the article; the rest is for subscribers."),
    _("The picture {} did not come with the document."),
    _("The picture {} was left out: {}"),
    _("it breaks off, or is damaged."),
    _("it is not a readable PNG, JPEG, WebP or GIF."),
    _("it has more than {} pixels."),
    _("it is larger than {} bytes."),
    _("it cannot be unpacked."),
    _("it cannot be read: {}."),
)
# Said of bodies while they are rendered: with their own place for a number.
OF_BODIES = (
    rendering.TOO_LONG,
    rendering.TOO_DEEP,
    rendering.TOO_MANY_BRACKETS,
    rendering.TOO_MANY_CELLS,
    rendering.TOO_SLOW,
)


@register.filter
def in_own_words(said: str) -> str:
    """What the cleaner said, in the language of the page; as it stands where no template knows it."""
    for pattern in (*SAID, *OF_BODIES):
        values = values_of(pattern.replace("%d", "{}"), said)
        if values is not None:
            return gettext(pattern).replace("%d", "{}").format(*map(in_own_words, values))
    return said


def values_of(pattern: str, said: str) -> list[str] | None:
    """What stands at the places of a pattern; None where the words are not of it."""
    first, *between = pattern.split("{}")
    if not said.startswith(first) or (not between and said != first):
        return None
    values, rest = [], said.removeprefix(first)
    for place, words in enumerate(between):
        is_last = place == len(between) - 1
        at = len(rest) - len(words) if is_last else rest.find(words)
        if at < 1 or rest[at : at + len(words)] != words:
            return None
        values.append(rest[:at])
        rest = rest[at + len(words) :]
    return values
