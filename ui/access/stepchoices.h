// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/restrictions/rules.h"

#include <QAbstractTableModel>

namespace ui {

/// The steps that a list can have, those that do something there first, by word and by what they do.
class StepChoices : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Choice
    {
        QByteArray word;
        QString sentence;
        const catalog::Restriction *restriction = nullptr; ///< null for a class
        QString hindrance = {}; ///< why it does nothing in this list; empty where it does
    };

    explicit StepChoices(QObject *parent = nullptr);

    /// `reference` outlives it.
    void fill(const catalog::Reference &reference, const catalog::Version &version,
              std::optional<restrictions::Stage> stage, bool isDelayed, const QByteArrayList &classes);
    /// Shows what has all these words in it.
    void search(const QString &text);
    /// Null for no row.
    const Choice *choice(int row) const;
    /// Among all, whatever is searched for; null for another word.
    const Choice *find(QByteArrayView word) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<Choice> m_all;
    QList<qsizetype> m_shown;
};

} // namespace ui
