"""Every sentence that a person reads goes through `tr`, and can be found there for translation."""

import ast
import re
from collections.abc import Iterator

from tests.law.code import Code, Module, called

TRANSLATORS = {"tr": 1, "tr_n": 2, "mark": 1}
DOORS = frozenset({*TRANSLATORS, "tr_marked"})
# Calls of which every text is read by the person. Keys, names of objects and roles are not texts.
SETTERS = re.compile(
    r"set(?:\w*Text|\w*Title|ToolTip|StatusTip|WhatsThis|Prefix|Suffix|TabToolTip"
    r"|Accessible(?:Name|Description)|ButtonText|ApplicationDisplayName|HeaderLabels"
    r"|(?:Horizontal|Vertical)HeaderLabels|Label|Labels|Html|Markdown|PlainText)"
)
ADDERS = frozenset(
    {
        *(
            "addAction",
            "addItem",
            "addItems",
            "addMenu",
            "addPermanentWidget",
            "addRow",
            "addSection",
        ),
        *(
            "addTab",
            "addToolBar",
            "insertItem",
            "insertItems",
            "insertMenu",
            "insertRow",
            "insertTab",
        ),
        *("about", "critical", "information", "question", "warning", "getText", "getItem"),
        *("getOpenFileName", "getSaveFileName", "getExistingDirectory", "showMessage", "showText"),
    }
)
# These may be given a code that words.py turns into a sentence.
SPEECH = frozenset({"about", "critical", "information", "question", "showMessage", "warning"})
CONSTRUCTORS = frozenset(
    {
        *(
            "QAction",
            "QCheckBox",
            "QCommandLinkButton",
            "QDialogButtonBox",
            "QDockWidget",
            "QGroupBox",
        ),
        *("QLabel", "QLineEdit", "QListWidgetItem", "QMenu", "QMessageBox", "QPlainTextEdit"),
        *("QProgressDialog", "QPushButton", "QRadioButton", "QStandardItem", "QTableWidgetItem"),
        *("QTextEdit", "QToolBar", "QTreeWidgetItem"),
    }
)
KEYWORDS = re.compile(
    r"(?:\w+_)?(?:text|title|label|tool_?tip|placeholder(?:_?text)?|caption|hint|status_?tip"
    r"|window_?title|accessible_?name|accessible_?description|heading|message|subtitle)",
    re.IGNORECASE,
)
# `logger.warning("…")` is no message box.
LOGGERS = frozenset({"logger", "log", "logging", "_log", "_logger", "LOG", "LOGGER"})
PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


def has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def bare_texts(node: ast.expr) -> Iterator[ast.expr]:
    """The literals with letters in an expression that did not come through a door."""
    match node:
        case ast.Constant(value=str(text)) if has_letters(text):
            yield node
        case ast.JoinedStr(values=values):
            literals = [v.value for v in values if isinstance(v, ast.Constant)]
            if any(has_letters(str(text)) for text in literals):
                yield node
            for value in values:
                if isinstance(value, ast.FormattedValue):
                    yield from bare_texts(value.value)
        case ast.BinOp(left=left, right=right):
            yield from bare_texts(left)
            yield from bare_texts(right)
        case ast.IfExp(body=body, orelse=orelse):
            yield from bare_texts(body)
            yield from bare_texts(orelse)
        case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
            for value in values:
                yield from bare_texts(value)
        case ast.Call(func=ast.Attribute(value=inner, attr="format" | "join" | "upper" | "title")):
            yield from bare_texts(inner)


def own_widgets(module: Module) -> set[str]:
    """The classes that a module takes from our widgets."""
    return {
        name.rpartition(".")[2]
        for _, name in module.imports
        if name.startswith("interview_coach.ui.widgets.") and name.rpartition(".")[2][:1].isupper()
    }


def reads_as_sentence(node: ast.expr) -> bool:
    """Say whether a literal is for people: an icon's or a tone's name has no space and no capital."""
    return not (isinstance(node, ast.Constant) and re.fullmatch(r"[a-z0-9_.\-]*", str(node.value)))


def texts_of(call: ast.Call, widgets: set[str]) -> Iterator[ast.expr]:
    """The bare texts that a call shows to the person."""
    name = called(call.func)
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner)) if owner in LOGGERS:
            return
    if name in CONSTRUCTORS or SETTERS.fullmatch(name):
        for argument in call.args:
            yield from bare_texts(argument)
    elif name in ADDERS:
        for argument in call.args:
            found = list(bare_texts(argument))
            yield from filter(reads_as_sentence, found) if name in SPEECH else found
            # What follows the text is data that goes with it: addItem(tr("Phone"), "phone").
            if name in {"addItem", "insertItem"} and (found or is_door(argument)):
                break
    elif name in widgets:
        for argument in call.args:
            yield from filter(reads_as_sentence, bare_texts(argument))
    if name and (name[0].isupper() or name in ADDERS) and name not in DOORS:
        for keyword in call.keywords:
            if keyword.arg and KEYWORDS.fullmatch(keyword.arg):
                yield from filter(reads_as_sentence, bare_texts(keyword.value))


def is_door(node: ast.expr) -> bool:
    """Say whether an expression is a translated sentence."""
    return isinstance(node, ast.Call) and called(node.func) in DOORS


def sentences_go_through_tr(code: Code) -> list[str]:
    breaches = []
    for module in code.package("ui", "app"):
        widgets = own_widgets(module)
        for node in module.nodes:
            if isinstance(node, ast.Call):
                breaches += [
                    module.at(text, f"{ast.unparse(text)} without tr in {called(node.func)}")
                    for text in texts_of(node, widgets)
                ]
    return breaches


def translator_calls(code: Code) -> Iterator[tuple[Module, ast.Call, list[ast.expr]]]:
    """Each call of a translator with the arguments that must be literals."""
    for module in code.package("ui", "app"):
        if module.within("interview_coach.ui.text"):
            continue
        for node in module.nodes:
            if isinstance(node, ast.Call) and called(node.func) in TRANSLATORS:
                yield module, node, node.args[: TRANSLATORS[called(node.func)]]


def sentences_can_be_extracted(code: Code) -> list[str]:
    return [
        module.at(call, f"{ast.unparse(call)}: not a plain literal")
        for module, call, texts in translator_calls(code)
        if len(texts) < TRANSLATORS[called(call.func)]
        or not all(isinstance(t, ast.Constant) and isinstance(t.value, str) for t in texts)
    ]


def placeholders_are_given(code: Code) -> list[str]:
    breaches = []
    for module, call, texts in translator_calls(code):
        given = {keyword.arg for keyword in call.keywords}
        if called(call.func) == "mark" or None in given:  # filled in later, or by **args
            continue
        literals = [str(t.value) for t in texts if isinstance(t, ast.Constant)]
        wanted = {name for text in literals for name in PLACEHOLDER.findall(text)}
        if called(call.func) == "tr_n":
            given |= {"n"} & wanted
        if wanted != given:
            breaches.append(
                module.at(call, f"wants {sorted(wanted)}, is given {sorted(map(str, given))}")
            )
    return breaches


RULES = {
    "every sentence in the window goes through tr": sentences_go_through_tr,
    "every sentence can be extracted for translation": sentences_can_be_extracted,
    "a sentence is given the placeholders it names": placeholders_are_given,
}
