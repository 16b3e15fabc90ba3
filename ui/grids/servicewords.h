// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/mastercf.h"

#include <QString>

namespace ui {

/// "submission inet": how a service is called in sentences.
QString serviceTitle(const syntax::MasterCf &file, const syntax::Service &service);

/// What '-' stands for in a column of this service, as one word; empty in columns without a default.
QString defaultMeaning(syntax::ServiceField field, const syntax::MainCf &mainCf);

/// What may be chosen in a column, with its meaning; empty where anything may be written.
struct FieldChoice
{
    QString value;
    QString meaning;
};
QList<FieldChoice> fieldChoices(syntax::ServiceField field, const syntax::MainCf &mainCf);

/// "woken up every 5 minutes, ..."; empty for what is no time.
QString wakeupMeaning(QByteArrayView value);

/// The words after the command that are not overrides, on one line as they are written.
QByteArray argumentLine(const syntax::MasterCf &file, const syntax::Service &service);
/// The line as words for edits::setServiceArguments(): a new `{ a b }` is one word without its braces.
QByteArrayList argumentWords(const QByteArray &line, const syntax::MasterCf &file,
                             const syntax::Service &service);

} // namespace ui
