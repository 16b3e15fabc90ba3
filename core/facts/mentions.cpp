// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/mentions.h"

#include "core/lint/tables.h"
#include "core/syntax/listvalue.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace facts {

namespace {

using lint::Context;

constexpr std::array indexSuffixes{".db", ".lmdb", ".cdb", ".pag", ".dir"};

bool namesPem(QByteArrayView parameter)
{
    static constexpr std::array endings{"cert_file", "key_file", "_chain_files"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](const char *ending) { return parameter.endsWith(ending); });
}

class Mentions
{
public:
    explicit Mentions(const Context &context) : m_context(context) { }

    void read(const QByteArray &parameter, qsizetype service)
    {
        const lint::TracedValue &value = m_context.traced(parameter, service);
        m_queue = m_context.value("queue_directory", service);
        if (value.isBroken())
            return;
        for (const lint::Word &word : value.words())
            readWord(word.text, namesPem(parameter));
    }

    /// Rows that name files: certificates by host name.
    void readRows(const QByteArray &parameter)
    {
        for (const lint::TableUse &table : lint::tablesOf(m_context, parameter)) {
            for (const lint::TableRow &row : lint::rowsOf(m_context, table)) {
                for (const syntax::ListItem &item : syntax::listItems(row.value))
                    readWord(item.range.in(row.value).toByteArray(), true);
            }
        }
    }

    std::map<QByteArray, Mention> found;

private:
    void add(const QByteArray &path, bool isPem)
    {
        if (found.size() < most || found.contains(path))
            found[path].isPem |= isPem;
    }

    void readWord(const QByteArray &word, bool isPem)
    {
        if (word.startsWith('{') && word.endsWith('}') && word.size() > 1) {
            const QByteArray inside = word.sliced(1, word.size() - 2);
            for (const syntax::ListItem &item : syntax::listItems(inside))
                readWord(item.range.in(inside).toByteArray(), isPem);
            return;
        }
        const qsizetype colon = word.lastIndexOf(QByteArrayView(":/"));
        const QByteArray name = word.startsWith("unix:") ? word.sliced(5)
            : colon >= 0                                 ? word.sliced(colon + 1)
                                                         : word;
        const bool isTable = colon >= 0 && !word.startsWith("unix:");
        if (name.startsWith('/')) {
            add(name, isPem);
            for (const char *suffix : indexSuffixes) {
                if (isTable)
                    add(name + suffix, false);
            }
        }
        const bool isRelative = name.contains('/') && !name.startsWith('/') && isLetter(name.front());
        if (m_queue.startsWith('/') && (isRelative || (name.startsWith('/') && !isTable && !isPem)))
            add(m_queue + (isRelative ? "/" : "") + name, false);
    }

    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    static constexpr size_t most = 10'000;

    const Context &m_context;
    QByteArray m_queue;
};

} // namespace

std::map<QByteArray, Mention> mentionsIn(const Context &context)
{
    Mentions mentions(context);
    for (const lint::Assignment &assignment : context.assignments()) {
        if (assignment.isInForce)
            mentions.read(assignment.name, assignment.service);
    }
    for (const char *name : {"alias_maps", "alias_database", "queue_directory", "data_directory", "myorigin",
                             "smtpd_tls_key_file", "smtpd_tls_eckey_file", "smtpd_tls_dkey_file"})
        mentions.read(name, effective::noService);
    mentions.readRows("tls_server_sni_maps");
    return mentions.found;
}

} // namespace facts
