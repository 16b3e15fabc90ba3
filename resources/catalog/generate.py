#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the tables of this folder from a folder of facts about Postfix.

usage: generate.py FACTS    (a folder with parameters.json and templates.json)

parameters.tsv, one line per parameter, sorted by name:
    name, since, until, backports, flags, then one "VERSION VALUE" per default, oldest first
  since      first feature release that knows it
  until      first feature release that no longer has it as a parameter of its own; empty: still there
  backports  patch releases of older branches that know it too, separated by commas
  flags      raw: its value is not expanded; readonly: a setting is ignored; legacy: known only when it is set
  defaults   VALUE is empty where it depends on the host or the build

services.tsv, one line per parameter that the name of a service makes:
    suffix, since, programs separated by commas, default

tableclients.tsv, one line per database client: type, keys separated by commas
"""
import json
import pathlib
import sys

READ_ONLY = {"process_name", "process_id"}
LEGACY = {"virtual_maps", "fallback_relay", "authorized_verp_clients", "smtpd_client_connection_limit_exceptions"}


def write(name, rows):
    path = pathlib.Path(__file__).parent / name
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def defaults(parameter):
    history = parameter.get("default_history")
    if not history:
        history = [{"since": parameter["since"], "value": parameter["default"]}]
    changes = history + [
        {"since": change["release"], "value": change["value"]}
        for key in ("default_patch_changes", "backport_defaults")
        for change in parameter.get(key, [])
    ]
    changes.sort(key=lambda change: tuple(int(part) for part in change["since"].split(".")))
    return [f"{change['since']} {change['value'] or ''}" for change in changes]


def is_made_by_a_service(parameter, templates):
    """smtp_destination_recipient_limit and the like exist only where master.cf has that service."""
    return any(parameter["name"].endswith(row["suffix"]) and parameter["default"] == row["default"]
               for row in templates["per_service"])


def parameter_rows(parameters, templates):
    for parameter in sorted(parameters, key=lambda one: one["name"]):
        name = parameter["name"]
        # Manual pages write transport_x for any NAME_x; functions are not settings.
        if parameter["kind"] == "function" or name.startswith("transport_") and name != "transport_maps" \
                and name != "transport_retry_time":
            continue
        if is_made_by_a_service(parameter, templates):
            continue
        flags = []
        if parameter["kind"] == "raw":
            flags.append("raw")
        if name in READ_ONLY:
            flags.append("readonly")
        if name in LEGACY:
            flags.append("legacy")
        until = parameter.get("removed_in") or ""
        if parameter["status"] == "legacy_alias" and name not in LEGACY:
            until = parameter["renamed_in"]
        yield [name, parameter["since"], until, ",".join(parameter.get("backported_to", [])), ",".join(flags)] \
            + defaults(parameter)


def service_rows(templates):
    for row in templates["per_service"]:
        yield [row["suffix"], row["since"], ",".join(row["postconf_lists_for"]), row["default"]]


def client_rows(templates):
    for row in templates["table_client_settings"]:
        yield [row["type"], ",".join(key["name"] for key in row["keys"])]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    facts = pathlib.Path(sys.argv[1])
    parameters = json.loads((facts / "parameters.json").read_text(encoding="utf-8"))
    templates = json.loads((facts / "templates.json").read_text(encoding="utf-8"))
    write("parameters.tsv", parameter_rows(parameters, templates))
    write("services.tsv", service_rows(templates))
    write("tableclients.tsv", client_rows(templates))


main()
