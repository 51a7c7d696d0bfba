"""libyaml's parser without the rest of PyYAML, which takes longer to import than Python to start.

Importing any part of `yaml` runs its `__init__`, which imports its loaders and dumpers. Importing this package puts a
`yaml` in place that does so when something else of it is wanted: then, all of PyYAML is there as usual.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType, SimpleNamespace

_ERRORS = {
    "reader": "ReaderError",
    "scanner": "ScannerError",
    "parser": "ParserError",
    "composer": "ComposerError",
    "constructor": "ConstructorError",
    "emitter": "EmitterError",
    "serializer": "SerializerError",
    "representer": "RepresenterError",
}
"""The errors that `yaml._yaml` takes from the modules of `yaml` when it is imported."""


class _Package(ModuleType):
    """The package `yaml`, whose `__init__` has not run."""

    def __init__(self, spec: ModuleSpec) -> None:
        super().__init__(spec.name)
        self.__spec__, self.__loader__, self.__file__ = spec, spec.loader, spec.origin
        self.__package__ = spec.name
        self.__path__ = spec.submodule_search_locations or []
        self._waiting: ModuleSpec | None = spec
        """None once `__init__` has begun to run."""

    def __getattr__(self, name: str) -> object:
        """Run `__init__` when something is wanted that is not there; only then."""
        spec, self._waiting = self._waiting, None
        if spec is None or spec.loader is None:
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        spec.loader.exec_module(self)
        compiled = sys.modules.get("yaml._yaml")
        for module, error in _ERRORS.items() if compiled else ():
            setattr(compiled, error, getattr(sys.modules[f"yaml.{module}"], error))
        return getattr(self, name)


def _put_in_place() -> None:
    """Import `yaml._yaml` and what it needs, unless `yaml` is imported already or built without libyaml."""
    spec = None if "yaml" in sys.modules else PathFinder.find_spec("yaml")
    if spec is None:
        return
    before = set(sys.modules)
    package = sys.modules["yaml"] = _Package(spec)
    try:
        import yaml.error
        import yaml.events
        import yaml.nodes
        import yaml.tokens

        for module, name in _ERRORS.items():
            setattr(package, module, SimpleNamespace(**{name: type(name, (yaml.error.MarkedYAMLError,), {})}))
        import yaml._yaml
    except (ImportError, AttributeError):  # another PyYAML: import it as usual
        for name in [name for name in sys.modules if name.partition(".")[0] == "yaml" and name not in before]:
            del sys.modules[name]
    for module in _ERRORS:
        package.__dict__.pop(module, None)


_put_in_place()
