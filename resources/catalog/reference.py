# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the reference tables: what is told about Postfix beyond what postconf needs.

Every line is an identifier and then cells "KEY VALUE", separated by tabs; a key that can stand for several texts is
repeated, once for each, while words stand in one cell, separated by commas. A key without a value is a plain
statement. The parts of a composed value are separated by '|', trailing empty parts are left out. core/catalog has one
struct per table.
"""

# Lists of words; the items of all other lists may contain commas.
WORDS = {
    "used_by", "requires_build", "default_refers_to", "expansion_names", "environment_names", "replaced_by",
    "backported_to", "only_types", "other_name_parameters", "other_names", "requires", "applies_to",
    "postconf_lists_for", "own_entries", "operations", "compile_with", "file_suffix", "choices", "levels",
    "plugin_attributes", "compile_options", "not_in", "synonyms", "useful_in", "accepted_in", "needs",
    "useful_with_smtpd_delay_reject", "alias_for", "used_in",
}

# Keys of a record that are told elsewhere: derived from another table, or by the place of the line.
DERIVED = {
    "programs.tsv": {"parameters", "parameter_count", "default_rows"},  # facts.tsv: used_by; masterrows.tsv
    "tabletypes.tsv": {"config_keys"},  # clientkeys.tsv
    "tableformats.tsv": {"actions", "parameters"},  # tableactions.tsv; facts.tsv: table_format
}


def cell(key, value=None):
    text = key if value is None else f"{key} {value}"
    if "\t" in text or "\n" in text or "\0" in text:
        raise ValueError(f"no tab, line end or NUL may stand in a cell: {text!r}")
    return text


def composed(*parts):
    texts = ["" if part is None else str(part) for part in parts]
    if any("|" in text for text in texts):
        raise ValueError(f"a part of a composed value has a '|': {texts}")
    while texts and not texts[-1]:
        texts.pop()
    return "|".join(texts)


def cells(record, skip=(), composers=None):
    """One cell per scalar, one per item of a list; what is null, false or empty is left out."""
    for key, value in record.items():
        if key in skip or value is None or value is False or value == [] or value == {}:
            continue
        if composers and key in composers:
            for text in composers[key](value):
                yield cell(key, text)
        elif value is True:
            yield cell(key)
        elif key in WORDS:
            items = value if isinstance(value, list) else [value]
            if any("," in item for item in items):
                raise ValueError(f"{key} is no list of words: {items}")
            yield cell(key, ",".join(items))
        elif isinstance(value, list):
            for item in value:
                yield cell(key, item)
        elif isinstance(value, dict):
            raise ValueError(f"no rule for {key}: {value}")
        else:
            yield cell(key, value)


def named(record, key, table="", composers=None, extra=()):
    skip = DERIVED.get(table, set()) | {key}
    return [record[key], *cells(record, skip, composers), *extra]


# --- parameters ----------------------------------------------------------------------------------------------------

FACT_ORDER = [
    "kind", "value_type", "group", "status", "apply", "default_kind", "default_documented", "default_legacy_name",
    "default_effective", "by_level", "by_stress", "min", "max", "min_length", "max_length", "unit", "value",
    "values_open", "values_source", "values_pattern", "value_forms", "table_format", "expansion_names",
    "environment_names", "used_by", "requires_build", "name_variant", "default_refers_to", "since", "backported_to",
    "default", "since_source", "since_documented", "last_release", "deprecated_since", "ignored_since", "renamed_in",
    "removed_in", "replaced_by", "postconf_warning_since", "status_note", "undocumented",
    "empty_allowed", "unexpanded", "summary",
]
# What parameters.tsv says already; for names that are not in it, facts.tsv does ("default VERSION VALUE").
TOLD_BY_PARAMETERS = {"since", "backported_to"}
COMPOSED_KEYS = {
    "name", "default", "default_computed", "default_history", "default_patch_changes", "backport_defaults",
    "default_by_compatibility_level", "default_by_stress", "default_list_changes", "values", "name_variants",
    "documented", "expands_dollar",
}


# What most of them are is not said.
USUAL = {"kind": "string", "status": "current", "default_kind": "literal", "since_source": "git_history"}


def value_cell(value):
    return composed(value["value"], value.get("label"), value.get("since"), ",".join(value.get("backported_to", [])))


def variant_cell(variant):
    return composed(variant["name"], variant["relation"], variant.get("last_release"),
                    None if variant.get("valid", True) else "invalid")


def fact_row(parameter, is_in_parameters, defaults):
    facts = {key: value for key, value in parameter.items() if key not in COMPOSED_KEYS}
    if is_in_parameters:
        for key in TOLD_BY_PARAMETERS:
            facts.pop(key, None)
    else:
        facts["default"] = defaults
    levels = parameter.get("default_by_compatibility_level", [])
    facts["by_level"] = [composed("from " + level["from"] if "from" in level else "below " + level["below"],
                                  level["value"]) for level in levels]
    stress = parameter.get("default_by_stress")
    facts["by_stress"] = [composed(stress["normal"], stress["overload"])] if stress else []
    facts["value"] = [value_cell(value) for value in parameter.get("values", [])]
    facts["name_variant"] = [variant_cell(variant) for variant in parameter.get("name_variants", [])]
    facts["undocumented"] = not parameter["documented"]
    facts["unexpanded"] = not parameter["expands_dollar"]
    unknown = set(facts) - set(FACT_ORDER)
    if unknown:
        raise ValueError(f"{parameter['name']}: facts without a place: {unknown}")
    return [parameter["name"], *cells({key: facts[key] for key in FACT_ORDER
                                        if key in facts and facts[key] != USUAL.get(key)})]


def topic_rows(groups):
    """Topics are a tree by the dots of their names. A parent of several that has no title of its own gets one."""
    titles = dict(groups)
    parents = {"tls": "TLS", "sasl": "SASL", "virtual": "Virtual domains", "delivery": "Delivery agents"}
    for name, title in groups.items():
        parent = name.rpartition(".")[0]
        if parent and parent not in titles:
            siblings = [one for one in groups if one.startswith(parent + ".")]
            if parent in parents:
                titles.setdefault(parent, parents[parent])
            elif len(siblings) > 1:
                raise ValueError(f"the topic {parent} needs a title")
    for name, title in titles.items():
        parent = name.rpartition(".")[0]
        yield [name, cell("title", title)] + ([cell("parent", parent)] if parent in titles else [])


# --- services ------------------------------------------------------------------------------------------------------

def program_row(program):
    record = dict(program)
    constraints = record.pop("constraints", {})
    record.update({"only_" + key: value for key, value in constraints.items()})
    meanings, since = record.pop("options_meaning", {}), record.pop("option_since", {})
    required, all_since = record.pop("options_required", []), record.pop("options_since", None)
    record["option"] = [
        composed(option, meanings.get(option), since.get(option, all_since), "required" if option in required else None)
        for option in record.pop("options", [])
    ]
    flag_since, single = record.pop("flag_since", {}), record.pop("single_recipient_flags", [])
    record["flag"] = [composed(flag, meaning, flag_since.get(flag), "single" if flag in single else None)
                      for flag, meaning in record.pop("flags", {}).items()]
    macro_since, single = record.pop("macro_since", {}), record.pop("single_recipient_macros", [])
    record["macro"] = [composed(macro, macro_since.get(macro), "single" if macro in single else None)
                       for macro in record.pop("macros", [])]
    record["maxproc_for"] = [composed(*pair) for pair in record.pop("maxproc_for", {}).items()]
    return named(record, "name", "programs.tsv")


def master_row(row):
    record = dict(row)
    record["option_line"] = [composed("on" if line["enabled"] else "off", *line["options"])
                             for line in record.pop("option_lines", [])]
    return named(record, "service")


def master_field_row(field):
    before = field.get("default_before", {})
    record = {key: value for key, value in field.items() if key != "default_before"}
    record["default_before"] = [composed(*pair) for pair in before.items()]
    return named(record, "name")


def per_service_row(row):
    return named(row, "suffix")


# --- tables and restrictions ---------------------------------------------------------------------------------------

def format_row(table_format):
    record = dict(table_format)
    record["attribute"] = [composed(name, facts.get("since"), ",".join(facts.get("levels", [])))
                           for name, facts in record.pop("attributes", {}).items()]
    record["value_since"] = [composed(*pair) for pair in record.pop("value_since", {}).items()]
    return named(record, "format", "tableformats.tsv")


def restriction_row(restriction):
    record = dict(restriction)
    record.pop("attributes", None)  # endpoints.tsv
    options = record.pop("argument_options", {})
    record["argument_option"] = [
        composed(name, ",".join(words), options.get("since"), ",".join(options.get("documented", [])))
        for name, words in options.items() if name not in ("since", "documented")
    ]
    record["undocumented"] = not record.pop("documented")
    return named(record, "name")


def endpoint_rows(overrides, policy_attributes):
    for override in overrides:
        record = {key: value for key, value in override.items() if key != "attributes"}
        record["attribute"] = [
            composed(name, "", policy_attributes.get(name, {}).get("since"), ",".join(target))
            if isinstance(target, list) else composed(name, target, policy_attributes.get(name, {}).get("since"))
            for name, target in override["attributes"].items()
        ]
        first, *_ = record["used_in"]
        yield [first, *cells(record)]


# --- everything else: words by section ------------------------------------------------------------------------------

def word_rows(section, value, path=()):
    """A nested dictionary, flattened: "section name" and one "text" for each item."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from word_rows(section, child, (*path, key))
        return
    if isinstance(value, list) and value and isinstance(value[0], dict):
        for item in value:
            key, *rest = item.values()
            yield [section, cell("name", "/".join((*path, key))), *(cell("text", text) for text in rest)]
        return
    texts = value if isinstance(value, list) else [str(value).lower() if isinstance(value, bool) else str(value)]
    yield [section, cell("name", "/".join(path)), *(cell("text", text) for text in texts)]


