"""The seed case: the facts of five reports of 2022 as dossiers, and the roster of their officials."""
