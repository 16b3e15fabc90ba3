// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

#include <functional>
#include <optional>

class QStandardItemModel;

namespace effective {
class Values;
}

namespace ui {

class PlaceTable;
class TextLabel;

/// What the services that run some programs make of a setting, one row each: in words, and where each has it
/// from. A click goes to that place.
class ServiceValues : public QWidget
{
    Q_OBJECT

public:
    /// `words` says what holds for a service of Values::services(); `parameters` are those it depends on, the
    /// most telling first.
    struct Shape
    {
        QString title;
        QByteArrayList programs;
        QByteArrayList parameters;
        std::function<QString(const effective::Values &, qsizetype service)> words;
    };

    ServiceValues(PageContext &context, Shape shape, QWidget *parent = nullptr);

    QString textOf(int row) const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void addRow(const effective::Values &values, qsizetype service);
    void fit();

    PageContext &m_context;
    Shape m_shape;
    TextLabel *m_empty = nullptr;
    QStandardItemModel *m_model = nullptr;
    PlaceTable *m_table = nullptr;
    QList<std::optional<model::Place>> m_places;
};

} // namespace ui
