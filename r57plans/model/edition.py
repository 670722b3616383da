"""A text of the resolution by its fingerprints: which sentences it has, and what they stand for."""

from __future__ import annotations

from r57plans.findings import Language
from r57plans.model.base import Basis, Frozen, Many, Name, Text, Words


class EditionHead(Frozen):
    """Which text it is: its language, its name, how far it can be trusted."""

    id: Name
    language: Language
    name: Text
    basis: Basis
    source: Words


class PrintedSentence(Frozen):
    """A sentence of an edition: its place there, its fingerprint, and the sentences it covers.

    An edition may join what another parts; `of` are ids of the catalogue's own sentences.
    """

    id: Words
    fingerprint: Words
    of: Many[Words] = ()


class Edition(EditionHead):
    """Another text of the resolution than the one whose fingerprints the catalogue holds."""

    sentences: Many[PrintedSentence]
