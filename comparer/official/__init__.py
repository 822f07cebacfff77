"""Official texts: where they are published, and how they come here, checked.

Nothing below touches the network but `fetch`, and nothing calls `fetch` but the user's command or button.
"""

from __future__ import annotations

from comparer.official.depositing import default_folder, depositor
from comparer.official.fetching import Result, State, fetch
from comparer.official.listed import Address, Listing, Offer, listing, listings, offers
from comparer.official.stream import Limits
from comparer.recorded import Record, read_record, stamped

__all__ = [
    "Address",
    "Limits",
    "Listing",
    "Offer",
    "Record",
    "Result",
    "State",
    "default_folder",
    "depositor",
    "fetch",
    "listing",
    "listings",
    "offers",
    "read_record",
    "stamped",
]
