// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

namespace support {

/// Text whose expected places stand in «» and whose caret is a ¦.
struct MarkedText
{
    explicit MarkedText(QByteArray marked)
    {
        const QByteArray open("«");
        const QByteArray close("»");
        const QByteArray bar("¦");
        for (qsizetype at = 0; at < marked.size();) {
            const QByteArrayView rest = QByteArrayView(marked).sliced(at);
            if (rest.startsWith(open)) {
                ranges.append({text.size(), -1});
                at += open.size();
            } else if (rest.startsWith(close)) {
                ranges.last().end = text.size();
                at += close.size();
            } else if (rest.startsWith(bar)) {
                caret = text.size();
                at += bar.size();
            } else {
                text += marked[at++];
            }
        }
    }

    QByteArray text;
    QList<syntax::ByteRange> ranges;
    qsizetype caret = -1;
};

/// Takes the « » out of a text and says where they were.
inline QByteArray unmarked(const QByteArray &text, syntax::ByteRange &range)
{
    const MarkedText marked(text);
    range = marked.ranges.isEmpty() ? syntax::ByteRange{-1, -1} : marked.ranges.first();
    return marked.text;
}

/// A configuration written in one piece: main.cf, and behind lines like "--- master.cf" or "--- transport
/// hash" further files of /etc/postfix.
struct MarkedConfig
{
    explicit MarkedConfig(const QByteArray &marked)
    {
        QByteArray mainCf;
        QByteArray masterCf;
        QList<QPair<QByteArray, QByteArray>> others;
        QByteArray *target = &mainCf;
        QList<QByteArray> contents;
        qsizetype at = 0;
        while (at < marked.size()) {
            qsizetype end = marked.indexOf('\n', at);
            end = end < 0 ? marked.size() : end + 1;
            const QByteArray line = marked.sliced(at, end - at);
            at = end;
            if (line.startsWith("--- master.cf")) {
                target = &masterCf;
            } else if (line.startsWith("--- ")) {
                others.append({line.sliced(4).trimmed(), {}});
                target = nullptr;
            } else {
                (target ? *target : others.last().second) += line;
            }
        }
        add(QStringLiteral("main.cf"), model::FileKind::MainCf, mainCf);
        add(QStringLiteral("master.cf"), model::FileKind::MasterCf, masterCf);
        for (const auto &[head, content] : others) {
            const QByteArrayList words = head.split(' ');
            add(QString::fromUtf8(words.first()), kindOf(words.value(1)), content);
        }
    }

    model::Snapshot snapshot() const { return model::Snapshot(m_files); }

    QList<model::Place> places; ///< what stands in «»
    model::Place caret;

private:
    static model::FileKind kindOf(const QByteArray &type)
    {
        if (type == "pcre" || type == "regexp")
            return model::FileKind::Pattern;
        if (type == "cidr")
            return model::FileKind::Cidr;
        if (type == "aliases")
            return model::FileKind::Aliases;
        return type == "mysql" || type == "ldap" ? model::FileKind::Other : model::FileKind::KeyValue;
    }

    void add(const QString &name, model::FileKind kind, const QByteArray &marked)
    {
        const MarkedText content(marked);
        const auto id = static_cast<model::FileId>(m_files.size());
        for (const syntax::ByteRange &range : content.ranges)
            places.append({id, range});
        if (content.caret >= 0)
            caret = {id, {content.caret, content.caret}};
        const model::FileInfo info{
            .path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind};
        m_files.append(model::File(info, syntax::Text(content.text, model::File::layoutOf(kind))));
    }

    QList<model::File> m_files;
};

} // namespace support
