"""What one visitor is looking at: kept in the session and, always, in the URL."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state import SafeSessionState, SessionState, get_session_state

from actionmap import paths
from actionmap.campaign import filters
from actionmap.campaign.selection import Selection, Unknown, understood
from actionmap.campaign.table import ActionTable
from actionmap.languages import ENGLISH, asked_for, spoken
from actionmap.languages import understood as language_understood
from actionmap.reach.plan import PARAMETERS, Plan
from actionmap.text import visible

_OWN_NAMES = ("localhost", "127.0.0.1", "::1")
"""Under which a server is reached from its own machine."""
_VIEW, _TOLD, _PAGE, _LABELS, _FORMER = "_view", "_told", "_page", "_labels", "_former"
_CUT, _REOPENED = "_cut", "_reopened"
"""Whether the last run was ended for the next; whether the browser has to hear what every widget shows."""
_OWN = ("action", "near", "lang")
"""Parameters of the URL beside those of the filters and of the plan."""
_BEHIND = 8
"""Runs by which a browser may be behind: so many sets of labels are understood."""

Query = dict[str, list[str]]


@dataclass(frozen=True)
class View:
    """The view that a URL reopens.

    Parameters
    ----------
    selection
        What the filters keep.
    action
        Id of the action whose card is open; empty for none.
    near
        The town from which distances are asked for, as typed; empty for none.
    opened_at
        Id of the action with which the URL was opened, which the map then looks at; clicking never sets it.
    plan
        What is asked of the coverage.
    lang
        The language chosen; empty for the browser's.
    """

    selection: Selection = field(default_factory=Selection)
    action: str = ""
    near: str = ""
    opened_at: str = ""
    plan: Plan = field(default_factory=Plan)
    lang: str = ""

    def to_query(self) -> Query:
        """Return the view as the URL's query parameters."""
        given = {name: [value] for name in _OWN if (value := getattr(self, name))}
        return self.selection.to_query() | given | self.plan.to_query()


class _Session(MutableMapping[str, Any]):
    """What is kept of one visitor's session, and the values of widgets, by key.

    To ask `st.session_state` ends a run as soon as a visitor does something else; a callback that ends so is lost, for
    the next run finds its widget as it was.
    """

    @property
    def state(self) -> SessionState:
        """Streamlit's own."""
        return get_session_state()._state

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 (whatever is kept)
        return self.state[key]

    def __setitem__(self, key: str, value: object) -> None:
        self.state[key] = value

    def __delitem__(self, key: str) -> None:
        del self.state[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.state.filtered_state)

    def __len__(self) -> int:
        return len(self.state.filtered_state)


SESSION = _Session()
"""Of the visitor whom the run, or the callback, is for."""


def _take_what_was_done(safe: SafeSessionState, *states: Any, **more: Any) -> None:  # noqa: ANN401 (Streamlit's)
    """Take what a visitor did, and do it, before the run may end for what the visitor does next.

    Streamlit (1.67) asks whether to end first: the next run then knows no more of a click than that it is over.
    """
    with safe._lock:
        safe._state.on_script_will_rerun(*states, **more)


SafeSessionState.on_script_will_rerun = _take_what_was_done  # type: ignore[assignment, method-assign]


def current() -> View:
    """Return the view of this session."""
    view: View = SESSION.get(_VIEW, View())
    return view


def choose(**chosen: tuple[str, ...]) -> None:
    """Choose otherwise of these filters, from a widget's callback."""
    _change(replace(current(), opened_at="", selection=current().selection.but(**chosen)))


def clear_filters() -> None:
    """Let every action in again, from a widget's callback."""
    _change(replace(current(), opened_at="", selection=Selection()))


def start_with(selection: Selection) -> None:
    """Choose these filters and no others, from a widget's callback."""
    _change(replace(current(), opened_at="", near="", selection=selection))


def look(*, action: str | None = None, near: str | None = None) -> None:
    """Open another action's card or ask for another town, from a widget's callback; what is not given stays."""
    seen = current()
    _change(replace(seen, action=seen.action if action is None else action, near=seen.near if near is None else near))


def ask(plan: Plan) -> None:
    """Ask something else of the coverage, from a widget's callback."""
    _change(replace(current(), plan=plan))


def speak_from_now(lang: str) -> None:
    """Choose another language, from a widget's callback; the rest of the view stays."""
    _change(replace(current(), lang=language_understood([lang])))


def start_anew() -> None:
    """Forget the view, from a widget's callback: another list is shown, whose countries and actions are others."""
    _change(View(lang=current().lang))


def language() -> str:
    """Return the language of this run: of the view, of the URL that leads now, or of the browser; empty for none.

    To be called after `carry_on`, before anything is said.
    """
    asked = st.query_params.get("lang", "") if _is_news(_asked()) else current().lang
    return asked_for(asked, st.context.headers.get("Accept-Language", ""))


def _change(view: View) -> None:
    """Take another view."""
    SESSION[_VIEW] = view


def _asked() -> Query:
    asked = SESSION.state.query_params
    return {name: [*map(visible, asked.get_all(name))] for name in asked}


def _is_back() -> bool:
    """Tell whether a visitor went back or forward."""
    context = get_script_run_ctx()
    return bool(context and context.is_history_navigation)


def _is_news(query: Query) -> bool:
    """Tell whether a visitor opened, edited or went back to this URL: a browser that is behind says a former one."""
    return query != current().to_query() if _is_back() else query not in SESSION.get(_TOLD, [{}])


def _is_behind() -> bool:
    """Tell whether the browser may not have heard of all that is shown when it sent what this run is for.

    It takes its URL before the widgets; who has one hand changes one of them.
    """
    state = SESSION.state
    changes = sum(map(state._widget_changed, state._new_widget_state))
    return changes > 1 or SESSION.get(_CUT, False) or _asked() not in SESSION.get(_TOLD, [])[-1:]


