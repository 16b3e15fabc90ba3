// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;

namespace ui {

class EditSession;
class Knowledge;
class TextLabel;

/// How pipe or spawn runs a program: its flags, as whom, and the command. Hidden for other services.
class InvocationBar : public QWidget
{
    Q_OBJECT

public:
    InvocationBar(EditSession &session, const Knowledge &knowledge, QWidget *parent = nullptr);

    /// Shows this service, -1 for none; to be called again after every change.
    void showService(qsizetype service);

private:
    struct Part
    {
        const char *option;
        QLineEdit *line;
    };

    void commit(const Part &part);
    void explainFlags();

    EditSession &m_session;
    const Knowledge &m_knowledge;
    QList<Part> m_parts;
    QWidget *m_flags = nullptr; ///< what only pipe has
    TextLabel *m_meaning = nullptr;
    qsizetype m_service = -1;
};

} // namespace ui
