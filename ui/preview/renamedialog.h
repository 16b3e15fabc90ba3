// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"
#include "core/usages/symbol.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class DiffView;
class Language;
class TextLabel;

/// Asks for another name and shows every line that it changes before it is given; a name that can't be given
/// is refused here, with the reason.
class RenameDialog : public QDialog
{
    Q_OBJECT

public:
    RenameDialog(Language &language, const usages::Symbol &symbol, QWidget *parent = nullptr);

    void accept() override;

private:
    QByteArray typed() const;
    void refresh();

    Language &m_language;
    usages::Symbol m_symbol;
    QLineEdit *m_name = nullptr;
    QLabel *m_state = nullptr;
    DiffView *m_diff = nullptr;
    QPushButton *m_rename = nullptr;
};

} // namespace ui
