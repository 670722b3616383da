"""Rows that are new, rows that are gone, paragraphs that are new or gone, and comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from r57plans.findings import Language
from r57plans.model.proposal import Proposal, Trace
from r57plans.pull.base import Base, norm, record_of
from r57plans.pull.changes import named, source_of
from r57plans.pull.pieces import found_of
from r57plans.pull.prose import Prose
from r57plans.pull.rows import Placed, Placing
from r57plans.pull.surroundings import RowTexts, row_texts
from r57plans.pull.walk import Walked, line_tokens
from r57plans.word.reading import NOBODY, Reading, Who


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes proposals of what has come and gone in one file.

    `titles` gives the group of a title, `whole` is whether the file holds the whole document.
    `rows` are printed rows that are known by their texts alone: none of them is new.
    """

    base: Base
    titles: Mapping[str, str]
    file: str
    language: Language
    whole: bool
    rows: Collection[RowTexts] = ()

    def new_rows(self, walked: Walked) -> Iterator[Proposal]:
        """The rows that are of no task or target and have texts in the columns of fields."""
        counts: Counter[str] = Counter()
        for placing in walked.tables:
            for n in range(len(placing.rows)):
                if placing.is_new(n) and row_texts(placing.rows[n].row) not in self.rows:
                    yield from self._added(placing, n, counts)

    def _added(self, placing: Placing, n: int, counts: Counter[str]) -> Iterator[Proposal]:
        row = placing.rows[n]
        texts = tuple(self._texts(placing, row))
        if not texts:
            return
        after, group = self._where(placing, n)
        anchor = after or group or "first"
        counts[f"{placing.kind}/{anchor}"] += 1
        who = row.row.who
        if who == NOBODY:
            said = (piece.who for line in row.row.lines for piece in line.pieces)
            who = next((one for one in said if one != NOBODY), NOBODY)
        yield Proposal(
            "add",
            f"{placing.kind}/new-{counts[f'{placing.kind}/{anchor}']}",
            row=texts,
            after=after,
            group=group,
            language=self.language,
            trace=_trace(placing),
            confidence=0.9,
            source=source_of(self.file, who),
        )

    def _texts(self, placing: Placing, row: Placed) -> Iterator[tuple[str, tuple[str, ...]]]:
        for cell in row.row.cells:
            key = placing.key(cell, row)
            if not key:
                continue
            tokens = line_tokens(cell.lines)
            name = f"{placing.kind}/new/{key}"
            if texts := found_of(name, tokens, None).texts:
                yield key, texts

    def _where(self, placing: Placing, n: int) -> tuple[str, str]:
        """The record above a row in its block, and the group of that block."""
        after, group = "", ""
        for row in reversed(placing.rows[:n]):
            if row.record:
                after = after or row.record.partition("/")[2]
            elif len(row.row.cells) < placing.width:
                said = (norm(cell.text) for cell in row.row.cells)
                group = next((g for text in said if (g := self.titles.get(text.casefold()))), "")
                break
        return after, group or _group_of(after)

    def gone_rows(self, walked: Walked, hands: Mapping[str, Who]) -> Iterator[Proposal]:
        """The tasks and targets whose row is gone from the table that has all of them."""
        deleted = {self._record(tag): who for tag, who in hands.items()}
        for kind in ("task", "target"):
            tables = [p for p in walked.tables if p.kind == kind and len(p.columns) > 2]
            here = {row.record for placing in tables for row in placing.rows if row.record}
            others = {record_of(flow.field) for flow in walked.flow}
            if not here:
                continue
            keys = [set(self.base.by_record[r]) for r in here if r in self.base.by_record]
            common = set.intersection(*keys) if keys else set()
            for record in self.base.records(kind):
                # What its row would have printed beside the others was printed of it.
                if record not in here and common <= set(self.base.by_record[record]):
                    confidence = 0.8 if record in others else 1.0
                    yield self._gone(record, tables[0], confidence, deleted.get(record, NOBODY))

    def _gone(self, record: str, placing: Placing, confidence: float, who: Who) -> Proposal:
        text = next(
            (f.texts for k, f in self.base.by_record[record].items() if k in ("text", "name")), ()
        )
        kind, _, name = record.partition("/")
        return Proposal(
            "remove",
            record,
            field=kind,
            old=text,
            language=self.language,
            trace=_trace(placing),
            confidence=min(confidence, 1.0 if _trace(placing) == "tag" else 0.8),
            source=source_of(self.file, who),
            **{kind: name},  # type: ignore[arg-type]  # task or target
        )

    def _record(self, tag: str) -> str:
        """The record of a tag or of a bookmark."""
        return record_of(self.base.path(tag)) or self.base.marked(tag)[1]

    def of_prose(self, prose: Prose, hands: Mapping[str, Who], tagged: bool) -> Iterator[Proposal]:
        """Paragraphs that are gone, and those that are new."""
        for path in prose.gone if self.whole else ():
            yield Proposal(
                "remove",
                path,
                old=self.base.fields[path].texts,
                language=self.language,
                trace="tag" if tagged else "text",
                confidence=0.9 if tagged else 0.5,
                source=source_of(self.file, hands.get(path, NOBODY)),
                **named(path),  # type: ignore[arg-type]  # only texts
            )
        for new in prose.new:
            yield Proposal(
                "add",
                new.root,
                field=new.root,
                new=(new.text,),
                after=new.after,
                language=self.language,
                trace="text",
                confidence=0.7,
                source=source_of(self.file, new.who),
            )

    def notes(self, reading: Reading, walked: Walked, own: str) -> Iterator[Proposal]:
        """The comments, each at the task, target or paragraph that it stands at.

        Those of the author `own`, this tool, are left out.
        """
        for remark in reading.remarks:
            if remark.who.author == own or not remark.paragraphs:
                continue
            path, trace = walked.remarked.get(remark.id, ("", "text"))
            record = record_of(path) or (path if path in self.base.by_record else "")
            where = named(f"{record}/note") if record else named(path) if path else {}
            yield Proposal(
                "note",
                f"{record}/note" if record else path,
                new=remark.paragraphs,
                language=self.language,
                trace=trace,
                confidence=1.0 if path else 0.0,
                source=source_of(self.file, remark.who),
                **where,  # type: ignore[arg-type]  # only texts
            )


def _trace(placing: Placing) -> Trace:
    traces: Sequence[Trace] = [row.trace for row in placing.rows if row.record]
    return Counter(traces).most_common(1)[0][0] if traces else "text"


def _group_of(task: str) -> str:
    """The group of a task of the catalogue; "" for a local one."""
    return task.partition(".")[0] if task[:1].isdecimal() else ""
