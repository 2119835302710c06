"""Change over time: series per window, and whether what changes is more than chance would do.

Series are exact least and most counts over what dates and sources leave open. Tests compare the dates on
record with the same dates given to the same contacts in any other way (permutations), so that what is merely
a change in how much is reported, or no change at all, isn't news.
"""

from backchannel.graph.trends.answer import Trends, trends
from backchannel.graph.trends.chance import Chance, chosen, corrected, labelled
from backchannel.graph.trends.events import Event, events
from backchannel.graph.trends.scan import Break, Dates, drawn, scan
from backchannel.graph.trends.series import Point, answered, series
from backchannel.graph.trends.shifts import Shift, after_refusals
from backchannel.graph.trends.trials import Settings, Trial, trials
from backchannel.graph.trends.windows import LENGTHS, Window, windows

__all__ = [
    "LENGTHS",
    "Break",
    "Chance",
    "Dates",
    "Event",
    "Point",
    "Settings",
    "Shift",
    "Trends",
    "Trial",
    "Window",
    "after_refusals",
    "answered",
    "chosen",
    "corrected",
    "drawn",
    "events",
    "labelled",
    "scan",
    "series",
    "trends",
    "trials",
    "windows",
]
