// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/maincf.h"
#include "core/syntax/stanzas.h"

#include <QByteArrayList>

#include <array>

namespace syntax {

enum class ServiceField : quint8 { Name, Type, Private, Unprivileged, Chroot, Wakeup, ProcessLimit, Command };
inline constexpr int serviceFieldCount = 8;

/// One `-o name=value` of a service. Ranges point into MasterCf::text().
struct Override
{
    /// From "-o" to the end of its value, closing brace included. In "-vo name=value" it begins at the 'o'.
    ByteRange whole;
    ByteRange name;
    ByteRange value; ///< without braces and the blanks inside them; may span lines; empty where one would go
    int line = 0; ///< counted from 0
    bool braced = false; ///< written as -o { name = value }
    bool enabled = true; ///< false: its line is commented out more than the service is
};

/// Any other word after the command: -v, user=..., argv=..., { a b }.
struct Argument
{
    ByteRange range;
};

/// One service of master.cf, in force or switched off (the whole stanza commented out).
struct Service
{
    ByteRange whole; ///< first to last line that belongs to it, line ends, comments in between included
    ByteRange remark; ///< the comment block right above that speaks of it; empty at whole.begin if none
    std::array<ByteRange, serviceFieldCount> fields;
    QList<Override> overrides; ///< in file order, switched-off ones among them
    QList<Argument> arguments; ///< in file order, without overrides
    int line = 0; ///< counted from 0
    bool enabled = true;

    const ByteRange &field(ServiceField which) const { return fields[static_cast<size_t>(which)]; }
};

/// A master.cf file, byte for byte, with an index of what is where. Any byte sequence is some MasterCf.
/// Fields and braces: get_master_ent() in src/master/master_ent.c, argv_splitq() in src/util/argv_splitq.c;
/// options: pcf_normalize_daemon_args() in src/postconf/postconf_master.c.
class MasterCf
{
public:
    MasterCf() = default;
    explicit MasterCf(QByteArray text);

    const QByteArray &text() const { return m_text; }
    /// In file order, in force and switched off.
    const QList<Service> &services() const { return m_services; }
    /// Logical lines in force with fewer than eight fields (Postfix stops there), and orphaned lines.
    const QList<StrayLine> &strays() const { return m_strays; }

    QByteArrayView fieldOf(const Service &service, ServiceField which) const
    {
        return service.field(which).in(m_text);
    }
    /// The program that runs, without its folder.
    QByteArrayView programOf(const Service &service) const
    {
        const QByteArrayView command = fieldOf(service, ServiceField::Command);
        return command.sliced(command.lastIndexOf('/') + 1);
    }
    /// The override of that name that counts, which is the last one in force. Null without one.
    const Override *overrideOf(const Service &service, QByteArrayView name) const;
    QByteArrayView nameOf(const Override &option) const { return option.name.in(m_text); }
    /// The value as Postfix sees it: lines joined by one blank, comments left out.
    QByteArray valueOf(const Override &option) const;
    /// The trimmed pieces of the value, one per physical line that carries a part of it, without the '#' in
    /// front of lines that are commented out.
    QList<ByteRange> piecesOf(const Override &option) const;
    QByteArray argumentOf(const Argument &argument) const; ///< lines joined by one blank, braces included
    /// The words after the command as Postfix's own listing (postconf -M, -P) has them: "-o", "name=value"
    /// apart, braces off. It splits "-oname=foo" at a later 'o' as postconf does, where the daemons do not.
    QByteArrayList normalizedArguments(const Service &service) const;
    /// What each physical line of the service is; places are those of text().
    Stanza linesOf(const Service &service) const;

    /// Index of the first service in force with that name and type; -1 without one.
    qsizetype indexOf(QByteArrayView name, QByteArrayView type) const;

private:
    QList<ByteRange> pieces(ByteRange range) const;

    QByteArray m_text;
    QList<Service> m_services;
    QList<StrayLine> m_strays;
};

} // namespace syntax
