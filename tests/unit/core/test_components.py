"""Components: each has an example and documentation, and says to everybody what it says by colour."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils import translation

from vicinia.core.components import Card, Cell, Column, Link, Pagination, ProgressBar, Ribbon, Table
from vicinia.core.gallery.examples import EXAMPLES
from vicinia.core.gallery.examples.forms import SampleForm, wrong
from vicinia.core.gallery.views import documentation, entries
from vicinia.core.templatetags.components import breakable

COMPONENTS = settings.ROOT / "templates" / "components"
NAMES = sorted(str(path.relative_to(COMPONENTS)) for path in Path(COMPONENTS).rglob("*.html"))


def test_the_gallery_shows_every_component() -> None:
    assert sorted(EXAMPLES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_component_says_what_it_takes(name: str) -> None:
    assert len(documentation(name)) > 20


def test_every_example_renders_something() -> None:
    empty = [entry.name for entry in entries() for shown in entry.shown if "<" not in shown.html]
    assert not empty


@pytest.mark.parametrize(
    ("value", "maximum", "percent"), [(0, 20, 0), (12, 20, 60), (25, 20, 100), (0, 0, 100), (-1, 5, 0)]
)
def test_a_bar_never_leaves_its_box(value: int, maximum: int, percent: int) -> None:
    assert ProgressBar("", value, maximum).percent == percent


def test_a_card_has_a_single_link() -> None:
    html = render_to_string("components/card.html", {"card": Card("Title", "/x/", action="Book")})
    assert html.count("<a ") == 1


def test_a_title_with_markup_is_shown_as_text() -> None:
    html = render_to_string("components/card.html", {"card": Card("<script>x</script>", "/x/")})
    assert "<script>" not in html


def test_a_ribbon_says_its_state_in_words() -> None:
    html = render_to_string(
        "components/ribbon.html", {"ribbon": Ribbon("closing", "Two days left", "Monday")}
    )
    assert "Two days left" in html
    assert "Monday" in html


def test_a_table_row_of_another_length_is_refused() -> None:
    table = Table("Points", (Column("Criterion"), Column("Points", is_numeric=True)), (("Quality",),))
    with pytest.raises(ValueError, match="zip"):
        _ = table.aligned_rows


def test_a_table_tells_texts_from_links() -> None:
    table = Table("Points", (Column("Criterion"), Column("Act")), (("Quality", Link("Act 3", "/acts/3/")),))
    html = render_to_string("components/table.html", {"table": table})
    assert '<a href="/acts/3/">Act 3</a>' in html
    assert '<th scope="row">Quality</th>' in html


def test_a_row_of_a_table_may_say_more_below_its_heading() -> None:
    columns = (Column("Criterion"), Column("Points", is_numeric=True))
    table = Table("Points", columns, ((Cell("Quality", note="How clear it is"), "40"),))
    html = render_to_string("components/table.html", {"table": table})
    assert '<th scope="row">Quality<span class="v-table__line">How clear it is</span></th>' in html


def test_a_table_wider_than_a_phone_names_each_value_for_its_cards() -> None:
    columns = (Column("Name"), Column("Office"), Column("Since"))
    html = render_to_string(
        "components/table.html", {"table": Table("Offices", columns, (("Ada", "President", "2025"),))}
    )
    assert "v-table--folds" in html
    assert '<td data-label="Office">President</td><td data-label="Since">2025</td>' in "".join(
        line.strip() for line in html.splitlines()
    )
    narrow = render_to_string(
        "components/table.html", {"table": Table("Offices", columns[:2], (("Ada", "President"),))}
    )
    assert "v-table--folds" not in narrow


@pytest.mark.parametrize(
    ("address", "broken"),
    [
        ("bandi@comune.example", "bandi@<wbr>comune<wbr>.example"),
        ("<b>@x.example", "&lt;b&gt;@<wbr>x<wbr>.example"),
        ("", ""),
    ],
)
def test_a_long_address_breaks_where_a_person_would(address: str, broken: str) -> None:
    assert breakable(address) == broken


def test_pages_of_a_long_list_keep_the_filters_and_skip_the_middle() -> None:
    page = Paginator(range(240), 20).page(6)
    pages = Pagination.from_page(page, lambda number: f"?kind=odv&page={number}").pages
    assert [each.number for each in pages] == [1, 0, 5, 6, 7, 0, 12]
    assert pages[2].url == "?kind=odv&page=5"
    assert [each.number for each in pages if each.is_current] == [6]


def test_a_field_in_error_names_its_error_to_screen_readers() -> None:
    html = render_to_string("components/form_field.html", {"field": wrong("x")["name"]})
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="x_name_helptext x_name_error"' in html
    assert 'id="x_name_error"' in html
    assert 'id="x_name_helptext"' in html


def test_a_required_field_says_so_in_words() -> None:
    with translation.override("it"):
        html = render_to_string("components/form_field.html", {"field": SampleForm()["email"]})
    assert "(obbligatorio)" in html


def test_the_error_summary_leads_to_each_field() -> None:
    html = render_to_string("components/error_summary.html", {"form": wrong("x")})
    form = wrong("x")
    ids = [field.id_for_label or field.auto_id for field in form if field.errors]
    assert len(ids) == 7
    assert all(f'href="#{each}"' in html for each in ids)
    fields = render_to_string("components/form_fields.html", {"form": form})
    assert all(f'id="{each}"' in fields for each in ids)