def rows(facts, parameter_names, defaults_of):
    """All reference tables: name, rows."""
    templates, services, tables = facts["templates"], facts["services"], facts["tables"]
    restrictions, master = facts["restrictions"], services["master_cf"]
    parameters = sorted(facts["parameters"], key=lambda one: one["name"])
    yield "facts.tsv", [fact_row(one, one["name"] in parameter_names, defaults_of(one)) for one in parameters]
    yield "topics.tsv", topic_rows(templates["groups"])
    yield "programs.tsv", map(program_row, services["services"])
    yield "masterrows.tsv", map(master_row, master["shipped_rows"])
    yield "masterfields.tsv", map(master_field_row, master["fields"])
    yield "mastertypes.tsv", [[name, *cells(one)] for name, one in master["types"].items()]
    yield "masteroptions.tsv", [named(one, "option") for one in master["common_options"]]
    yield "perservice.tsv", map(per_service_row, templates["per_service"])
    yield "tabletypes.tsv", [named(one, "type", "tabletypes.tsv") for one in tables["types"]]
    yield "clientkeys.tsv", [[client["type"], *cells(key)] for client in templates["table_client_settings"]
                             for key in client["keys"]]
    yield "tableformats.tsv", map(format_row, tables["formats"])
    yield "tableactions.tsv", [
        [one["format"], *cells({**action, "undocumented": not action.get("documented", True)}, {"documented"})]
        for one in tables["formats"] for action in one.get("actions", [])
    ]
    yield "restrictions.tsv", map(restriction_row, restrictions["restrictions"])
    yield "restrictionlists.tsv", [named(one, "list") for one in restrictions["lists"]]
    yield "endpoints.tsv", endpoint_rows(templates["endpoint_overrides"], restrictions["policy_service_attributes"])
    yield "relations.tsv", [[one["left"], cell("operator", one["operator"]), cell("right", one["right"])]
                            for one in templates["relations"]]
    yield "removednames.tsv", [named(one, "name") for one in templates["removed_names"]]
    yield "words.tsv", [row for section, value in (
        ("value_syntax", templates["value_syntax"]), ("functions", {
            one["name"]: [one["form"], one["meaning"], one["since"]] for one in templates["functions"]}),
        ("user_defined", {one["pattern"]: [one["meaning"], one.get("value_type", "")]
                          for one in templates["user_defined"]}),
        ("syntax_families", tables["syntax_families"]), ("not_types", tables["not_types"]),
        ("sensitive", tables["sensitive"]), ("default_type", tables["default_type"]),
        ("actions_in_code", tables["actions_in_code"]), ("restriction_rules", restrictions["rules"]),
        ("conventional_services", master["conventional_services"]), ("master_rules", {"rules": master["rules"]}),
        ("commands", {"commands": services["commands"]}),
    ) for row in word_rows(section, value)]
