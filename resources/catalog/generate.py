#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the tables of this folder from a folder of facts about Postfix.

usage: generate.py FACTS    (a folder with parameters.json, templates.json, services.json, tables.json and
                             restrictions.json)

parameters.tsv, one line per parameter that postconf knows by itself, sorted by name:
    name, since, until, backports, flags, then one "VERSION VALUE" per default, oldest first
  since      first feature release that knows it
  until      first feature release that no longer has it as a parameter of its own; empty: still there
  backports  patch releases of older branches that know it too, separated by commas
  flags      raw: its value is not expanded; readonly: a setting is ignored; legacy: known only when it is set;
             build, host, version, runtime: who else decides on its default (see core/catalog/host.h)
  defaults   VALUE is empty where nothing is known without that host or build

services.tsv, one line per parameter that the name of a service makes:
    suffix, since, programs separated by commas, default

tableclients.tsv, one line per database client: type, keys separated by commas

Two tables are kept by hand:
build.tsv, one line per parameter whose default Debian's build sets: name, then "VERSION VALUE" as above
releases.tsv, one line per feature release that can be a target: version, newest patch known of ("snapshot" for what is
not released yet), then "PATCH DAY" for each day of a release that is known

All other tables have the form that reference.py describes. The last line
of every table is "end", so that a table that was cut off is noticed.
"""
import json
import pathlib
import sys

import reference

READ_ONLY = {"process_name", "process_id"}
LEGACY = {"virtual_maps", "fallback_relay", "authorized_verp_clients", "smtpd_client_connection_limit_exceptions"}


def write(name, rows):
    path = pathlib.Path(__file__).parent / name
    path.write_text("".join("\t".join(row) + "\n" for row in [*rows, ["end"]]), encoding="utf-8")


def version_key(version):
    return tuple(int(part) for part in version.split("."))


def list_history(parameter):
    """A list that only ever grew: the words of today's that a release had, in today's order."""
    words = parameter["default"].split()
    for change in parameter["default_list_changes"]:
        release = change.get("since") or change["release"]
        feature = release.rsplit(".", 1)[0] if release.count(".") == 2 else release
        present = set()
        for earlier in parameter["default_list_changes"]:
            applies = (version_key(earlier["since"]) <= version_key(feature) if "since" in earlier
                       else earlier["release"].rsplit(".", 1)[0] == feature
                       and version_key(earlier["release"]) <= version_key(release))
            if applies:
                present |= set(earlier["added"])
                present -= set(earlier["removed"])
        if not present <= set(words):
            raise ValueError(f"{parameter['name']}: a word that is no longer there needs an order of its own")
        yield {"since": release, "value": " ".join(word for word in words if word in present)}


def corrected(parameter, value):
    """Facts join the pieces of a C string with blanks. No character set has a blank of its own (it is \\40)."""
    return (value or "").replace(" ", "") if parameter["value_type"] == "character_set" else value or ""


def defaults(parameter):
    history = parameter.get("default_history")
    if "default_list_changes" in parameter:
        history = list(list_history(parameter))
    elif not history:
        history = [{"since": parameter["since"], "value": parameter["default"]}]
    changes = history + [
        {"since": change["release"], "value": change["value"]}
        for key in ("default_patch_changes", "backport_defaults")
        for change in parameter.get(key, [])
    ]
    changes.sort(key=lambda change: version_key(change["since"]))
    return [f"{change['since']} {corrected(parameter, change['value'])}" for change in changes]


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
        if parameter["default_kind"] in ("build", "host", "version", "runtime"):
            flags.append(parameter["default_kind"])
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
    folder = pathlib.Path(sys.argv[1])
    facts = {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
             for name in ("parameters", "templates", "services", "tables", "restrictions")}
    parameters = list(parameter_rows(facts["parameters"], facts["templates"]))
    write("parameters.tsv", parameters)
    write("services.tsv", service_rows(facts["templates"]))
    write("tableclients.tsv", client_rows(facts["templates"]))
    for name, rows in reference.rows(facts, {row[0] for row in parameters}, defaults):
        write(name, rows)


if __name__ == "__main__":
    main()
