"""Who may import what: the table of the architecture, a rule for each line."""

import sys
from collections.abc import Iterable

from tests.law.code import Code, Module, is_within

STANDARD = tuple(sys.stdlib_module_names - {"sqlite3"})
OURS = "interview_coach"
# The version, and the answer to where the shipped files lie: leaves that every layer but domain may use.
LEAVES = (f"{OURS}.__version__", f"{OURS}.shipped")
DOMAIN = f"{OURS}.domain"
STORE = f"{OURS}.store"
UI = f"{OURS}.ui"
# The store's inside: tables, connections, and what makes and upgrades them.
INSIDE = tuple(
    f"{STORE}.{name}" for name in ("tables", "columns", "engine", "migrations", "migrating", "undo")
)
# What a rule that is passed everything must not reach for: files, processes, the net, the clock, chance.
IMPURE = (
    *(
        "fcntl",
        "ftplib",
        "glob",
        "http",
        "io",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
    ),
    *(
        "shelve",
        "shutil",
        "socket",
        "ssl",
        "subprocess",
        "tempfile",
        "threading",
        "time",
        "urllib.request",
    ),
)
# Packages of ui that every feature uses, and features that are made of others.
SHARED = ("theme", "widgets")
COMPOSITIONS = ("interview", "today", "shell")
FEATURES = (
    "insights",
    "interviews",
    "library",
    "outcome",
    "practice",
    "prep",
    "review",
    "settings",
    "timeline",
)


def only(modules: Iterable[Module], *allowed: str) -> list[str]:
    """Breaches by modules that import anything but these."""
    return [
        module.at(node, f"imports {name}")
        for module in modules
        for node, name in module.imports
        if not is_within(name, allowed)
    ]


def never(modules: Iterable[Module], *forbidden: str) -> list[str]:
    """Breaches by modules that import one of these."""
    return [
        module.at(node, f"imports {name}")
        for module in modules
        for node, name in module.imports
        if is_within(name, forbidden)
    ]


def domain_stands_alone(code: Code) -> list[str]:
    return only(code.package("domain"), *STANDARD, DOMAIN)


def domain_is_pure(code: Code) -> list[str]:
    return never(code.package("domain"), *IMPURE)


def store_builds_on_domain(code: Code) -> list[str]:
    allowed = ("sqlmodel", "sqlalchemy", "alembic", "sqlcipher3", "filelock")
    return only(code.package("store"), *STANDARD, *LEAVES, DOMAIN, STORE, *allowed)


def exchange_knows_neither_screens_nor_store(code: Code) -> list[str]:
    widgets = ("PySide6.QtWidgets", "PySide6.QtQuick", "PySide6.QtQml")
    inward = (STORE, UI, f"{OURS}.app", "sqlmodel", "sqlalchemy", "alembic", "sqlcipher3")
    return never(code.package("exchange"), *widgets, *inward)


def ui_asks_the_store(code: Code) -> list[str]:
    qt = ("PySide6", "shiboken6")
    inward = (*STANDARD, *LEAVES, *qt, DOMAIN, STORE, UI)
    charts = [module for module in code.package("ui") if module.within(f"{UI}.insights")]
    others = [module for module in code.package("ui") if module not in charts]
    return [*only(others, *inward), *only(charts, *inward, "pyqtgraph", "numpy")]


def ui_sees_no_rows(code: Code) -> list[str]:
    return never(code.package("ui"), *INSIDE)


def tables_stay_in_the_store(code: Code) -> list[str]:
    outside = [module for module in code.product if not module.within(STORE, f"{OURS}.app", UI)]
    app = code.package("app")
    return [*never(outside, *INSIDE), *never(app, f"{STORE}.tables", "sqlmodel", "sqlalchemy")]


def widgets_know_no_data(code: Code) -> list[str]:
    own = tuple(f"{UI}.{name}" for name in (*SHARED, "text"))
    qt = ("PySide6", "shiboken6")
    return only(code.package("ui.theme", "ui.widgets"), *STANDARD, *LEAVES, *qt, *own)


def features_of(code: Code) -> set[str]:
    """The features of ui: the known ones and every other package there that is not shared."""
    parts = [m.name.split(".") for m in code.package("ui") if m.path.name == "__init__.py"]
    packages = {part[2] for part in parts if len(part) == 3}
    return (packages | set(FEATURES) | set(COMPOSITIONS)) - set(SHARED)


def features_leave_each_other_alone(code: Code) -> list[str]:
    features = features_of(code)
    breaches: list[str] = []
    for feature in sorted(features - set(COMPOSITIONS)):
        others = tuple(f"{UI}.{other}" for other in sorted(features - {feature}))
        breaches += never(code.package(f"ui.{feature}"), *others)
    return breaches


def nobody_imports_app(code: Code) -> list[str]:
    start = (f"{OURS}.app", f"{OURS}.__main__")
    return never([module for module in code.product if not module.within(*start)], *start)


def one_sqlite(code: Code) -> list[str]:
    return never(code.modules, "sqlite3", "PySide6.QtSql", "pysqlite3")


def sqlcipher_in_the_store(code: Code) -> list[str]:
    return never([module for module in code.product if not module.within(STORE)], "sqlcipher3")


def migrations_stand_still(code: Code) -> list[str]:
    own = f"{STORE}.migrations"
    return only(code.package("store.migrations"), *STANDARD, "sqlalchemy", "alembic", own)


def leaves_stand_alone(code: Code) -> list[str]:
    leaves = [m for m in code.product if m.name == OURS or m.within(*LEAVES)]
    return only(leaves, *STANDARD)


RULES = {
    "domain imports the standard library and nothing else": domain_stands_alone,
    "domain reaches for no file, process, net, clock or chance": domain_is_pure,
    "store imports domain and the libraries of its database": store_builds_on_domain,
    "exchange imports no widgets, no store, no ui and no app": exchange_knows_neither_screens_nor_store,
    "ui imports PySide6, domain and the store": ui_asks_the_store,
    "ui imports nothing of the store's inside": ui_sees_no_rows,
    "tables stay in the store": tables_stay_in_the_store,
    "theme and widgets import PySide6 and each other": widgets_know_no_data,
    "a feature of ui imports no other feature": features_leave_each_other_alone,
    "nobody imports app": nobody_imports_app,
    "nobody imports another SQLite than the store's": one_sqlite,
    "only the store imports sqlcipher3": sqlcipher_in_the_store,
    "migrations import neither tables nor domain": migrations_stand_still,
    "the leaf modules import the standard library": leaves_stand_alone,
}
