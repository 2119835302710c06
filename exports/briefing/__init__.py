"""The briefing: one to three pages for people who decide, in English or German.

It is made of the same parts as the report (:mod:`backchannel.exports.report_model`) and holds the same
promise: a sentence without a claim can't be made, a claim cited without evidence can't either.
"""

from backchannel.exports.briefing.making import Chances, make_briefing
from backchannel.exports.briefing.writing import briefing_files, write_briefing, write_networks

__all__ = ["Chances", "briefing_files", "make_briefing", "write_briefing", "write_networks"]
