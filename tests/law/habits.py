"""What code may not do or be called: names, calls, lengths, docstrings, and what a file may not say."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.law.code import Code, called

VAGUE = frozenset({"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"})
FREEZING = frozenset({"print", "sleep", "msleep", "usleep", "processEvents", "qWait", "breakpoint"})
IMPURE_CALLS = frozenset(
    {"now", "utcnow", "today", "fromtimestamp", "uuid1", "uuid4", "open", "input", "exec", "eval"}
)
LONGEST = 400
# Widgets that load what a text names, be it on this computer or elsewhere.
_READERS = ("QTextEdit", "QTextBrowser", "QWebEngineView", "QStaticText")
# Folders of one machine, hosts and addresses of package indexes.
MACHINE = re.compile(
    r"(?<![\w.~-])/(?:home|Users|root|work)/\w|\b[A-Z]:\\\\?Users\\"
    r"|\bpythonhosted\.org|\bpypi\.(?:org|python)|--(?:extra-)?index-url|--find[-]links"
)


def words(name: str) -> list[str]:
    """The words of a snake_case or CamelCase name."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def is_vague(name: str) -> bool:
    """Say whether a name says nothing; a hiring manager is a person."""
    found = words(name)
    return any(
        word in VAGUE and not (word.startswith("manager") and i and found[i - 1] == "hiring")
        for i, word in enumerate(found)
    )


def names_say_something(code: Code) -> list[str]:
    breaches = []
    for module in code.modules:
        if any(is_vague(part) for part in module.name.split(".")):
            breaches.append(f"{module.path}: a vague name")
        breaches += [
            module.at(node, f"class {node.name}: a vague name")
            for node in module.nodes
            if isinstance(node, ast.ClassDef) and is_vague(node.name)
        ]
    return breaches


def nothing_prints_or_waits(code: Code) -> list[str]:
    return [
        module.at(node, f"calls {called(node.func)}")
        for module in code.product
        for node in module.nodes
        if isinstance(node, ast.Call) and called(node.func) in FREEZING
    ]


def links_open_in_one_place(code: Code) -> list[str]:
    # The other one shows a folder of the person's own.
    doors = ("interview_coach.ui.links", "interview_coach.ui.settings.data")
    return [
        module.at(node, "opens an address")
        for module in code.product
        if not module.within(*doors)
        for node in module.nodes
        if isinstance(node, ast.Call) and called(node.func) == "openUrl"
    ]


def nothing_reads_markup(code: Code) -> list[str]:
    return [
        module.at(node, f"shows markup: {called(node.func)}")
        for module in code.package("ui", "app")
        for node in module.nodes
        if isinstance(node, ast.Call)
        and called(node.func) in {"setHtml", "setMarkdown", "insertHtml", "appendHtml", *_READERS}
    ]


def _calls(code: Code, *names: str) -> list[str]:
    return [
        module.at(node, f"calls {called(node.func)}")
        for module in code.package("ui", "app")
        for node in module.nodes
        if isinstance(node, ast.Call) and called(node.func) in names
    ]


def layouts_are_looked_into_in_one_way(code: Code) -> list[str]:
    # ui/widgets/laid_out.py says why.
    return _calls(code, "itemAt", "itemAtPosition")


def focus_is_watched_in_one_place(code: Code) -> list[str]:
    # ui/theme/followers.py says why.
    return [
        module.at(node, "watches the focus by itself")
        for module in code.package("ui", "app")
        if not module.within("interview_coach.ui.widgets.focus_watch")
        for node in module.nodes
        if isinstance(node, ast.Attribute) and node.attr == "focusChanged"
    ]


def domain_is_told_the_time(code: Code) -> list[str]:
    return [
        module.at(node, f"calls {called(node.func)}")
        for module in code.package("domain")
        for node in module.nodes
        if isinstance(node, ast.Call) and called(node.func) in IMPURE_CALLS
    ]


def files_are_short(code: Code) -> list[str]:
    # A migration is as long as the schema it writes, and is never edited again.
    versions = "interview_coach.store.migrations.versions"
    edited = [module for module in code.modules if not module.within(versions)]
    lengths = [(module, len(module.text.splitlines())) for module in edited]
    return [f"{module.path}: {n} lines" for module, n in lengths if n > LONGEST]


def modules_say_what_they_own(code: Code) -> list[str]:
    return [f"{m.path}: no docstring" for m in code.modules if not ast.get_docstring(m.tree)]


def tables_keep_their_annotations(code: Code) -> list[str]:
    return [
        module.at(node, "tables under `from __future__ import annotations`")
        for module in code.product
        if any(name == "__future__.annotations" for _, name in module.imports)
        for node in module.nodes
        if isinstance(node, ast.ClassDef) and any(word.arg == "table" for word in node.keywords)
    ]


def tracked(root: Path) -> Iterator[Path]:
    """The files under version control, or all of an unpacked archive."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z"], capture_output=True, text=True, check=False
    )
    if listed.returncode == 0 and (root / ".git").exists():
        paths = [root / name for name in listed.stdout.split("\0") if name]
        yield from (path for path in paths if path.is_file())
    else:
        hidden = {".git", ".venv", "build", "dist", "__pycache__"}
        everything = (path for path in root.rglob("*") if path.is_file())
        yield from (p for p in everything if not hidden & set(p.relative_to(root).parts))


def files_name_no_machine(code: Code) -> list[str]:
    breaches = []
    for path in tracked(code.root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font or a picture
        for number, line in enumerate(text.splitlines(), 1):
            if found := MACHINE.search(line):
                breaches.append(f"{path.relative_to(code.root)}:{number}: {found.group()}")
    return breaches


RULES = {
    "names of modules and classes say something": names_say_something,
    "the product neither prints nor waits": nothing_prints_or_waits,
    "links are opened in one place": links_open_in_one_place,
    "no text is read as markup": nothing_reads_markup,
    "layouts are looked into in one way": layouts_are_looked_into_in_one_way,
    "the focus is watched in one place": focus_is_watched_in_one_place,
    "domain is told the time, and opens nothing": domain_is_told_the_time,
    f"no file is longer than {LONGEST} lines": files_are_short,
    "every module's docstring says what it owns": modules_say_what_they_own,
    "tables do not postpone their annotations": tables_keep_their_annotations,
    "no file names a machine or an index of packages": files_name_no_machine,
}
