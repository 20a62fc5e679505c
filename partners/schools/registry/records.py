"""One row of a registry as we keep it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from partners.schools.enums import Registry
from partners.schools.models import CODE_SHAPE
from vicinia.core.imports.rows import RowRefused

from . import layout
from .orders import find_order, is_aggregator
from .website import clean_website

NOT_AVAILABLE = "non disponibile"
# Soft hyphen, zero-width marks: invisible, and they make two equal names different.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
LONGEST = 150
SCHOOL_CODE = re.compile(CODE_SHAPE)
CADASTRAL_CODE = re.compile(r"^[A-Z]\d{3}$")
EMAIL = re.compile(r"^[\w.+'-]+@[\w-]+(\.[\w-]+)+$", re.ASCII)
YEAR = re.compile(r"^(20\d\d)/?(?:20)?(\d\d)$")


class SchoolRecord(NamedTuple):
    """What the registry says of a school; field names are those of `School` where they exist."""

    code: str
    name: str
    order: str
    level: str
    features: str
    is_aggregator: bool
    is_head_office: bool
    all_through_code: str
    address: str
    postcode: str
    municipality_code: str
    municipality: str
    province: str
    region: str
    area: str
    email: str
    pec: str
    website: str
    registry: str
    school_year: str
    institute_code: str
    institute_name: str

    def fingerprint(self) -> str:
        """Digest of everything the row says, 32 hexadecimal characters."""
        return _digest(self)


SCHOOL_FIELDS = tuple(
    name for name in SchoolRecord._fields if name not in {"institute_code", "institute_name"}
)


class InstituteRecord(NamedTuple):
    """What the registry says of an institute; only its own row tells more than code and name."""

    code: str
    name: str
    email: str = ""
    pec: str = ""
    website: str = ""
    address: str = ""
    postcode: str = ""
    municipality_code: str = ""
    municipality: str = ""
    is_aggregator: bool = False
    is_complete: bool = False

    def fingerprint(self) -> str:
        """Digest of everything known of the institute."""
        return _digest(self)


def _digest(values: tuple[object, ...]) -> str:
    return hashlib.blake2b("\x1f".join(map(str, values)).encode(), digest_size=16).hexdigest()


def institute_of(school: SchoolRecord) -> InstituteRecord | None:
    """Return what a row says of its institute, if it names one."""
    if not school.institute_code:
        return None
    name = school.institute_name or school.institute_code
    if school.institute_code != school.code:
        return InstituteRecord(school.institute_code, name)
    return InstituteRecord(
        school.institute_code,
        name,
        school.email,
        school.pec,
        school.website,
        school.address,
        school.postcode,
        school.municipality_code,
        school.municipality,
        school.is_aggregator,
        is_complete=True,
    )


def clean(text: str) -> str:
    """Return a cell without needless spaces, invisible marks and doubled quotes ("" in the private file).

    "Non Disponibile" is nothing.
    """
    if not text.isascii():
        text = text.translate(INVISIBLE)
    text = " ".join(text.split()).replace('""', '"')
    return "" if text.casefold() == NOT_AVAILABLE else text


def read_record(cells: Mapping[str, str], registry: Registry) -> SchoolRecord:
    """Turn the cells of a row, by column name, into a record; raise RowRefused with the reason."""
    values = {column.upper(): clean(text) for column, text in cells.items()}
    get = values.get
    for column, text in values.items():
        if len(text) > LONGEST:
            raise RowRefused(
                _("%(column)s is longer than %(number)d characters") % {"column": column, "number": LONGEST}
            )
        if not text.isprintable():
            raise RowRefused(_("%(column)s holds characters that are not text") % {"column": column})
    code = _code(get(layout.CODE, ""))
    level = get(layout.LEVEL, "")
    order = find_order(code, level)
    if order is None:
        raise RowRefused(_("unknown order of school: «%(level)s»") % {"level": level})
    municipality = get(layout.MUNICIPALITY, "")
    return SchoolRecord(
        code=code,
        name=get(layout.NAME) or _name_when_unknown(cells, level, municipality),
        order=str(order),
        level=level[:100],
        features=get(layout.FEATURES, "")[:60],
        is_aggregator=is_aggregator(code),
        is_head_office=get(layout.HEAD_OFFICE, "").upper() in {"SI", "SÌ"},
        all_through_code=get(layout.ALL_THROUGH, "")[:15],
        address=get(layout.ADDRESS, ""),
        postcode=_postcode(get(layout.POSTCODE, "")),
        municipality_code=_matching(CADASTRAL_CODE, get(layout.MUNICIPALITY_CODE, "").upper()),
        municipality=municipality[:100],
        province=get(layout.PROVINCE, "")[:50],
        region=get(layout.REGION, "")[:50],
        area=get(layout.AREA, "")[:20],
        email=_matching(EMAIL, get(layout.EMAIL, "").lower()),
        pec=_matching(EMAIL, get(layout.PEC, "").lower()),
        website=clean_website(get(layout.WEBSITE, "")),
        registry=str(registry),
        school_year=_school_year(get(layout.YEAR, "")),
        institute_code=_institute_code(get(layout.INSTITUTE_CODE, "")),
        institute_name=get(layout.INSTITUTE_NAME, ""),
    )


def _code(text: str) -> str:
    code = text.upper()
    if not code:
        raise RowRefused(_("the code of the school is missing"))
    if not SCHOOL_CODE.match(code):
        raise RowRefused(_("«%(code)s» is not a school code (ten letters and digits)") % {"code": code[:20]})
    return code


def _institute_code(text: str) -> str:
    code = text.upper()
    if code and not SCHOOL_CODE.match(code):
        raise RowRefused(_("«%(code)s» is not the code of an institute") % {"code": code[:20]})
    return code


def _name_when_unknown(cells: Mapping[str, str], level: str, municipality: str) -> str:
    if not any(text.strip() for column, text in cells.items() if column.upper() == layout.NAME):
        raise RowRefused(_("the name of the school is missing"))
    # The registry says "Non Disponibile" for some fifty real schools: people still have to find them.
    return f"{level.capitalize()} – {municipality.title()}"[:LONGEST]


def _postcode(text: str) -> str:
    # A spreadsheet may have eaten the leading zeros ("8038").
    return text.zfill(5) if text.isdigit() and 3 <= len(text) <= 5 else ""


def _matching(shape: re.Pattern[str], text: str) -> str:
    return text if shape.match(text) else ""


def _school_year(text: str) -> str:
    match = YEAR.match(text)
    if match is None:
        raise RowRefused(_("unknown school year: «%(year)s»") % {"year": text[:20]})
    return f"{match[1]}/{match[2]}"
