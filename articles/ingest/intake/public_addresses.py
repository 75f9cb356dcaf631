"""Which addresses a stranger may make us connect to: those of the public internet that are not our own.

An allow rule on what a name resolves to. `ipaddress.is_global` is not enough: it differs between releases of
Python, and lets pass what carries another address inside and what clouds keep for themselves.
Sources: the IANA special-purpose address registries for IPv4 and IPv6.
"""

import socket
from ipaddress import ip_address, ip_network

UNICAST = [ip_network("0.0.0.0/0"), ip_network("2000::/3")]  # all that IANA has given out
NAT64 = ip_network("64:ff9b::/96")  # what a network without IPv4 makes of public IPv4 addresses
SET_ASIDE = [
    ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24",  # protocols; Oracle's metadata at .192
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "168.63.129.16/32",  # Azure's metadata
        "224.0.0.0/3",  # multicast, reserved, broadcast
        "2001::/23",  # protocols: Teredo, benchmarks, overlays
        "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20",
    )
]  # fmt: skip


def is_public(address: str) -> bool:
    """Whether an IP address, as the resolver writes it, is on the public internet."""
    ip = ip_address(address.split("%")[0])
    if ip in NAT64:
        ip = ip_address(int(ip) & 0xFFFFFFFF)
    allowed = any(ip in network for network in UNICAST)
    return allowed and not any(ip in network for network in SET_ASIDE)


def is_ours(address: str) -> bool:
    """Whether an IP address is this machine's: what is sent there has it as its sender. Nothing is sent."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((address, 9))  # any port does
        except OSError:  # no way leads there
            return False
        return probe.getsockname()[0] == address
