"""As many rows as one likes of everything that a list of the site shows, written in bulk."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from calls.applications.enums import ApplicationStatus
from calls.applications.models import Application
from calls.notices.models import Call
from calls.notices.pages import CallPage
from campaigns.events.models import Event
from campaigns.newsletter.issues.models import Issue
from campaigns.newsletter.subscriptions.models import NewsletterTopic, Subscriber
from campaigns.outreach.models import Campaign
from campaigns.projects.catalogue.models import Edition, ProjectAudience, SchoolProject
from campaigns.projects.catalogue.pages import SchoolProjectPage, SchoolProjectsIndexPage
from campaigns.projects.catalogue.queries import this_school_year
from campaigns.projects.certificates.models import Certificate
from campaigns.projects.enrolments.models import Enrolment
from partners.organisations.models import Organisation
from partners.schools.enums import SchoolOrder
from partners.schools.models import School
from tests.factories.accounts import UserFactory
from tests.factories.calls import published_call
from tests.factories.crowd_of_partners import CrowdOfPartners
from tests.factories.directory import NeedFactory, ServiceFactory, ServicePageFactory, services_index
from tests.factories.emergencies import EmergencyPageFactory, emergencies_index
from tests.factories.events import EventFactory, EventPageFactory, events_index
from tests.factories.newsletter import make_topic
from tests.factories.outreach import CampaignFactory, CampaignPageFactory, campaigns_index
from tests.factories.pages import (
    InformationPageFactory,
    LegalPageFactory,
    NewsPageFactory,
    SectionPageFactory,
    list_page,
    news_index,
    sections_index,
)
from tests.factories.partners import (
    OrganisationFactory,
)
from tests.factories.pictures import make_pictures
from tests.factories.territory import AreaFactory, PlaceFactory, TopicFactory, UnitFactory, WorkAreaFactory
from tests.support.bulk import add_pages, link, make_findable
from vicinia.accounts.erasure.enums import ErasureState
from vicinia.accounts.models import ErasureRequest, User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.imports.runs.models import ImportRun
from vicinia.core.pages.base import BasePage
from vicinia.core.traces.enums import Way
from vicinia.core.traces.models import DataAccess
from vicinia.directory.models import Service
from vicinia.home.feedback.models import PageRating
from vicinia.home.legal.models import LegalKind
from vicinia.home.news.models import NewsPage
from vicinia.home.sections.models import SectionPage
from vicinia.monitoring.participation.models import ParticipationRecord, Source
from vicinia.questions.models import FormDefinition
from vicinia.territory.models import Place, Topic, Unit, WorkArea

# More than a page of a list shows: each card of it has a picture of its own.
PICTURES = 13
MOST_FINDABLE = 200
ADMINISTRATOR = "amministrazione@comune.example"


class Crowd(CrowdOfPartners):
    """Fills an empty site with `count` rows of each kind."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.pictures = make_pictures(PICTURES)
        self.topic: Topic = TopicFactory(name="Argomento", slug="argomento")
        self.unit: Unit = UnitFactory(slug="bandi", name="Ufficio bandi", place=None)
        self.area: WorkArea = WorkAreaFactory(slug="area", name="Area")
        self.someone: User = UserFactory(email=ADMINISTRATOR, role=Role.ADMINISTRATOR)

    def fill(self) -> None:
        """Write everything."""
        self.add_places()
        self.add_campaigns()
        self.add_events()
        self.add_services()
        self.add_editorial_pages()
        self.add_calls()
        self.add_schools()
        self.add_school_projects()
        self.add_newsletter()
        self.add_office_rows()
        self.add_associations()

    def picture(self, number: int) -> AbstractImage:
        """The picture of the row with this number."""
        return self.pictures[number % PICTURES]

    def illustrated(self, pages: Sequence[BasePage], parent: Page) -> None:
        """Publish the pages below their list, each with its picture."""
        for number, page in enumerate(pages):
            page.image = self.picture(number)
        add_pages(parent, pages)

    def add_places(self) -> None:
        """Places open to the public, each with an office."""
        neighbourhood = AreaFactory()
        places = PlaceFactory.build_batch(self.count, area=neighbourhood)
        for number, place in enumerate(places):
            place.image = self.picture(number)
        Place.objects.bulk_create(places)
        Unit.objects.bulk_create(UnitFactory.build(place=place) for place in places)

    def add_campaigns(self) -> None:
        """Running campaigns."""
        campaigns = Campaign.objects.bulk_create(CampaignFactory.build_batch(self.count, topic=self.topic))
        self.illustrated([CampaignPageFactory.build(campaign=each) for each in campaigns], campaigns_index())

    def add_events(self) -> None:
        """Coming events."""
        place = Place.objects.first()
        events = Event.objects.bulk_create(EventFactory.build_batch(self.count, place=place))
        link(Event._meta.get_field("topics"), events, self.topic)
        self.illustrated([EventPageFactory.build(event=each) for each in events], events_index())

    def add_services(self) -> None:
        """Active services of one area, answering one need."""
        services = Service.objects.bulk_create(
            ServiceFactory.build_batch(self.count, area=self.area, unit=self.unit)
        )
        link(Service._meta.get_field("topics"), services, self.topic)
        link(Service._meta.get_field("needs"), services, NeedFactory(slug="bisogno"))
        pages = [ServicePageFactory.build(service=each) for each in services]
        add_pages(services_index(), pages)
        # More than a search shows; a thousand would only cost time.
        make_findable(pages[:MOST_FINDABLE])

    def add_editorial_pages(self) -> None:
        """News, areas, the pages below one of them, emergencies, the map of the site."""
        news = NewsPageFactory.build_batch(self.count, unit=self.unit)
        self.illustrated(news, news_index())
        link(NewsPage._meta.get_field("topics"), news, self.topic)
        sections = SectionPageFactory.build_batch(self.count, area=self.area)
        self.illustrated(sections, sections_index())
        first = SectionPage.objects.order_by("path").first()
        assert first is not None
        first.topics.add(self.topic)
        first.save()
        self.illustrated(InformationPageFactory.build_batch(self.count), first)
        now = timezone.now()
        emergencies = EmergencyPageFactory.build_batch(self.count)
        for number, emergency in enumerate(emergencies):
            emergency.ended_at = now if number % 2 else None
        self.illustrated(emergencies, emergencies_index())
        LegalPageFactory(kind=LegalKind.SITE_MAP, title="Mappa del sito")

    def add_calls(self) -> None:
        """Open calls, all with the rules of one of them, and what the first has received."""
        model = published_call(title="Bando 0000", unit=self.unit)
        forms = FormDefinition.objects.bulk_create(
            FormDefinition(title=f"Modulo {number}") for number in range(1, self.count)
        )
        calls = [copy.copy(model) for _form in forms]
        for number, (call, form) in enumerate(zip(calls, forms, strict=True), start=1):
            call.pk, call.form, call.number = None, form, (model.number or 0) + number
            call.title = f"Bando {number:04d}"
        Call.objects.bulk_create(calls)
        link(Call._meta.get_field("topics"), calls, self.topic)
        page = CallPage.objects.get()
        page.image = self.picture(0)
        page.save()
        pages = [CallPage(title=call.title, summary=call.summary, call=call) for call in calls]
        self.illustrated(pages, page.get_parent())
        organisations = Organisation.objects.bulk_create(OrganisationFactory.build_batch(self.count))
        now = timezone.now()
        self.add_dossiers(organisations)
        self.add_agreements(organisations)
        Application.objects.bulk_create(
            Application(
                call=model, organisation=organisation, form_version=model.form_version,
                status=ApplicationStatus.SUBMITTED, saved_at=now, submitted_at=now,
                submitted_by=self.someone, register_year=now.year, register_number=number,
                sha256="0" * 64,
            )
            for number, organisation in enumerate(organisations, start=1)
        )  # fmt: skip

    def add_school_projects(self) -> None:
        """Projects with an edition open to sign-up, and a class signed up in each."""
        projects = SchoolProject.objects.bulk_create(
            SchoolProject(title=f"Progetto {number:04d}", pupils_do="Misurano la strada.")
            for number in range(self.count)
        )
        link(SchoolProject._meta.get_field("topics"), projects, self.topic)
        ProjectAudience.objects.bulk_create(
            ProjectAudience(project=each, order=SchoolOrder.PRIMARY) for each in projects
        )
        now = timezone.now()
        window = {"opens_at": now - timedelta(days=1), "closes_at": now + timedelta(days=1)}
        editions = Edition.objects.bulk_create(
            Edition(project=each, school_year=this_school_year(), places=2, **window) for each in projects
        )
        enrolments = Enrolment.objects.bulk_create(
            Enrolment(
                edition=edition, school=school, teacher=self.someone, class_label="3A", class_key="3a",
                grade=3, pupils=20, state="confirmed", created_at=now, settled_at=now,
            )
            for edition, school in zip(editions, School.objects.all(), strict=True)
        )  # fmt: skip
        today = timezone.localdate()
        Certificate.objects.bulk_create(
            Certificate(
                enrolment=enrolment, holder=self.someone, holder_name="Ada", state="issued",
                register_year=today.year, register_number=number, project_title="Progetto",
                school_year=enrolment.edition.school_year, school_name=enrolment.school.name,
                school_code=enrolment.school.code, class_label="3A", last_meeting=today, meetings=1,
                meeting_minutes=60, issued_at=now,
            )
            for number, enrolment in enumerate(enrolments, start=1)
        )  # fmt: skip
        pages = [SchoolProjectPage(title=each.title, project=each) for each in projects]
        self.illustrated(pages, list_page(SchoolProjectsIndexPage, "progetti-scuole", "Progetti"))

    def add_newsletter(self) -> None:
        """Topics, confirmed subscribers and drafts of issues."""
        topic = make_topic("Novità")
        NewsletterTopic.objects.bulk_create(
            NewsletterTopic(name=f"Tema {number}", slug=f"tema-{number}") for number in range(1, self.count)
        )
        now = timezone.now()
        subscribers = Subscriber.objects.bulk_create(
            Subscriber(
                email=f"persona{number}@example.org", state="confirmed", asked_at=now, confirmed_at=now
            )
            for number in range(self.count)
        )
        link(Subscriber._meta.get_field("topics"), subscribers, topic)
        Issue.objects.bulk_create(Issue(subject=f"Numero {number}") for number in range(self.count))

    def add_office_rows(self) -> None:
        """Ratings of as many pages, entries of the audit trail, figures of participation, imports."""
        numbers = range(self.count)
        PageRating.objects.bulk_create(PageRating(path=f"/pagina-{n}/", rating=n % 5 + 1) for n in numbers)
        AuditEntry.objects.bulk_create(
            AuditEntry(
                actor=self.someone, action="demo.row.written", target_type="demo.row",
                target_id=str(number), target_label=f"Riga {number}",
            )
            for number in numbers
        )  # fmt: skip
        someone_else = UserFactory()
        DataAccess.objects.bulk_create(
            DataAccess(
                at=timezone.now(), reader=self.someone, reader_label=str(self.someone), way=Way.LIST,
                screen="school_contacts", object_type="demo.row", object_id=str(number),
                object_label=f"Riga {number}", subject=someone_else, subject_label=str(someone_else),
                once=str(number),
            )
            for number in numbers
        )  # fmt: skip
        now = timezone.now()
        ErasureRequest.objects.bulk_create(
            ErasureRequest(
                user=someone_else, state=ErasureState.WITHDRAWN, asked_at=now, due_at=now, answer_by=now,
                settled_at=now,
            )
            for _number in numbers
        )  # fmt: skip
        ParticipationRecord.objects.bulk_create(
            ParticipationRecord(
                day=timezone.localdate(), source=Source.CAMPAIGN, source_key=f"k{number}",
                title=f"Dato {number}", participants=number, counted_by="ASL",
            )
            for number in numbers
        )  # fmt: skip
        ImportRun.objects.bulk_create(
            ImportRun(kind="partners.organisations", file_name=f"elenco-{number}.csv", by=self.someone)
            for number in numbers
        )
