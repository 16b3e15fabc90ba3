// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/catalog.h"
#include "core/model/snapshot.h"
#include "core/usages/valueform.h"

#include <QHash>
#include <QSet>

namespace usages {

/// What the values and the tables of one configuration are used for. A parameter of the user's is used for
/// what the parameters that refer to it are, a table for what the parameters that name it are.
class Roles
{
public:
    /// `catalog` outlives it.
    Roles(const model::Snapshot &snapshot, const catalog::Catalog &catalog);

    const catalog::Catalog &catalog() const { return *m_catalog; }
    ValueForms formsOf(QByteArrayView parameter) const;
    /// What the results of the table are: TransportTables, CheckTables, Restrictions; none if nothing of
    /// that.
    ValueForms formsOf(model::FileId table) const;
    /// The parameters, of Postfix or the user's, whose values name the table.
    QByteArrayList parametersNaming(model::FileId table) const;

    bool isClass(QByteArrayView name) const { return m_classes.contains(name.toByteArray()); }
    const QSet<QByteArray> &classes() const { return m_classes; }
    /// A service that others reach through a socket, in force or switched off.
    bool isLocalService(QByteArrayView name) const { return m_localServices.contains(name.toByteArray()); }
    bool isNetworkService(QByteArrayView name) const
    {
        return m_networkServices.contains(name.toByteArray());
    }
    bool isRaw(QByteArrayView parameter) const;
    /// The service whose own parameter this is by its name, of those there are: "slow" for
    /// "slow_time_limit". Empty where the end of the name only looks so.
    QByteArray serviceOf(QByteArrayView parameter) const;

    /// The name behind `type:` as Postfix reads it; empty when it holds a name that is set nowhere.
    QByteArray expandedName(QByteArrayView name) const;
    /// The open file that Postfix calls `path`; nothing when it is none of them.
    std::optional<model::FileId> fileOf(const QByteArray &path) const;

private:
    struct Value
    {
        QByteArray parameter;
        QByteArray text;
    };

    void readServices(const model::Snapshot &snapshot, QList<Value> &values);
    void readSettings(const model::Snapshot &snapshot, QList<Value> &values);
    void passOnForms(const QList<Value> &values);
    void readTables(const model::Snapshot &snapshot, const QList<Value> &values);

    const catalog::Catalog *m_catalog;
    QHash<QByteArray, ValueForms> m_forms; ///< of parameters that are not Postfix's
    QSet<QByteArray> m_classes;
    QSet<QByteArray> m_localServices;
    QSet<QByteArray> m_networkServices;
    QHash<QByteArray, QByteArray> m_set; ///< the settings in force
    QString m_folder;
    QHash<QString, model::FileId> m_paths;
    QHash<model::FileId, ValueForms> m_tables;
    QHash<model::FileId, QByteArrayList> m_naming;
};

} // namespace usages