def kept_language() -> Query:
    """Return the parameter by which a link that leaves keeps the language."""
    return {} if spoken().code == ENGLISH else {"lang": [spoken().code]}


def carry_on() -> None:
    """Keep the view in the URL when a visitor goes to another page; to be called before that page is announced.

    Streamlit empties the query then. Where the browser learns the query first, it puts page and query into one step of
    its history, and Back is one step too. An empty query to which somebody went Back is meant.
    """
    if not _is_back() and not st.query_params:
        _tell_url()


def follow_url(table: ActionTable, page: str) -> list[Unknown]:
    """Take the view from the URL where a visitor has opened, edited or gone back to it.

    Parameters
    ----------
    table
        The actions that say which values exist.
    page
        The path of the page that is shown. Streamlit empties the query when the page changes; the view then stays.

    Returns
    -------
    list of Unknown
        What the URL asks for and that means nothing here.
    """
    asked, told, other_page = _asked(), SESSION.get(_TOLD, []), SESSION.get(_PAGE, page) != page
    is_meant = _is_news(asked) and bool(asked or not other_page)
    seen, unknown = _reopened(asked, table) if is_meant else (current(), [])
    st.session_state[_PAGE] = page  # noqa: TID251 (a run that is over ends here: what follows is done as a whole)
    SESSION[_TOLD] = told[told.index(asked) :] if asked in told else [asked, *told[-1:]]
    SESSION[_REOPENED] = is_meant or _is_back() or (SESSION.get(_CUT, False) and SESSION.get(_REOPENED, False))
    SESSION[_CUT] = True  # as long as this run has not come to its end
    if is_meant:
        SESSION[_VIEW] = seen
    return unknown


def _reopened(asked: Query, table: ActionTable) -> tuple[View, list[Unknown]]:
    query, unknown = understood(asked, [*(one.name for one in filters.FILTERS), *_OWN, *PARAMETERS])
    of_filters = {one.name: query.get(one.name, []) for one in filters.FILTERS}
    selection, unchosen = Selection.from_query(of_filters, table.options())
    action = "".join(query.get("action", [])[:1])
    if action and not table.action(action):
        unknown.append(Unknown("action", action))
        action = ""
    near = "".join(query.get("near", [])[:1])[:200]
    plan, meaningless = Plan.from_query(query, table)
    tongue = query.get("lang", [])[:1]
    lang = language_understood(tongue)
    unknown += [Unknown("lang", one) for one in tongue if not lang]
    view = View(selection, action, near, opened_at=action, plan=plan, lang=lang)
    return view, [*unknown, *unchosen, *(Unknown(*one) for one in meaningless)]


def write_url() -> None:
    """Make the URL say what is shown, at the end of a run."""
    _tell_url()
    SESSION[_CUT] = False


def _tell_url() -> None:
    """Tell the browser its URL, also where it has it: one that is behind may have been told something else since."""
    query, told = current().to_query(), SESSION.get(_TOLD, [])
    said = {name: st.query_params.get_all(name) for name in st.query_params}
    if query != said or told[-1:] not in ([], [query]):
        st.query_params.from_dict(query)
        SESSION[_TOLD] = [*told, query]


def is_keeper() -> bool:
    """Tell whether this visitor is the keeper of the list, who alone reaches this server, under one of its own names.

    A page elsewhere can give its own name this machine's address and so reach a server that listens here alone; the
    browser still says that name.
    """
    named = urlsplit(f"//{st.context.headers.get('Host', 'localhost')}")
    return paths.is_keeper() and named.hostname in _OWN_NAMES


def controlled(key: str, value: object, taken: Callable[[Any], None], *, has_labels: bool = True) -> dict[str, Any]:
    """Return the arguments that make a widget show `value`, whatever its labels are, and hand a new one to `taken`.

    Without labels, a widget that has the value is not told it: the end of a run would undo what is being written. Of a
    widget that a link to a page has emptied, the browser says nothing.
    """
    former = SESSION.setdefault(_FORMER, {})
    if key in SESSION and SESSION[key] != value:
        former[key] = SESSION[key]
    else:
        former.pop(key, None)
    is_said = SESSION.state._get_widget_id(key) in SESSION.state._new_widget_state
    if has_labels or SESSION.get(_REOPENED) or not is_said or SESSION.get(key, None) != value:
        SESSION[key] = value

    def changed() -> None:
        if not (_is_behind() and key in former and SESSION[key] == former[key]):  # else not heard of the value yet
            taken(SESSION[key])

    return {"key": key, "on_change": changed}


@contextmanager
def former_labels(key: str, labels: Mapping[str, str]) -> Iterator[None]:
    """Let the widget that is drawn understand its former labels too, from a browser that has not been sent these yet.

    A browser sends the labels of what is chosen, and Streamlit drops those that it does not find among the latest.

    Parameters
    ----------
    key
        Of a widget in which several options can be chosen.
    labels
        Option → its label, which the count in it changes from run to run.
    """
    known = [labels, *SESSION.get(_LABELS, {}).get(key, [])[: _BEHIND - 1]]

    def options(sent: list[str] | None) -> list[str]:
        met = (next((option for one in known for option in one if one[option] == label), "") for label in sent or ())
        return [*filter(None, met)]

    try:
        yield
    finally:  # also where the run ends while it is drawn
        SESSION[_LABELS] = SESSION.get(_LABELS, {}) | {key: known}
        metadata, id_ = SESSION.state._new_widget_state.widget_metadata, SESSION.state._get_widget_id(key)
        if id_ in metadata:
            metadata[id_] = replace(metadata[id_], deserializer=options)
