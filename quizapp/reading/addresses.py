"""Which network addresses a fetched URL may lead to: public ones only."""

import ipaddress
import socket
from collections.abc import Callable

from quizapp.model import QuizappError

Resolve = Callable[[str, int], list[str]]
"""Host name and port to the numeric addresses behind them."""

Permit = Callable[[str, int], bool]
"""Whether one numeric address may be contacted on one port."""

_WEB_PORTS = frozenset({80, 443})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_IPV4_COMPATIBLE = ipaddress.IPv6Network("::/96")


def resolve(host: str, port: int) -> list[str]:
    """Every address of `host`, by the system's resolver."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise QuizappError(
            "url-unreachable", f"no address is known for {host}: check the spelling"
        ) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str, port: int) -> bool:
    """A globally routable unicast address on a port of the web.

    An IPv6 address that carries an IPv4 one (mapped, compatible, 6to4, Teredo, NAT64) is judged
    by both.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return port in _WEB_PORTS and all(map(_is_global, (parsed, *_carried(parsed))))


def _is_global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and address in _NAT64:
        return True
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _carried(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> tuple[ipaddress.IPv4Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    inner = (
        address.ipv4_mapped,
        address.sixtofour,
        *(address.teredo or ()),
        last if address in _NAT64 or address in _IPV4_COMPATIBLE else None,
    )
    return tuple(one for one in inner if one is not None)
