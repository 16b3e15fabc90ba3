// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/grids/parameterlist.h"

#include <QAbstractItemModel>

namespace ui {

class Findings;
struct Finding;

/// Every parameter as a tree: topics, their parameters, and below a parameter what services set it to. After
/// an edit all that was in sight stays there, whether the query still asks for it or not.
class ParametersModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ValueColumn,
        DefaultColumn,
        OriginColumn,
        UsersColumn,
        VersionColumn,
        ColumnCount
    };

    /// What a row stands for; a topic has no name.
    struct Node
    {
        QByteArray name = {};
        QByteArray service = {}; ///< "name/type"; empty for the parameter itself
        bool operator==(const Node &) const = default;
    };

    /// With `findings`, which outlive it like the others, settings that something is wrong with are marked.
    ParametersModel(EditSession &session, Knowledge &knowledge, QObject *parent = nullptr,
                    Findings *findings = nullptr);

    void setQuery(const QString &text);
    /// What can't be answered of the query.
    QStringList problems() const { return m_list.problems(); }
    const ParameterList &list() const { return m_list; }
    int shownCount() const { return m_shownCount; }

    Node nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node, int column = NameColumn) const;
    /// It is one of the user's, whose name can be another.
    bool isOwn(const QModelIndex &index) const;
    QString topicAt(const QModelIndex &index) const;
    std::optional<model::Place> placeOf(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    /// The rows are those of the configuration as it is now; `anew`: none of the old indexes is good.
    void refreshed(bool anew);
    void renamed(const QByteArray &to);

private:
    struct ShownTopic
    {
        int topic = 0;
        QList<int> rows; ///< of the list
        bool operator==(const ShownTopic &) const = default;
    };

    void refresh(bool isNewQuery);
    void refreshMarks();
    QList<Finding> findingsAt(const QModelIndex &index) const;
    QVariant valueToEdit(const ParameterRow &row, const QByteArray &value) const;
    QString topicText(const QModelIndex &index) const;
    QVariant rowData(const ParameterRow &row, int column, int role) const;
    QVariant overrideData(const ParameterRow &row, const ServiceSetting &setting, int column, int role) const;
    QString originText(const ParameterRow &row) const;
    QString valueTip(const ParameterRow &row, const QByteArray &service) const;
    QByteArray valueOf(const ParameterRow &row) const;
    const ParameterRow *rowAt(const QModelIndex &index) const;
    const ServiceSetting *overrideAt(const QModelIndex &index) const;

    EditSession &m_session;
    Knowledge &m_knowledge;
    Findings *m_findings;
    ParameterList m_list;
    QString m_query;
    QList<ShownTopic> m_shown;
    QList<QByteArrayList> m_children; ///< by row of the list: the services below it
    QList<int> m_topicOfRow; ///< by row of the list: index into m_shown, -1 when it is not shown
    QList<int> m_placeInTopic;
    int m_shownCount = 0;
};

} // namespace ui
