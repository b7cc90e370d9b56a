"""Reads source as source: which modules there are, what they import, what they call. Runs none of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Module:
    """One Python file; `name` is dotted from the project's root."""

    name: str
    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file as a syntax tree."""
        return ast.parse(self.text, str(self.path))

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree."""
        return list(ast.walk(self.tree))

    def at(self, node: ast.AST, said: str) -> str:
        """A breach at a node, to be found by a click."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {said}"

    def within(self, *packages: str) -> bool:
        """Say whether the module is one of these, or lies in one."""
        return is_within(self.name, packages)

    @cached_property
    def imports(self) -> list[tuple[ast.AST, str]]:
        """Every imported name, as long as it is known: `from a.b import c` is a.b.c."""
        found: list[tuple[ast.AST, str]] = []
        for node in self.nodes:
            match node:
                case ast.Import(names=names):
                    found += [(node, alias.name) for alias in names]
                case ast.ImportFrom(module=module, names=names, level=level):
                    base = self._absolute(module, level)
                    found += [(node, f"{base}.{alias.name}") for alias in names]
                case ast.Call(func=func, args=[ast.Constant(value=str(name)), *_]) if called(
                    func
                ) in {"import_module", "__import__"}:
                    found.append((node, name))
        return found

    def _absolute(self, module: str | None, level: int) -> str:
        if level == 0:
            return module or ""
        here = self.name.split(".")
        drop = level - 1 if self.path.name == "__init__.py" else level
        return ".".join([*here[: len(here) - drop], *([module] if module else [])])


def is_within(name: str, packages: tuple[str, ...]) -> bool:
    """Say whether a dotted name is one of the packages, or lies in one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def called(func: ast.expr) -> str:
    """The last part of what a call calls: `print`, and `sleep` for `time.sleep`."""
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


class Code:
    """All Python files of a project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.modules = list(self._read())
        self.product = [module for module in self.modules if module.within("interview_coach")]

    def _read(self) -> Iterator[Module]:
        for top in ("interview_coach", "tests", "packaging"):
            for path in sorted((self.root / top).rglob("*.py")):
                parts = path.relative_to(self.root).with_suffix("").parts
                name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
                yield Module(name, path.relative_to(self.root), path.read_text(encoding="utf-8"))

    def package(self, *names: str) -> list[Module]:
        """The modules in these packages of the product."""
        full = tuple(f"interview_coach.{name}" for name in names)
        return [module for module in self.product if module.within(*full)]
