"""Published ways out of Jinja's sandbox, and out of docxtpl: each is a fault and no more."""

from __future__ import annotations

import pytest
from word_builders import rules, story
from word_packages import p, word_file

from r57plans.errors import TemplateError
from r57plans.word.template import Template

# What was reported against docxtpl, whose templates run whatever Python they reach.
REPORTED = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__.os.popen('id').read() }}",
    "{{ namespace.__init__.__globals__.os.popen('id').read() }}",
    "{{ self.__init__.__globals__.__builtins__.__import__('os').popen('id').read() }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ().__class__.__base__.__subclasses__()[40]('/etc/passwd').read() }}",
    "{% for c in [].__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
    "{{ config.__class__.from_envvar.__globals__ }}",
    "{{ request.application.__globals__.__builtins__ }}",
    "{{ image.function.__globals__ }}",
    "{{ image('/etc/passwd') }}",
    "{{ image('../../etc/passwd') }}",
    "{% import '/etc/passwd' as m %}",
]
# CVE-2014-1402 … CVE-2025-27516, as they were published against Jinja's own sandbox.
PUBLISHED = [
    "{{ '{0.__class__.__mro__}'.format(x) }}",
    "{{ '{a.__class__}'.format_map({'a': x}) }}",
    "{{ x|attr('__class__') }}",
    "{{ x|attr('format')('{0.__class__}') }}",
    "{{ ['{0.__class__}']|map('format', x)|list }}",
    "{{ [x]|map(attribute='__class__')|list }}",
    "{{ [x]|map('attr', '__class__')|list }}",
    "{% set f = '{0.__class__}'.format %}{{ f(x) }}",
    "{% set ns = namespace(f='{0.__class__}'.format) %}{{ ns.f(x) }}",
    "{{ x['__cl' ~ 'ass__'] }}",
    "{{ x|groupby('__class__') }}",
    "{{ [x]|sort(attribute='__class__') }}",
    "{{ [x]|selectattr('__class__')|list }}",
    "{{ loop.__init__ }}",
    "{% for i in [1] %}{{ loop._iterable.__class__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m.function.__globals__ }}",
    "{{ x.__init__ }}",
    "{{ x.format.function }}",
]


@pytest.mark.parametrize("tags", [*REPORTED, *PUBLISHED])
def test_no_published_way_out_of_a_template_leads_anywhere(tags: str) -> None:
    found = rules(p(tags), x="text")

    assert len(found) == 1
    assert found[0].startswith("template.")


@pytest.mark.parametrize("part", ["header", "footer", "footnotes", "comments"])
def test_the_ways_out_are_closed_in_every_part(part: str) -> None:
    inner = p(REPORTED[0])
    if part in ("footnotes", "comments"):
        inner = f'<w:{part[:-1]} w:id="1">{inner}</w:{part[:-1]}>'

    with pytest.raises(TemplateError) as caught:
        Template(word_file(p("x"), story(part, inner))).render({})

    assert [f.rule for f in caught.value.report] == ["template.unknown-name"]


def test_a_place_that_a_list_lacks_is_told_with_how_many_it_has() -> None:
    with pytest.raises(TemplateError, match="There are 2 items here, counted from 0"):
        Template(word_file(p("{{ xs[5] }}"))).render({"xs": [1, 2]})
