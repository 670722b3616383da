"""A text of the resolution held against fingerprints: found, moved, changed, missing, new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from r57plans.catalogue.resting import resting_on
from r57plans.catalogue.segment import SourceSentence, sentences
from r57plans.findings import Finding, Level, Message, Place, Report
from r57plans.model.catalogue import Catalogue
from r57plans.model.edition import Edition, EditionHead, PrintedSentence
from r57plans.model.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a text stands to an edition: how many sentences were found, and what was not.

    `edition` is None where the catalogue holds no fingerprints at all.
    """

    edition: EditionHead | None
    sentences: int
    found: int
    report: Report


def compare(
    catalogue: Catalogue, text: str, file: str, edition: Edition | None = None
) -> Comparison:
    """The text against that edition, or against the one of the catalogue that it agrees with most.

    Changed, missing and new sentences are errors, moved ones notes. A text in which no sentence of
    any edition is found gives a single error.
    """
    given = sentences(text)
    known = (edition,) if edition else editions(catalogue)
    printed = {fingerprint(s.text) for s in given}
    best = max(known, key=lambda e: _found(e, printed), default=None)
    found = _found(best, printed) if best else 0
    if best is None or not found:
        return Comparison(best, len(given), 0, Report((_no_such_text(file, known),)))
    return Comparison(best, len(given), found, Report.of(_faults(catalogue, best, given, file)))


def _found(edition: Edition, printed: set[str]) -> int:
    return sum(sentence.fingerprint in printed for sentence in edition.sentences)


def editions(catalogue: Catalogue) -> tuple[Edition, ...]:
    """All texts whose fingerprints the catalogue holds, its own first."""
    own = tuple(
        PrintedSentence(id=s.id, fingerprint=s.fingerprint, of=(s.id,))
        for s in catalogue.sentences()
        if s.fingerprint
    )
    head = catalogue.edition
    mine = (Edition(**dict(head), sentences=own),) if head else ()
    return (*mine, *catalogue.editions)


def words_by_fingerprint(catalogue: Catalogue, text: str) -> dict[str, str]:
    """The words of a text by the fingerprints that stand beside the catalogue's sentences.

    In an edition that joins sentences the joined one is given for each of its parts.
    """
    own = {s.id: s.fingerprint for s in catalogue.sentences() if s.fingerprint}
    words = {fingerprint(s.text): s.text for s in sentences(text)}
    return {
        own[name]: words[sentence.fingerprint]
        for edition in editions(catalogue)
        for sentence in edition.sentences
        if sentence.fingerprint in words
        for name in sentence.of
        if name in own
    }


def _faults(
    catalogue: Catalogue, edition: Edition, given: tuple[SourceSentence, ...], file: str
) -> list[Finding]:
    here = _placed(edition, given)
    found = {sentence.id for sentence in here.values()}
    strangers = {s.id: s for s in given if s.id not in found}
    resting = resting_on(catalogue)
    faults: list[Finding] = []
    for sentence in edition.sentences:
        now = here.get(sentence.id)
        if now is None:
            faults.append(_gone(resting, sentence, strangers.pop(sentence.id, None), file))
        elif now.id != sentence.id:
            faults.append(_moved(sentence, now, file))
    return [*faults, *(_new(s, file) for s in strangers.values())]


def _placed(edition: Edition, given: tuple[SourceSentence, ...]) -> dict[str, SourceSentence]:
    """Where each sentence of the edition stands in the text, by its id; each place is taken once.

    Of equal sentences those that stand where they stood are paired first, the rest in order.
    """
    free: dict[str, dict[str, SourceSentence]] = {}
    for sentence in given:
        free.setdefault(fingerprint(sentence.text), {})[sentence.id] = sentence
    found: dict[str, SourceSentence] = {}
    for stayed in (True, False):
        for known in edition.sentences:
            places = free.get(known.fingerprint, {})
            if known.id not in found and (known.id in places if stayed else places):
                found[known.id] = places.pop(known.id if stayed else next(iter(places)))
    return found


def _gone(
    resting: Mapping[str, list[str]],
    sentence: PrintedSentence,
    now: SourceSentence | None,
    file: str,
) -> Finding:
    ids = ", ".join(dict.fromkeys(i for name in sentence.of for i in resting.get(name, ())))
    vi, en = (f"; dựa vào câu này: {ids}", f"; resting on it: {ids}") if ids else ("", "")
    if now is None:
        message = Message(
            f"Không tìm thấy câu {sentence.id}{vi}.", f"Sentence {sentence.id} is not there{en}."
        )
        return _finding("source-missing", "error", file, 0, message)
    message = Message(
        f"Câu {sentence.id} đã khác: “{_start(now)}”{vi}.",
        f"Sentence {sentence.id} has changed: “{_start(now)}”{en}.",
    )
    return _finding("source-changed", "error", file, now.line, message)


def _moved(sentence: PrintedSentence, here: SourceSentence, file: str) -> Finding:
    message = Message(
        f"Câu {sentence.id} nay ở vị trí {here.id}.", f"Sentence {sentence.id} is now {here.id}."
    )
    return _finding("source-moved", "note", file, here.line, message)


def _new(sentence: SourceSentence, file: str) -> Finding:
    message = Message(
        f"Câu {sentence.id} chưa có trong danh mục: “{_start(sentence)}”.",
        f"The catalogue does not have sentence {sentence.id}: “{_start(sentence)}”.",
    )
    return _finding("source-uncovered", "error", file, sentence.line, message)


def _no_such_text(file: str, known: Iterable[Edition]) -> Finding:
    names = ", ".join(e.id for e in known) or "—"
    message = Message(
        f"Văn bản này không có câu nào của các bản đã biết ({names}).",
        f"No sentence of the known texts ({names}) stands in this file.",
    )
    hint = Message(
        "Dùng tệp văn bản thuần có các phần I-, II-, III-, IV-; với bản khác, lập dấu vân tay bằng "
        "`r57plans catalogue fingerprint`.",
        "Give plain text with the parts I-, II-, III-, IV-; for another text make its fingerprints "
        "with `r57plans catalogue fingerprint`.",
    )
    return Finding("catalogue.source-unknown", "error", message, hint, Place(file))


def _finding(rule: str, level: Level, file: str, line: int, message: Message) -> Finding:
    place = Place(file, line, 1 if line else 0)
    return Finding(f"catalogue.{rule}", level, message, place=place)


def _start(sentence: SourceSentence) -> str:
    return sentence.text if len(sentence.text) <= 80 else f"{sentence.text[:77]}…"
