"""Articles, the glossary with its hints, open questions, the start path."""

from datetime import timedelta

import pytest
from django.template import engines

from deele.access.tests.factories import colleague
from deele.core.versions import Conflict
from deele.directory.tests import factories as directory
from deele.library.actions import articles
from deele.library.kinds.demands import Demand, demands
from deele.library.models import Article, Term
from deele.library.queries import gaps, glossary
from deele.library.rules import marks, path, sizes
from deele.library.rules.path import Answers, Told
from deele.library.tests import examples as factories
from deele.library.tests.examples import DAY, NOW
from deele.mail.kinds import Wish, sources

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    glossary.forget_kept()
    yield
    glossary.forget_kept()


def test_marks_never_let_html_or_scripts_through():
    nasty = "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![b](https://example.org/x.png) [y](//evil.example)"
    html = marks.as_html(nasty)
    assert "<script" not in html
    assert "javascript:alert" not in html.replace("[x](javascript:alert(1))", "")
    assert "<img" not in html
    assert 'href="//' not in html


def test_marks_begin_below_the_title_and_name_each_heading_once():
    html = marks.as_html("# Eins\n\n# Eins\n\n- [ ] Raum\n- [x] Tag\n\n[mehr](/orte/)")
    assert '<h2 id="eins">' in html
    assert '<h2 id="eins-2">' in html
    assert marks.as_html("## Erst\n\n### Dann").startswith('<h2 id="erst">')
    assert marks.headings("## Erst\n\n### Dann\n\n## Erst") == [("Erst", "erst"), ("Erst", "erst-2")]
    assert "[ ]" not in html
    assert 'href="/orte/"' in html


def test_publishing_an_article_dates_its_check_and_a_year_later_it_is_due(client):
    made = factories.article(state="entwurf")
    articles.move(article=made, to="veroeffentlicht", by=None, now=NOW)

    assert made.checked_on == DAY
    assert (made.check_by - made.checked_on).days in (365, 366)
    Article.objects.filter(pk=made.pk).update(check_by=DAY - timedelta(days=500))
    assert "Bitte fragen Sie uns" in client.get(made.get_absolute_url()).content.decode()


def test_two_people_check_one_article():
    made = factories.article()
    stale = Article.objects.get(pk=made.pk)
    articles.check(article=made, by=None, now=NOW)
    with pytest.raises(Conflict):
        articles.check(article=stale, by=None, now=NOW)


def test_preview_saves_nothing_and_loses_nothing(client):
    client.force_login(colleague("redaktion"))
    sent = {"kind": "artikel", "title": "Neu", "body": "## So\n\n" + "Wir reden miteinander. " * 12, "preview": "1"}

    page = client.post("/schreibtisch/bibliothek/wissen/neu/", sent).content.decode()

    assert Article.objects.count() == 0
    assert '<h2 id="so">' in page
    assert 'value="Neu"' in page
    assert "LIX" in page


def test_a_second_writer_sees_the_conflict(client):
    client.force_login(colleague("redaktion"))
    made = factories.article()
    sent = {"kind": "artikel", "title": "Anders", "body": "Text", "version": made.version}
    Article.objects.filter(pk=made.pk).update(title="Zuerst", version=made.version + 1)

    answer = client.post(made.desk_url(), sent)

    assert answer.status_code == 409
    assert "Zuerst" in answer.content.decode()
    made.refresh_from_db()
    assert made.title == "Zuerst"


def hint(key):
    return engines["django"].from_string(f'{{% hint "{key}" %}}').render({}).strip()


def test_hints_come_from_the_glossary_and_follow_its_changes(django_capture_on_commit_callbacks):
    term = factories.term()
    assert "Menschen mit Pflegebedarf" in hint("pflege-wg")
    assert hint("unbekannt") == ""

    Term.objects.filter(pk=term.pk).update(short="Neu gesagt.")
    term.refresh_from_db()
    articles.remove_term(term=term, by=None, now=NOW)
    assert hint("pflege-wg") == ""


