"""Are the topics of an article among what its text suggests? `python -m tests.benchmarks.suggestions`

Prints for the shared seeds how many of the printed keywords are suggested and which new names, with an empty
glossary and with one of the printed keywords; they are never in the text that is looked at. Then, with an
empty glossary, figures on other texts. Of the labelled documents: how many printed keywords that stand in the
text are suggested. Of our sample library: how many of the topics that it was given by hand and that its
text names, and how many of the suggested names are such topics. Of general news: how many names suggested by
the body alone stand in the headline. Last the processor time.
"""

import argparse
import json
import random
import tempfile
from functools import partial
from itertools import islice
from pathlib import Path

import yaml

from tests.benchmarks.search import clock, set_up

SHARED = Path(__file__).parents[3] / "shared"
SAMPLE = Path(__file__).parents[2] / "articles" / "sample"
SEEDS = ["000", "001", "004"]
SAME_STORY = {"001": "000"}  # prints no keywords; it is the same article
SECTION = "過去24小時"  # of a site, printed as the one keyword of 004
FIRST = 3
LENGTHS = (1_000, 10_000, 100_000)  # characters


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--news", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder, "")
        print_seeds()
        print_keywords()
        print_sample()
        print_headlines(options.news)
        print_times()


def print_seeds() -> None:
    from articles.models import Tag

    printed = {seed: keywords_of(SAME_STORY.get(seed, seed)) for seed in SEEDS}
    for told in ("an empty glossary", "a glossary of the printed keywords"):
        print(f"Seeds, with {told}:")
        for seed in SEEDS:
            known, new, total = suggested_for(cleaned(next(SHARED.glob(f"seeds/{seed}_*"))))
            found = [word for word in printed[seed] if word in (*known, *new)]
            told_of = f"{len(found)} of {len(printed[seed])} printed among {total}"
            print(f"  {seed}: {told_of}; new: {' '.join(new)}")
        Tag.objects.named([word for words in printed.values() for word in words])


def keywords_of(seed: str) -> list[str]:
    printed = json.loads((SHARED / f"seeds/gold/{seed}.json").read_text("utf-8"))["keywords"]
    return [word for word in printed if word != SECTION]


def cleaned(path: Path):
    """(headline, body) of a document as the importer would store it, without its keywords."""
    from articles.ingest.block_markdown import to_markdown
    from articles.ingest.clean import clean
    from articles.ingest.documents import RawDocument

    parsed = clean(RawDocument(path.name, path.read_bytes()))
    return parsed.headline, to_markdown(parsed.blocks), parsed.headline_is_provisional


def suggested_for(document) -> tuple[list[str], list[str], int]:
    """Names of known topics, new names, and how many they are."""
    from articles.discovery.suggestions import suggest_topics
    from articles.models import Article

    headline, body, is_provisional = document
    article = Article.objects.create(headline=headline, body=body, headline_is_provisional=is_provisional)
    suggested = suggest_topics(article)
    article.delete()
    known = [tag.name for tag in suggested.known]
    return known, suggested.new, len(known) + len(suggested.new)


def print_keywords() -> None:
    from articles.models import Tag

    Tag.objects.all().delete()
    found, standing, shown = 0, 0, []
    for path in sorted((SHARED / "cleaning/dev").glob("*/*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        if not gold.get("keywords"):
            continue
        document = cleaned(next(path.parent.glob("raw.*")))
        _, new, total = suggested_for(document)
        inside = [word for word in gold["keywords"] if word in "\n".join(document[:2])]
        hits = [word for word in inside if word in new]
        found, standing, shown = found + len(hits), standing + len(inside), [*shown, total]
        print(f"  {path.parent.name}: {len(hits)} of {len(inside)} that stand in the text; {' '.join(new)}")
    print(
        f"Printed keywords in the text: {found} of {standing}; {sum(shown) / len(shown):.1f} names a document"
    )


def print_sample() -> None:
    from articles.text.scripts import fold

    library = yaml.safe_load((SAMPLE / "library.yaml").read_text("utf-8"))
    topics = {
        fold(name): topic["labels"]["zh-Hant"] for topic in library["topics"] for name in names_of(topic)
    }
    found, named, right, shown = 0, 0, 0, 0
    for entry in library["documents"]:
        document = cleaned(SAMPLE / entry["file"])
        text = fold("\n".join(document[:2]))
        wanted = {topic for name, topic in topics.items() if topic in entry["tags"] and name in text}
        new = [topics.get(fold(name)) for name in suggested_for(document)[1]]
        found, named = found + len(wanted & {*new}), named + len(wanted)
        right, shown = right + sum(topic in entry["tags"] for topic in new), shown + len(new)
    texts = len(library["documents"])
    print(
        f"Sample library, {texts} texts: {found} of {named} topics by hand that the text names are suggested;"
    )
    print(f"  {shown / texts:.1f} names a text, {right / shown:.2f} of them are topics by hand")


def names_of(topic) -> list[str]:
    return [*topic["labels"].values(), *(alias["label"] for alias in topic.get("aliases", []))]


def print_headlines(asked: int) -> None:
    from articles.discovery.new_names.extraction import new_names
    from articles.discovery.suggestions import MOST_NEW

    hits = [
        [candidate.text in headline for candidate in new_names(body)[:MOST_NEW]]
        for headline, body in islice(news(), asked)
    ]
    shown = sum(map(len, hits))
    print(f"General news, {asked} headlines hidden: {shown / asked:.1f} names a text,")
    print(f"  {sum(map(sum, hits)) / shown:.2f} of them stand in the headline; in", end=" ")
    print(f"{sum(any(row[:FIRST]) for row in hits) / asked:.2f} of the texts one of the first {FIRST} does")


def news():
    from tests.benchmarks import library

    items = library.news()
    random.Random(5).shuffle(items)  # noqa: S311
    return ((item["headline"], item["text"]) for item in items)


def print_times() -> None:
    from articles.discovery.suggestions import suggest_topics
    from articles.models import Article

    words = "".join(text for _, text in islice(news(), 400))
    for length in LENGTHS:
        article = Article.objects.create(headline="長文", body=words[:length])
        suggest_topics(article)
        seconds = clock(partial(suggest_topics, article))
        print(f"  {length} characters: {seconds * 1000:.0f} ms CPU")


if __name__ == "__main__":
    main()
