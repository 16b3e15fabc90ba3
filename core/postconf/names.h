// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/configuration.h"
#include "core/postconf/masterentry.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace postconf {

/// The classes of postconf's -C.
enum class NameClass : quint8 { None = 0, BuiltIn = 1, Service = 2, User = 4, All = 7 };

/// A parameter that Postfix takes as known.
struct KnownName
{
    NameClass nameClass = NameClass::User;
    bool isRaw = false;
    bool isReadOnly = false;
    bool isLegacy = false;
    const catalog::Parameter *parameter = nullptr; ///< built in
    QByteArrayView serviceDefault = {}; ///< made by a service's name
};

/// Settings by name, sorted.
using Settings = QMap<QByteArray, QByteArray>;

/// A configuration as postconf has it in memory: what is set in main.cf and at every service, and which names
/// are known: built in, made by a service's name, or defined by the user and referred to somewhere. Follows
/// src/postconf/postconf_{main,master,builtin,service,user,unused}.c.
class Names
{
public:
    Names(const Configuration &configuration, Log &log);

    // The steps in the order that the caller's kind of run takes them; each does nothing once the log has
    // ended.
    void readMain();
    void override(const QByteArrayList &nameValues); ///< -o NAME=VALUE
    enum class WithoutMaster : bool { Warns, Ends };
    void readMaster(WithoutMaster without);
    void addBuiltIn();
    void addServiceNames();
    enum class Quiet : bool { No, Yes };
    void addUserNames(Quiet quiet);

    const QHash<QByteArray, KnownName> &known() const { return m_known; }
    const Settings &mainSettings() const { return m_main; }
    const QList<MasterEntry> &entries() const { return m_entries; }
    /// The overrides of an entry; null when it has none. Entries of one name and type share them.
    const Settings *overridesOf(qsizetype entry) const;

    /// What applies where nothing is set.
    QByteArray defaultOf(const QByteArray &name, const KnownName &known);
    /// What a value comes to, with the overrides of an entry (or -1) in front of main.cf. Ends the run when
    /// it can't be read.
    enum class Lookup : bool { WithSettings, DefaultsOnly };
    QByteArray expanded(const QByteArray &value, qsizetype entry, Lookup lookup = Lookup::WithSettings);

    /// Warns of what is set and not known, or no longer recommended.
    void warnOfMain();
    void warnOfMaster();

private:
    /// A name that the user refers to should have a value; one that a default or a client could use need not.
    enum class Purpose : quint8 { Reference, Possibility };

    struct Scope
    {
        Settings settings; ///< shared by the entries of one name and type
        Settings readOnly; ///< process_name and service_name
    };

    void addScopes();
    void scanDefaults();
    void scan(Settings &settings, qsizetype entry, Quiet quiet);
    void scanValue(const QByteArray &value, qsizetype entry, Purpose purpose);
    void scanClasses(const Settings &settings, qsizetype entry);
    void flag(const QByteArray &name, qsizetype entry, Purpose purpose);
    void warnOfUnused(const Settings &settings, const QByteArray &path, qsizetype entry);
    std::optional<QByteArray> lookup(QByteArrayView name, qsizetype entry, Lookup lookup);
    QByteArray hostDefaultOf(const catalog::Parameter &parameter);
    QByteArray networks();
    /// A value that is expanded with what is set beside it only, without defaults; nothing where it is not
    /// set.
    std::optional<QByteArray> evaluated(const QByteArray &name, const Settings &settings,
                                        const QByteArray &dictionary = "mail_dict");
    /// How messages call the files; before 3.8 some of them leave out the folder.
    QByteArray shortName(const char *file) const;

    const Configuration &m_configuration;
    Log &m_log;
    Settings m_main;
    QList<MasterEntry> m_entries;
    QHash<QByteArray, Scope> m_scopes; ///< by NAME/TYPE
    QList<Scope *> m_overrides; ///< one per entry, null without overrides
    QHash<QByteArray, QList<qsizetype>> m_overriding; ///< the entries that have a setting of that name
    QList<QSet<QByteArray>> m_knownHere; ///< one per entry
    QHash<QByteArray, KnownName> m_known;
    QSet<QByteArray> m_clientFiles; ///< already read
    QHash<QByteArray, QByteArray> m_hostDefaults; ///< found out already
    bool m_hasDeprecated = false;
};

} // namespace postconf
