"""How often one client may ask for what costs much: counted at the door, in the memory of each process."""

import time
from collections import OrderedDict
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock

MOST_CLIENTS = 20_000  # that are remembered, the least lately seen forgotten first; some 4 MB
NETWORK = 64  # bits that name a client of IPv6: whoever has one address there has all of them


class Limit:
    """So many a minute for each client, all of them at once if it likes. most: 0 for no limit."""

    def __init__(self, most: int):
        self.most = most
        self.clients = OrderedDict()  # by client: how many it may ask for, and when that was so
        self.lock = Lock()

    def lets_in(self, address: str) -> bool:
        """Whether this client may ask once more; if so, it has. The machine itself is not counted."""
        client = client_of(address)
        if not self.most or client is None:
            return True
        with self.lock:
            left = self._left(client, time.monotonic())
            if left >= 1:
                self.clients[client] = (left - 1, time.monotonic())
            return left >= 1

    def _left(self, client, now) -> float:
        left, then = self.clients.pop(client, (self.most, now))
        left = min(self.most, left + (now - then) * self.most / 60)
        self.clients[client] = (left, now)
        if len(self.clients) > MOST_CLIENTS:
            self.clients.popitem(last=False)
        return left


def client_of(address: str) -> str | None:
    """By what a client is counted; None for one on this machine, or none that is known."""
    try:
        ip = ip_address(address)
    except ValueError:
        return None
    if isinstance(ip, IPv6Address):
        ip = ip.ipv4_mapped or ip
    if ip.is_loopback:
        return None
    return str(ip_network((ip, NETWORK), strict=False)) if ip.version == 6 else str(ip)
