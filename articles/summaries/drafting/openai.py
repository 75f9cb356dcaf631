"""Drafts by a language model behind an HTTP interface like OpenAI's: hosted, or one's own llama.cpp or vLLM.

Off by default. What comes back is a stranger's text: bounded in time and size, read as JSON or refused. The
article may hold instructions and the answer nonsense, therefore the checks decide and not the prompt.
"""

import asyncio
import hashlib
import json
import re
from pathlib import Path
from typing import NoReturn

import httpx2
from django.conf import settings
from django.utils.translation import gettext as _

from articles.models import Words
from articles.summaries.drafting.base import Drafter, DraftError, DraftFailed, DraftRefused, Manuscript
from articles.summaries.rules import CHARACTERS, MOST_POINTS, WORDS

PROMPT = (Path(__file__).parent / "prompt.txt").read_text(encoding="utf-8")
PROMPT_VERSION = hashlib.sha256(PROMPT.encode()).hexdigest()[:12]
IN_CHARACTERS = {"headline": "25 characters", "length": f"{CHARACTERS.least} to {CHARACTERS.good} characters"}
IN_WORDS = {"headline": "12 words", "length": f"{WORDS.least} to {WORDS.good} words"}
ASKED_FOR = {
    "zh-Hant": {"language": "Traditional Chinese", **IN_CHARACTERS},
    "zh-Hans": {"language": "Simplified Chinese", **IN_CHARACTERS},
    "en": {"language": "English", **IN_WORDS},
}
MOST_SENT = 24_000  # characters of an article; what follows the last whole paragraph within is not read
MAX_BYTES = 256 * 1024  # of an answer; a summary has some 2 kB, thoughts before it some 50
LEAST_TIME = 5  # seconds that must be left for asking a second time
FENCE = re.compile(r"\A\s*```(?:json)?[ \t]*\n(.*)```\s*\Z", re.DOTALL | re.IGNORECASE)
HEADER_SAFE = re.compile(r"[!-~]*")


class OpenAIDrafter(Drafter):
    prompt_version = PROMPT_VERSION

    def __init__(self):
        self.address = usable_address(settings.SUMMARY_API_URL)
        self.model = settings.SUMMARY_API_MODEL
        self.key = settings.SUMMARY_API_KEY
        if not self.model:
            raise DraftError(_("SUMMARY_API_MODEL names no model."))
        if not HEADER_SAFE.fullmatch(self.key):
            raise DraftError(_("SUMMARY_API_KEY holds characters that no key has."))

    def draft(self, manuscript, language):
        return words_of(content_of(self.answer(messages(manuscript, language))))

    def answer(self, asked: list[dict]) -> bytes:
        """What the service answers within SUMMARY_TIMEOUT, look-ups, connections and a slow drip included."""
        request = {"model": self.model, "messages": asked, "temperature": 0}
        try:
            return asyncio.run(self.within_the_time(request))
        except TimeoutError as error:
            raise DraftFailed(_("No answer within %g seconds.") % settings.SUMMARY_TIMEOUT) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            # Its kind alone: a message may quote what was sent.
            raise DraftFailed(_("The service cannot be reached: %s.") % type(error).__name__) from error

    async def within_the_time(self, request: dict) -> bytes:
        async with asyncio.timeout(settings.SUMMARY_TIMEOUT) as limit, self.client() as client:
            status, body = await self.asked(client, request)
            time_left = limit.when() - asyncio.get_running_loop().time()
            if status >= 500 and time_left > LEAST_TIME:  # busy, most often
                await asyncio.sleep(1)
                status, body = await self.asked(client, request)
        if status != 200:
            raise DraftFailed(_("The service answered %d.") % status)
        return body

    def client(self) -> httpx2.AsyncClient:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        # No time limit of its own: the whole has one. No proxies and passwords from elsewhere.
        return httpx2.AsyncClient(headers=headers, timeout=None, trust_env=False, follow_redirects=False)

    async def asked(self, client, request) -> tuple[int, bytes]:
        body = bytearray()
        async with client.stream("POST", self.address, json=request) as response:
            async for chunk in response.aiter_bytes(16_384):  # counted as it is unpacked
                body += chunk
                if len(body) > MAX_BYTES:
                    raise DraftRefused(_("The answer is larger than %d bytes.") % MAX_BYTES)
        return response.status_code, bytes(body)


def usable_address(url: str) -> str:
    """Where to ask. url: as settings have it, up to /v1. Raises DraftError when it is no address."""
    if not url:
        raise DraftError(_("SUMMARY_API_URL names no service."))
    address = url.rstrip("/") + "/chat/completions"
    try:
        parts = httpx2.URL(address)
    except httpx2.InvalidURL:
        parts = httpx2.URL()
    if parts.scheme not in ("http", "https") or not parts.host:
        raise DraftError(_("SUMMARY_API_URL is no http or https address."))
    return address


def messages(manuscript: Manuscript, language: str) -> list[dict]:
    """The prompt, and the article as data in a message of its own."""
    return [
        {"role": "system", "content": PROMPT.format(**ASKED_FOR[language])},
        {"role": "user", "content": numbered(manuscript)},
    ]


def numbered(manuscript: Manuscript) -> str:
    lines, room = [manuscript.headline], MOST_SENT
    for number, paragraph in enumerate(manuscript.paragraphs, 1):
        room -= len(paragraph)
        if room < 0:
            break
        lines.append(f"[{number}] {paragraph}")
    return "\n\n".join(lines)


def content_of(body: bytes) -> str:
    """What the model wrote. Raises DraftRefused when the answer has another form."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        refuse()
    return content if isinstance(content, str) else refuse()


def words_of(content: str) -> Words:
    """The summary in what a model wrote: one JSON object, in a code fence or not. Raises DraftRefused."""
    fenced = FENCE.match(content)
    try:
        found = json.loads(fenced[1] if fenced else content)
    except (ValueError, RecursionError):
        refuse()
    if not isinstance(found, dict):
        refuse()
    headline, text, points = found.get("headline", ""), found.get("text", ""), found.get("points") or []
    if not isinstance(points, list) or not all(isinstance(one, str) for one in (headline, text, *points)):
        refuse()
    if not text.strip() or len(points) > MOST_POINTS:
        refuse()
    return Words(one_line(headline), one_line(text), tuple(filter(None, map(one_line, points))))


def one_line(text: str) -> str:
    return " ".join(text.split())


def refuse() -> NoReturn:
    raise DraftRefused(_("The answer is not the JSON that was asked for."))
