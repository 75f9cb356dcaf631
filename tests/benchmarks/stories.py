"""Are copies found, and nothing else? `python -m tests.benchmarks.stories [--articles 3000] [--copies 200]`

Builds a library of real news in a database of its own and looks up changed copies of some of it. Prints for
each kind of change the recall, and over all of them the precision: the share of answers that are right. The
shared news holds some copies already; an answer that contains the right text is right whichever it is.
"""

import argparse
import random
import re
import tempfile

from tests.benchmarks.search import clock, set_up

SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]*")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder, options.database)
        run(options.articles, options.copies)


def run(size: int, copies: int) -> None:
    from articles.models import Article
    from articles.models.articles.derivation import derive
    from tests.benchmarks import library

    library.build(size)
    seconds = clock(lambda: [derive(one, ["rendering", "story"]) for one in Article.objects.iterator(500)])
    stories = Article.objects.exclude(story=None).count()
    print(f"{size} articles, {seconds / size * 1000:.1f} ms each; {stories} of them in stories already")
    rng = random.Random(3)  # noqa: S311
    chosen = list(Article.objects.select_related("rendering").order_by("pk")[: min(size, 3000)])
    chosen = rng.sample(chosen, min(copies, len(chosen)))
    answers = {name: [found(article, change, rng) for article in chosen] for name, change in CHANGES.items()}
    for name, lines in answers.items():
        print(f"  {name:24} recall {sum(line == 'right' for line in lines) / len(lines):.3f}")
    every = [line for lines in answers.values() for line in lines if line != "none"]
    print(f"  precision {every.count('right') / len(every):.3f} of {len(every)} answers")


def found(article, change, rng) -> str:
    """What a changed copy is taken for: "right", "wrong" or "none"."""
    from django.db import transaction

    from articles.discovery.stories import best_copy, words_of
    from articles.models import Article
    from articles.text.diff.containment import containment

    with transaction.atomic():
        copy = Article.objects.create(headline="副本", body=change(article.body, rng), status="draft")
        twin = best_copy(copy)
        transaction.set_rollback(True)
    if twin is None:
        return "none"
    same = twin.pk == article.pk or containment(words_of(twin), words_of(article)) >= 0.5
    return "right" if same else "wrong"


def furnished(text, rng):
    """Menus, adverts and the heads of two other stories around it."""
    return f"首頁　國際　財經\n{other(rng)}\n{text}\n\n熱門新聞\n{other(rng)}\n版權所有"


def other(rng):
    from articles.models import Article

    return "".join(SENTENCE.findall(Article.objects.order_by("pk")[rng.randrange(2000)].body)[:5])


def half(text, rng, second=False):
    sentences = SENTENCE.findall(text)
    middle = max(len(sentences) // 2, 1)
    return "".join(sentences[middle:] if second else sentences[:middle]) or text


def converted(text, rng):
    """To Traditional with Taiwan's words, a tenth of the sentences cut, a fifth edited."""
    from opencc import OpenCC

    sentences = [one for one in SENTENCE.findall(OpenCC("s2twp").convert(text)) if rng.random() > 0.1]
    return (
        "".join(one.replace("，", "，據了解", 1) if rng.random() < 0.2 else one for one in sentences) or text
    )


def reordered(text, rng):
    sentences = SENTENCE.findall(text)
    rng.shuffle(sentences)
    return "".join(sentences)


CHANGES = {
    "site furniture added": furnished,
    "first half only": half,
    "second half only": lambda text, rng: half(text, rng, second=True),
    "s2twp with edits": converted,
    "sentences reordered": reordered,
}

if __name__ == "__main__":
    main()
