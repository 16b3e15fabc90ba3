// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/configuration.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace postconf {

/// The parameter names that Postfix takes as known: built in, made by a service's name, or defined by the
/// user and referred to somewhere. Follows src/postconf/postconf_{builtin,service,user,dbms,unused}.c.
class Namespaces
{
public:
    using Settings = QMap<QByteArray, QByteArray>; ///< name to value, sorted by name

    /// Reads everything; stops at the first thing that postconf stops at.
    explicit Namespaces(const Configuration &configuration);

    const QByteArray &fatal() const { return m_fatal; }
    /// Undefined names, overridden entries, client files that can't be read.
    const QByteArrayList &warnings() const { return m_warnings; }
    /// Settings and overrides that nothing reads.
    QByteArrayList unusedSettings() const;
    QByteArrayList unusedOverrides() const;

    const Settings &mainSettings() const { return m_main; }
    bool isKnown(const QByteArray &name) const { return m_known.contains(name); }
    /// One per service in force, in file order: its overrides.
    const QList<Settings> &overrides() const { return m_overrides; }
    /// Indexes into masterCf.services() of the services in force.
    const QList<qsizetype> &services() const { return m_services; }
    /// The words of such a service behind its command.
    const QList<QByteArrayList> &arguments() const { return m_arguments; }

private:
    /// A name that the user refers to should have a value; one that a default or a client could use need not.
    enum class Purpose : quint8 { Reference, Possibility };

    void readMainCf();
    void readMasterCf();
    void registerBuiltIn();
    void registerServiceNames();
    void scanDefaults();
    void scanSettings(const Settings &settings, qsizetype service);
    void scanValue(const QByteArray &value, qsizetype service, Purpose purpose);
    void registerClasses(const Settings &settings, qsizetype service);
    void registerClients(const QByteArray &value, qsizetype service);
    void registerClientNames(const QByteArray &value, qsizetype service, int depth);
    void readClientFile(QByteArrayView type, const QByteArray &path);
    void flag(const QByteArray &name, qsizetype service, Purpose purpose);
    std::optional<QByteArray> lookup(QByteArrayView name, qsizetype service) const;
    QByteArray file(const char *name) const { return m_configuration.directory + '/' + name; }

    const Configuration &m_configuration;
    QByteArray m_fatal;
    QByteArrayList m_warnings;
    Settings m_main;
    QList<Settings> m_overrides;
    QList<QSet<QByteArray>> m_knownInService;
    QList<qsizetype> m_services;
    QList<QByteArrayList> m_arguments;
    QSet<QByteArray> m_known;
    QSet<QByteArray> m_raw;
    QSet<QByteArray> m_classes; ///< names in the global smtpd_restriction_classes
    QSet<QByteArray> m_clientFiles; ///< already looked at
};

} // namespace postconf
