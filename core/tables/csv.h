// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QList>
#include <QString>

#include <optional>

namespace tables {

/// A record of a file of comma or tab separated values, as RFC 4180 describes them.
struct CsvRecord
{
    qsizetype line = 1; ///< where it begins, from 1
    QByteArrayList cells = {};
};

struct CsvReading
{
    QList<CsvRecord> records = {}; ///< without empty lines
    qsizetype problemLine = 0; ///< from 1; 0: all was read
    QString problem = {}; ///< a sentence
};

/// Cells may stand in double quotes, a double quote within is written twice, and lines may end in CRLF or LF.
/// A byte order mark in front is left out. Any bytes may stand in a cell.
CsvReading readCsv(const QByteArray &bytes, char separator);
/// A tab where the first line has one outside of quotes; else a semicolon where it has one and no comma; else
/// a comma.
char separatorOf(const QByteArray &bytes);

/// readCsv() gives back the same cells. Lines end in CRLF.
QByteArray writtenCsv(const QList<QByteArrayList> &records, char separator);

} // namespace tables
