"""Lists in a database: read only, in bounded time, and without a word about how to get in."""

import gc
import os
import signal
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import psutil
import psycopg
import pytest

from actionmap.campaign.actions import read_actions
from actionmap.errors import SourceError, WorkerError
from actionmap.lists.sources import DatabaseSource, Limits
from actionmap.preparing import Apart
from tests.services.conftest import PASSWORD, Postgres, free_port

VARIABLE = "TEST_LIST_DB"
SOON = Limits(seconds=0.5)


@pytest.fixture
def sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    monkeypatch.setenv(VARIABLE, f"sqlite:///{tmp_path / 'a list.db'}")
    connection = sqlite3.connect(tmp_path / "a list.db")
    yield connection
    connection.close()


def fails(table: str = "actions", limits: Limits = Limits()) -> str:  # noqa: B008
    with pytest.raises(SourceError) as error:
        DatabaseSource(VARIABLE, table, limits).fetch()
    assert PASSWORD not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize("address", ["", "mysql://tester:{}@127.0.0.1/x", "sqlite://", "{}"])
def test_an_address_that_is_no_databases_is_said_to_be_none(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv(VARIABLE, address.format(PASSWORD))
    assert fails().startswith(f"{VARIABLE} holds no database's address.")


@pytest.mark.parametrize(
    "address",
    [
        "sqlite+aio",
        "postgres",
        "postgresql://tester:{}@127.0.0.1:port/x",
        "postgresql://a:{}@b@[::1/x",
        "postgresql://a:@@{}:x:y",
    ],
)
def test_an_address_that_cannot_be_understood_is_not_shown(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv(VARIABLE, address.format(PASSWORD))
    assert VARIABLE in fails()


def test_a_view_of_postgresql_in_a_schema_is_read_with_its_own_types(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    postgres.run(
        "create schema if not exists campaign",
        "create or replace view campaign.\"Test day\" as select date '2031-01-02' as date, time '14:00' as start_time,"
        " 'FR' as country, 'Testville' as locality, null::text as venue, 7 as number, true as checked",
    )
    monkeypatch.setenv(VARIABLE, postgres.url.replace("postgresql://", "postgres://"))
    [action] = read_actions(DatabaseSource(VARIABLE, "campaign.Test day").fetch().content).actions
    assert (str(action.date), str(action.start_time), action.country, action.venue) == (
        "2031-01-02",
        "14:00:00",
        "FR",
        "",
    )


@pytest.mark.parametrize("table", ["nobody", 'x"; drop table precious; --', "campaign.nobody", "pg_catalog.nobody"])
def test_a_table_that_is_not_there_is_named(postgres: Postgres, monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    monkeypatch.setenv(VARIABLE, postgres.url)
    assert fails(table) == f"The database has no table or view {table} that its user may see."


def test_a_wrong_password_is_not_shown(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, postgres.url.replace(PASSWORD, wrong := "another-pass-word"))
    said = fails()
    assert said.startswith("table actions cannot be read (OperationalError). Check the address in TEST_LIST_DB")
    assert wrong not in said
    assert "tester" not in said


def test_a_server_that_is_down_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, f"postgresql://tester:{PASSWORD}@127.0.0.1:{free_port()}/x")
    assert "that the database is up" in fails()


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        monkeypatch.setenv(VARIABLE, f"postgresql://tester:{PASSWORD}@127.0.0.1:{mute.getsockname()[1]}/x")
        assert "cannot be read" in fails(limits=Limits(seconds=1))


def test_a_view_that_writes_is_refused(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    postgres.run(
        "create table if not exists precious (n int)",
        "create or replace function spoil() returns text language sql as"
        " $$ insert into precious values (1); select 'FR' $$",
        "create or replace view spoiling as select spoil() as country",
    )
    monkeypatch.setenv(VARIABLE, postgres.url)
    assert "ReadOnlySqlTransaction" in fails("spoiling")
    with psycopg.connect(postgres.url) as connection:
        assert connection.execute("select count(*) from precious").fetchone() == (0,)


def test_the_server_itself_is_told_to_stop_in_time_and_to_change_nothing(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "current_setting('statement_timeout') as a, current_setting('transaction_read_only') as b"
    postgres.run(f"create or replace view told as select {told}")
    monkeypatch.setenv(VARIABLE, postgres.url)
    assert DatabaseSource(VARIABLE, "told").fetch().content == b"a,b\r\n20s,on\r\n"


def test_a_view_that_takes_too_long_is_broken_off(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    postgres.run("create or replace view slow as select pg_sleep(60)::text, 'FR' as country")
    monkeypatch.setenv(VARIABLE, postgres.url)
    assert "takes longer than 0.5 seconds" in fails("slow", SOON)


@pytest.mark.filterwarnings("ignore:<psycopg.ServerCursor:ResourceWarning")  # SQLAlchemy leaves it to a lost connection
def test_a_server_that_stalls_is_broken_off(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's own limit does not help where the server has stopped, or the network swallows all."""
    postgres.run("create or replace view stalling as select pg_sleep(60)::text, 'FR' as country")
    monkeypatch.setenv(VARIABLE, postgres.url)
    said: list[str] = []
    reading = Thread(target=lambda: said.append(fails("stalling", Limits(seconds=1.5))))
    reading.start()
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        asleep = "select pid from pg_stat_activity where wait_event = 'PgSleep'"
        while not (found := connection.execute(asleep).fetchone()):
            assert reading.is_alive()
    os.kill(found[0], signal.SIGSTOP)
    try:
        reading.join()
    finally:
        os.kill(found[0], signal.SIGCONT)
    assert said == ["table stalling takes longer than 1.5 seconds to read."]
    gc.collect()


def test_a_connection_is_never_left_open(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    postgres.run("create or replace view short as select 'FR' as country")
    monkeypatch.setenv(VARIABLE, postgres.url + "?application_name=counted")
    DatabaseSource(VARIABLE, "short").fetch()
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        count = "select count(*) from pg_stat_activity where application_name = 'counted'"
        while connection.execute(count).fetchone() != (0,):
            pass


def test_more_rows_than_the_limit_are_refused(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    postgres.run("create or replace view many as select 'FR' as country from generate_series(1, 50001)")
    postgres.run("create or replace view enough as select 'FR' as country from generate_series(1, 50000)")
    monkeypatch.setenv(VARIABLE, postgres.url)
    assert "has more than 50,000 rows" in fails("many")
    assert DatabaseSource(VARIABLE, "enough").fetch().content.count(b"FR") == 50_000


def test_endless_rows_of_sqlite_are_refused(sqlite: sqlite3.Connection) -> None:
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n)"
    sqlite.execute(f"create view endless as {endless} select 'FR' as country from n")
    sqlite.execute(f"create view long as {endless} select 'FR' as country from n where x < 0")
    assert "has more than 50,000 rows" in fails("endless")
    assert "takes longer than 0.5 seconds" in fails("long", SOON)


def test_values_and_sorting_without_end_take_no_memory_of_this_process(sqlite: sqlite3.Connection) -> None:
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n)"
    sqlite.execute("create view large as select zeroblob(900000000) as country")
    sqlite.execute(f"create view sorted as {endless} select 'FR' as country from n order by random()")
    assert "cannot be read (DataError)" in fails("large")
    assert "takes longer than 0.5 seconds" in fails("sorted", SOON)
    before = psutil.Process().memory_info().rss
    with pytest.raises(WorkerError, match="more memory than this server gives to one list"):
        Apart(DatabaseSource(VARIABLE, "large", Limits(size=999_000_000))).fetch()
    assert psutil.Process().memory_info().rss - before < 100_000_000


def test_sqlite_is_opened_for_reading_only(sqlite: sqlite3.Connection, tmp_path: Path) -> None:
    sqlite.execute("create table actions (country, date)")
    sqlite.execute("insert into actions values ('FR', '2031-01-02')")
    sqlite.commit()
    (tmp_path / "a list.db").chmod(0o444)
    assert DatabaseSource(VARIABLE, "actions").fetch().content == b"country,date\r\nFR,2031-01-02\r\n"


def test_a_sqlite_file_that_is_missing_is_not_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, f"sqlite:///{tmp_path / 'nothing.db'}")
    assert "cannot be read (OperationalError)" in fails()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "list.db").write_text("country\nFR\n" * 1_000)
    monkeypatch.setenv(VARIABLE, f"sqlite:///{tmp_path / 'list.db'}")
    assert "cannot be read (DatabaseError)" in fails()


def test_who_holds_a_source_holds_no_password(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, postgres.url)
    assert PASSWORD not in repr(DatabaseSource(VARIABLE, "actions"))
