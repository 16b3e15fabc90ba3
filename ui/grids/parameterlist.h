// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/facts.h"
#include "ui/grids/parameterquery.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace syntax {
class MasterCf;
}
namespace model {
class Snapshot;
}

namespace ui {

class EditSession;
class Knowledge;

/// What one service sets for itself, in the configuration as it is now.
struct ServiceSetting
{
    qsizetype service = 0; ///< of masterCf().services()
    qsizetype item = 0; ///< of its overrides
    QByteArray key; ///< "name/type" of the service
    QByteArray value;

    bool operator==(const ServiceSetting &) const = default;
};

/// A parameter of the list.
struct ParameterRow
{
    QByteArray name;
    const catalog::Facts *facts = nullptr; ///< null for one of the user's own
    int topic = 0; ///< index into ParameterList::topics()
    QByteArray words = {}; ///< name and help in lower case
};

/// Every parameter that Postfix has at the target version, and every one that is set, by topic; and which of
/// them a query asks for.
class ParameterList
{
public:
    struct Topic
    {
        QByteArray name;
        QString title;
    };

    ParameterList(EditSession &session, Knowledge &knowledge);

    /// Reads the configuration again. Parameters that were there stay, set or not, until clear().
    void refresh();
    void clear();

    /// By topic, then by name.
    const QList<ParameterRow> &rows() const { return m_rows; }
    const QList<Topic> &topics() const { return m_topics; }
    /// -1 without one.
    int indexOf(QByteArrayView name) const;

    const QList<ServiceSetting> &overridesOf(const QByteArray &name) const;
    bool isSet(const ParameterRow &row) const;
    bool isChanged(const QByteArray &name) const;
    bool isUnused(const ParameterRow &row) const; ///< it is set, and nothing reads it
    bool isEqualToDefault(const ParameterRow &row) const;

    /// To be called before matches(): what the query says about services is looked up once.
    void setQuery(const ParameterQuery &query);
    bool matches(int index) const;
    /// What the query names and there is none of: "There is no service “x”."
    QStringList problems() const { return m_problems; }

    QStringList serviceNames() const;
    QStringList topicNames() const;

private:
    using Overrides = QHash<QByteArray, QList<ServiceSetting>>;

    static Overrides overridesIn(const model::Snapshot &snapshot);
    void rebuild(const QByteArrayList &names);
    void readValues() const;
    bool contains(int row, const QByteArray &word) const;
    void resolveServices();
    void resolveTopics();
    bool isOfService(const ParameterRow &row) const;
    int topicOf(const catalog::Facts *facts) const;

    EditSession &m_session;
    Knowledge &m_knowledge;
    QList<Topic> m_topics;
    QList<ParameterRow> m_rows;
    QHash<QByteArray, int> m_byName;
    QByteArrayList m_names; ///< the rows were made from
    Overrides m_overrides;
    QHash<QByteArray, int> m_topicNumbers;
    mutable QByteArrayList m_values; ///< by row: what it is set to, here and in services, in lower case
    mutable bool m_areValuesKnown = false; ///< of the configuration as it is now
    mutable QSet<QByteArray> m_tableSettings; ///< that belong to a table client named in a value
    mutable bool m_areTableSettingsKnown = false;

    ParameterQuery m_query;
    QStringList m_problems;
    QSet<QByteArray> m_wantedKeys; ///< of services
    QSet<QByteArray> m_wantedPrograms;
    QSet<int> m_wantedTopics;
};

} // namespace ui
