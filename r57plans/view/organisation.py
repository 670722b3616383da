"""Part IV: who does what, the committee, reporting, review and change, funding."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.findings import Language
from r57plans.language import capital_first, date_long, join_list, yearly_day
from r57plans.model.actor import Person
from r57plans.model.base import Text
from r57plans.model.deadline import parse_period
from r57plans.model.document import Committee
from r57plans.model.plan import Reporting
from r57plans.view.composition import Composer, appended, deputies, deputy_post
from r57plans.view.names import Namer, in_a_row
from r57plans.view.phrases import phrase
from r57plans.view.printed import Joined, Printed
from r57plans.view.records import CommitteeView, DutyView, Lines

NO_COMMITTEE = CommitteeView(False, (), (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Organiser:
    """Writes the organisation of the work in the document's language."""

    namer: Namer

    def duties(self) -> tuple[DutyView, ...]:
        """Who does what, in the plan's order."""
        return tuple(
            DutyView(
                self.namer.list(duty.bodies),
                self.namer.speaker.text(duty.text, f"implementation/{n}", "implementation", n),
            )
            for n, duty in enumerate(self.namer.plan.implementation)
        )

    def committee(self) -> CommitteeView:
        """The steering committee by posts; names only where the plan gives them."""
        committee = self.namer.plan.committee
        if committee is None:
            return NO_COMMITTEE
        return CommitteeView(
            given=True,
            head=(self._comrade("head", committee.head, "head"),),
            deputies=tuple(
                self._comrade(f"deputies/{n}", person, deputy_post(person))
                for n, person in deputies(committee)
            ),
            members=tuple(
                Printed(self.namer.person(person), f"committee/members/{n}")
                for n, person in enumerate(committee.members)
            ),
            standing_agency=self._standing_agency(committee),
            working_group=self._working_group(committee),
            working_rules=self._texts(committee.working_rules, "working_rules"),
            council=self._texts(committee.council, "council"),
            people=Composer(self.namer).people(committee),
            appended=appended(committee),
        )

    def _texts(self, text: Text | None, key: str) -> Lines:
        if text is None:
            return ()
        return (self.namer.speaker.text(text, f"committee/{key}", "committee", key),)

    def _comrade(self, place: str, person: Person, post: str) -> Joined:
        """`Trưởng ban: đồng chí Bí thư Tỉnh ủy`; who it is has its identity."""
        language = self.namer.language
        before = phrase("comrade", language, post=phrase(post, language), person="")
        said = Printed(self.namer.person(person), f"committee/{place}")
        return Joined((before, said), separator="")

    def _standing_agency(self, committee: Committee) -> Lines:
        if committee.standing_agency is None:
            return ()
        body = self.namer.body(committee.standing_agency)
        return (phrase("standing_agency", self.namer.language, body=body),)

    def _working_group(self, committee: Committee) -> Lines:
        group = committee.working_group
        if group is None:
            return ()
        language, said = self.namer.language, ""
        if group.lead:
            said = phrase("group_lead", language, person=self.namer.person(group.lead))
        if group.members:
            bodies = in_a_row([self.namer.body(name) for name in group.members], language)
            said += phrase("group_members", language, bodies=bodies)
        return (f"{said.removeprefix('; ')}.",) if said else ()

    def reporting(self) -> Lines:
        """A sentence for each recurring report."""
        reports = enumerate(self.namer.plan.reporting)
        return tuple(self._report(n, report) for n, report in reports)

    def _report(self, index: int, report: Reporting) -> str:
        if report.vi:
            text = Text(vi=report.vi, en=report.en)
            return self.namer.speaker.text(text, f"reporting/{index}", "reporting", index)
        language = self.namer.language
        who = self.namer.list(report.from_, inside=True) or phrase("reporting_all", language)
        every = self._every(report.every, "reporting", index, "every")
        by = phrase("reporting_by", language, days=self._days(report)) if report.by else ""
        to = self._authority(report.to)
        said = phrase("reporting", language, every=every, who=who, to=to, by=by)
        return self.namer.speaker.finish(said)

    def _days(self, report: Reporting) -> str:
        return join_list(
            [_day(words, self.namer.language) for words in report.by], self.namer.language
        )

    def _authority(self, name: str | None) -> str:
        issuer = self.namer.issuer()
        return self.namer.in_sentence(name or issuer.authority or issuer.id)

    def flexibility(self) -> Lines:
        """How the plan is reviewed and changed; empty where the plan does not say."""
        rule = self.namer.plan.flexibility
        if rule is None:
            return ()
        if rule.vi:
            text = Text(vi=rule.vi, en=rule.en)
            return (self.namer.speaker.text(text, "flexibility", "flexibility"),)
        language = self.namer.language
        words = {
            "every": self._every(rule.review or "6 tháng", "flexibility", "review"),
            "body": self._authority(rule.changed_by),
        }
        return (self.namer.speaker.finish(phrase("review", language, **words)),)

    def _every(self, wording: str, *where: str | int) -> str:
        """How often, at a sentence's start: `Định kỳ 6 tháng`, `Every six months`."""
        period, language = parse_period(wording), self.namer.language
        if period is None:
            said = str(self.namer.speaker.text(Text(vi=wording), "", *where))
        else:
            said = period.say(language)
        if language == "en":
            return capital_first(said) if period else said
        return phrase("every", language, period=said.removesuffix(" một lần"))

    def funding(self) -> Lines:
        """The funding clause; empty where the plan leaves it to the template."""
        funding = self.namer.plan.funding
        return (self.namer.speaker.text(funding, "funding", "funding"),) if funding else ()


def _day(words: str, language: Language) -> str:
    """A day of any year: `15/6` is `15 June` in English; other words stay as they are."""
    day = yearly_day(words)
    return words if language == "vi" or day is None else date_long(day, "en").rpartition(" ")[0]
