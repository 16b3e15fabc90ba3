// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/csv.h"

#include <QCoreApplication>

#include <algorithm>

namespace tables {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("tables", text);
}

class Reader
{
public:
    Reader(const QByteArray &bytes, char separator) : m_bytes(bytes), m_separator(separator)
    {
        if (m_bytes.startsWith("\xef\xbb\xbf"))
            m_at = 3;
    }

    CsvReading read()
    {
        while (m_at < m_bytes.size() && m_reading.problemLine == 0)
            readRecord();
        return std::move(m_reading);
    }

private:
    bool atLineEnd() const
    {
        return m_at == m_bytes.size() || m_bytes[m_at] == '\n'
            || (m_bytes[m_at] == '\r' && (m_at + 1 == m_bytes.size() || m_bytes[m_at + 1] == '\n'));
    }

    void readRecord()
    {
        CsvRecord record{.line = m_line};
        for (;;) {
            const bool isQuoted = m_at < m_bytes.size() && m_bytes[m_at] == '"';
            record.cells.append(isQuoted ? quotedCell() : plainCell());
            if (m_reading.problemLine > 0)
                return;
            if (atLineEnd())
                break;
            ++m_at; // the separator
        }
        if (m_at < m_bytes.size() && m_bytes[m_at] == '\r')
            ++m_at;
        if (m_at < m_bytes.size())
            ++m_at;
        ++m_line;
        if (record.cells.size() > 1 || !record.cells.first().isEmpty())
            m_reading.records.append(record);
    }

    QByteArray plainCell()
    {
        const qsizetype begin = m_at;
        while (!atLineEnd() && m_bytes[m_at] != m_separator)
            ++m_at;
        return m_bytes.sliced(begin, m_at - begin);
    }

    QByteArray quotedCell()
    {
        const qsizetype firstLine = m_line;
        QByteArray cell;
        for (++m_at; m_at < m_bytes.size(); ++m_at) {
            if (m_bytes[m_at] == '"') {
                if (m_at + 1 == m_bytes.size() || m_bytes[m_at + 1] != '"') {
                    ++m_at;
                    if (!atLineEnd() && m_bytes[m_at] != m_separator)
                        fail(m_line,
                             sentence(QT_TRANSLATE_NOOP(
                                 "tables",
                                 "Something follows a closing quote. Write a quote within a cell "
                                 "twice.")));
                    return cell;
                }
                ++m_at;
            } else if (m_bytes[m_at] == '\n') {
                ++m_line;
            }
            cell += m_bytes[m_at];
        }
        fail(firstLine, sentence(QT_TRANSLATE_NOOP("tables", "A quote is opened here and never closed.")));
        return cell;
    }

    void fail(qsizetype line, const QString &problem)
    {
        m_reading.problemLine = line;
        m_reading.problem = problem;
    }

    const QByteArray &m_bytes;
    char m_separator;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
    CsvReading m_reading;
};

} // namespace

CsvReading readCsv(const QByteArray &bytes, char separator)
{
    return Reader(bytes, separator).read();
}

char separatorOf(const QByteArray &bytes)
{
    bool isQuoted = false;
    bool hasComma = false;
    bool hasSemicolon = false;
    for (const char c : bytes) {
        if (c == '"')
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        if (c == '\t')
            return '\t';
        if (c == '\n')
            break;
        hasComma = hasComma || c == ',';
        hasSemicolon = hasSemicolon || c == ';';
    }
    return hasSemicolon && !hasComma ? ';' : ',';
}

QByteArray writtenCsv(const QList<QByteArrayList> &records, char separator)
{
    const auto needsQuotes = [separator](const QByteArray &cell) {
        return std::any_of(cell.begin(), cell.end(),
                           [&](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; })
            || cell.startsWith("\xef\xbb\xbf");
    };
    QByteArray text;
    for (const QByteArrayList &record : records) {
        for (qsizetype i = 0; i < record.size(); ++i) {
            QByteArray cell = record[i];
            if (needsQuotes(cell) || (record.size() == 1 && cell.isEmpty()))
                cell = '"' + cell.replace('"', "\"\"") + '"';
            text += (i > 0 ? QByteArray(1, separator) : QByteArray()) + cell;
        }
        text += "\r\n";
    }
    return text;
}

} // namespace tables
