"""How the lines of an official document are told apart by their words."""

from __future__ import annotations

import re
from functools import lru_cache

from r57plans.language import unaccented
from r57plans.load import load_registers

# What is matched is without diacritics and in capitals: a misspelt component is still found.
PARTY_HEADING = re.compile(r"DANG CONG SAN VIET NAM")
STATE_HEADING = re.compile(r"CONG HOA XA HOI CHU NGHIA VIET NAM")
MOTTO = re.compile(r"DOC LAP\W+TU DO\W+HANH PHUC\W*")
STAR = re.compile(r"[*∗＊﹡✱](?: ?[*∗＊﹡✱])*")
NUMBER = re.compile(r"SO\s*[:.]?\s*([\d._…\s]*)(\S*[-–/]\s?[A-Z]\S*(?:\s?[-–/]\s?\S+)*)")
BARE_NUMBER = re.compile(r"SO\s*[:.]?\s*\d+\s*[-–/]\s*\S+.*")
PLACE_DATE = re.compile(r"(?:.{1,60}?)?,?\s*NGAY\b[\s\d._…]*THANG\b[\s\d._…]*NAM\b[\s\d._…]*")
DRAFT = re.compile(r"\(?DU THAO\b.{0,20}")
URGENCY = re.compile(r"KHAN|THUONG KHAN|HOA TOC|HOA TOC HEN GIO")
SECRECY = re.compile(r"MAT|TOI MAT|TUYET MAT")
LETTER_SUBJECT = re.compile(r"(?:V/V|VE VIEC)\b.*")
ADDRESSED = re.compile(r"KINH (?:GUI|TRINH)\b.*")
ATTACHED = re.compile(r"\(?\s*(?:BAN HANH )?KEM THEO\b.*")
TYPED_RULE = re.compile(r"(?:[-–—_=~*.]\s*){3,}")
BASIS = re.compile(r"(?:[-–+]\s*)?(?:CAN CU|XET DE NGHI|XET TO TRINH|THEO DE NGHI)\b.*")
PART = re.compile(r"[IVXL]+\s*[-.–:/)]\s*.*")
CHAPTER = re.compile(r"(?:PHAN|CHUONG|MUC|TIEU MUC)\s+(?:THU\s+\w+|[IVXLC]+|\d+)\s*[.:]?")
ARTICLE = re.compile(r"DIEU\s+\d+[A-Z]?\s*[.:].*")
SECTION = re.compile(r"\d{1,2}\s*[-.–/)]\s*(?!\d).*")
SUBSECTION = re.compile(r"(?:\d{1,2}\.\d{1,2}\.?|[A-Z]\))\s*\D.*")
AUTHORITY = re.compile(r"(T\s?/\s?M|TM\b\.?|T\.M\.?|K\s?/\s?T|KT\b\.?|T\s?/\s?L|TL\b\.?"
                       r"|TUQ\b\.?|T\s?/\s?UQ|Q\s?\.)\s*(\S.*)")  # fmt: skip
RECIPIENTS = re.compile(r"NOI NHAN\s*[:.]?")
SIGNED = re.compile(r"\(?\s*DA KY\s*\)?")
APPENDIX = re.compile(r"PHU LUC(?:\s+(?:SO\s+)?([0-9]{1,2}|[IVXLC]{1,6}))?\s*[:.]?")
ARCHIVE = re.compile(r"[-–]?\s*LUU\b.*")

_ISSUERS = (
    "TINH UY", "THANH UY", "DANG UY", "DANG BO", "HUYEN UY", "QUAN UY", "THI UY", "UY BAN",
    "HOI DONG", "BAN ", "VAN PHONG", "SO ", "CHI BO", "CHI UY", "DANG DOAN", "TRUNG TAM",
    "CUC ", "CHINH PHU", "BO ", "CONG AN", "TRUONG ",
)  # fmt: skip
_MORE_TYPES = ("QUY DINH", "LOI KEU GOI", "TUYEN BO", "DIEN", "GIAY GIOI THIEU")


def folded(text: str) -> str:
    """A text without diacritics, in capitals, its blanks single: what the patterns are for."""
    return " ".join(unaccented(text).upper().split())


def is_upper(text: str) -> bool:
    """Whether a text has letters and all of them are capitals."""
    return text.upper() == text and any(c.isalpha() for c in text)


def is_heading(text: str) -> bool:
    """Whether a folded line is the heading of the Party's or the State's documents."""
    return bool(PARTY_HEADING.fullmatch(text) or STATE_HEADING.fullmatch(text))


def names_issuer(text: str) -> bool:
    """Whether a folded line begins as the name of a body that issues documents does."""
    return f"{text} ".startswith(_ISSUERS)


@lru_cache(maxsize=1)
def type_names() -> frozenset[str]:
    """The names of the types of documents, folded."""
    known = load_registers().types.values()
    return frozenset({folded(kind.vi) for kind in known} | set(_MORE_TYPES))


def is_type(text: str) -> bool:
    """Whether a line is the name of a type of document, alone or with more words in capitals."""
    said = folded(text)
    if said in type_names():
        return True
    return is_upper(text) and any(said.startswith(f"{name} ") for name in type_names())
