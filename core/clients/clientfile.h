// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/edits/refusal.h"
#include "core/model/draft.h"

/// Tables that others answer: databases, whose clients have settings in files of their own, and programs.
namespace clients {

/// A setting of a database client, in its file or not.
struct Setting
{
    QByteArray name;
    const catalog::ClientKey *key = nullptr; ///< null for one that Postfix does not know
    std::optional<QByteArray> value = {}; ///< nothing: not set
    syntax::ByteRange place = {}; ///< in the file, where it is set

    bool isSecret() const;
};

/// What may be set for that type of table, in the order of the catalog without what is obsolete and not set,
/// then what is set and not known. The file is read as main.cf is: cfg_parser_init() in
/// src/global/cfg_parser.c.
QList<Setting> settingsOf(const model::File &file, const catalog::Reference &reference, QByteArrayView type);

/// Sets it as edits::setParameter() sets one in main.cf: comments, order and all other lines stay. Nothing
/// as the value takes it out.
edits::Outcome set(model::Draft &draft, model::FileId file, const QByteArray &name,
                   const std::optional<QByteArray> &value);

} // namespace clients