def test_hints_cost_one_query_for_many_words(django_assert_num_queries):
    factories.term()
    glossary.forget_kept()
    with django_assert_num_queries(1):
        for _often in range(5):
            hint("pflege-wg")
            hint("erbbaurecht")


class Heard:
    """Stands for advice."""

    key = "probe"

    def topics(self):
        return [("geld", "Geld"), ("recht", "Recht")]

    def asked(self, today):
        return [Demand("geld", "Geld", 7), Demand("recht", "Recht", 4), Demand("geld", "Geld", 5, "Landkreis Muster")]


@pytest.fixture
def heard(monkeypatch):
    monkeypatch.setattr(demands, "_items", {"probe": (1, Heard())})


@pytest.mark.usefixtures("heard")
def test_open_questions_leave_small_groups_out_and_close_with_an_article(client):
    (gap,) = gaps.page(DAY)["gaps"]
    assert (gap.topic, gap.number, gap.districts, gap.is_open) == ("geld", 7, (("Landkreis Muster", 5),), True)

    client.force_login(colleague("redaktion"))
    assert 'value="Geld"' in client.get(gap.begin_url).content.decode()

    factories.article(topics=["geld"])
    assert gaps.open_count(DAY) == 0


@pytest.mark.usefixtures("heard")
def test_a_draft_does_not_close_an_open_question():
    factories.article(state="entwurf", topics=["geld"])
    assert gaps.open_count(DAY) == 1


def test_newsletter_and_answers_get_pieces():
    example, article = factories.example(), factories.article()
    found = sources.get("examples").pieces(Wish(text="gasthaus"), DAY)
    assert [one.url for one in found] == [example.get_absolute_url()]
    refs = [f"library.article:{article.pk}", "library.article:x", "library.article:99999"]
    assert list(sources.get("articles").by_refs(refs)) == refs[:1]


@pytest.mark.parametrize(
    ("population", "kind"),
    [(None, ""), (0, "dorf"), (4999, "dorf"), (5000, "kleinstadt"), (20000, "mittelstadt"), (100000, "grossstadt")],
)
def test_sizes(population, kind):
    assert sizes.size_of(population) == kind


def test_likeness_of_examples_is_told_in_reasons():
    answers = Answers(size="dorf", press="leerstand", have=frozenset({"gebaeude"}))
    near = Told(frozenset({"umnutzung"}), frozenset({"bestandsgebaeude"}), "dorf", "kommune")
    far = Told(frozenset({"demenz"}), frozenset(), "grossstadt", "privat")

    points, reasons = path.like(answers, near)
    assert len(reasons) == 4
    assert points > path.like(answers, Told(size="kleinstadt"))[0] > path.like(answers, far)[0] == 0
    assert path.like(Answers(), Told())[0] == 0


def test_the_start_path_answers_from_its_address_and_says_why(client):
    village = directory.place("03361007", "Kirchlinteln", population=4000)
    factories.example(themes=["umnutzung"], place=village)

    page = client.get("/kommunen/einstieg/?ort=03361007&druck=leerstand&da=gebaeude&tisch=verwaltung").content.decode()

    assert "Dorfmitte Muster" in page
    assert "dasselbe Thema" in page
    assert "Der Rat sitzt noch nicht am Tisch" in page
    assert "/beratung/anfrage/?thema=kommune&amp;ort=03361007" in page
    assert "checked" in page


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?ort=Nirgendwo",
        "?druck=quatsch&da=x&tisch=%00&zeit=" + "9" * 500,
        "?ort=%00",
        "?druck=pflege",
        "?ort=03361007",
    ],
)
def test_no_answer_of_the_start_path_is_an_error(client, query):
    directory.place("03361007", "Kirchlinteln")
    assert client.get(f"/kommunen/einstieg/{query}").status_code == 200
