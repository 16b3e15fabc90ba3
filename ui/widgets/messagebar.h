// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace ui {

/// One message across the top of a page, for as long as it is needed; the work below goes on.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    MessageBar(Kind kind, const QString &text, QWidget *parent = nullptr);

    QString text() const;
    /// A button; the bar closes once `action` has run.
    template<typename Action>
    void addAction(const QString &label, Action action)
    {
        connect(addButton(label), &QAbstractButton::clicked, this, [this, action] {
            action();
            dismiss();
        });
    }

public slots:
    void dismiss();

signals:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QAbstractButton *addButton(const QString &label);
    void dress();

    Kind m_kind;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace ui
