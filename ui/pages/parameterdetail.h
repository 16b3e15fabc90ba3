// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace ui {

class EditSession;
class ListEditor;
class ParametersModel;
class TextLabel;

/// One setting with room: its value as text, line by line, and item by item where it is a list.
class ParameterDetail : public QWidget
{
    Q_OBJECT

public:
    ParameterDetail(EditSession &session, ParametersModel &model, QWidget *parent = nullptr);

    /// Shows this row, -1 for none; again after every change. A text that is being written stays, as long as
    /// it is the same setting.
    void showRow(int row);
    /// Gives the text that is being written to its setting, if there is one.
    void apply();

signals:
    void resetWanted();

private:
    QWidget *buildText();
    void fillText(bool isAnother);
    void refreshButtons();
    void revert();
    QString resetText() const;

    EditSession &m_session;
    ParametersModel &m_model;
    int m_row = -1;
    QByteArray m_key; ///< of the row
    TextLabel *m_name = nullptr;
    TextLabel *m_state = nullptr;
    TextLabel *m_resetText = nullptr;
    QTabWidget *m_tabs = nullptr;
    QPlainTextEdit *m_text = nullptr;
    ListEditor *m_items = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_revert = nullptr;
    QPushButton *m_reset = nullptr;
};

} // namespace ui
