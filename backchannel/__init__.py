"""backchannel: who can still reach whom."""
