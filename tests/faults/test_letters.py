"""Faults while an issue is sent: nothing is lost, nothing leaves twice, it goes on by itself, the desk says why."""

import json

import pytest

from tests.faults import house, letters

pytestmark = pytest.mark.server


def story_of(home, fault):
    """What became of the issue."""
    return json.loads(house.run(house.make(home), "-m", "tests.faults.letters", fault).splitlines()[-1])


def assert_all_arrived_once(story, doubtful=0):
    assert story["state"] == "versendet"
    assert story["twice"] == 0
    assert story["after"] == ""
    assert story["taken"] == letters.RECIPIENTS
    assert story["states"].get("ungewiss", 0) <= doubtful
    assert story["states"]["gesendet"] >= letters.RECIPIENTS - doubtful


def test_database_locked_while_an_issue_is_sent_loses_and_repeats_nothing(home):
    story = story_of(home, "locked")

    assert all("locked" in error for error in story["errors"])
    assert story["left_while_broken"] == 0
    assert_all_arrived_once(story)


def test_full_disk_while_an_issue_is_sent_loses_and_repeats_nothing(small_disk):
    story = story_of(small_disk, "full")

    assert all("full" in error or "No space" in error for error in story["errors"])
    assert story["left_while_broken"] == 0
    assert_all_arrived_once(story)


def test_mail_server_gone_for_a_while_is_named_and_waited_for(home):
    story = story_of(home, "gone")

    assert story["left_while_broken"] == 0
    assert "mail server" in story["said"].replace("Mailserver", "mail server")  # in either language
    assert_all_arrived_once(story)


def test_somebody_erased_after_the_claim_gets_nothing(home):
    story = story_of(home, "erased")

    assert story["left_while_broken"] == 0
    assert (story["taken"], story["twice"], story["state"]) == (letters.RECIPIENTS - 1, 0, "versendet")
