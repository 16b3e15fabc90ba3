// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/submission/ports.h"
#include "ui/pages/pagecontext.h"

#include <QFrame>

class QCheckBox;
class QVBoxLayout;

namespace ui {

class FormSection;
class TextLabel;

/// What a card on the Submission page is about. Two that are equal can share a card.
struct PortCardKey
{
    int number = 0; ///< 0: of a name that is none of the mail ports'
    QByteArray service = {}; ///< "name/type" of the service in force; empty: the port is off
    bool isBehindPostscreen = false;

    bool operator==(const PortCardKey &) const = default;
};

/// One port at which mail comes in: on or off, what that means for mail programs, and the fields of its
/// service.
class PortCard : public QFrame
{
    Q_OBJECT

public:
    PortCard(PageContext &context, const PortCardKey &key, QWidget *parent = nullptr);

    const PortCardKey &key() const { return m_key; }
    /// Which of its groups of fields are open; of a port that is off, those that were when it was on.
    QList<bool> openGroups() const;
    void setOpenGroups(const QList<bool> &open);
    void refresh();

private:
    QLayout *buildHeader();
    void buildFields();
    QString title() const;
    QString purpose() const;
    qsizetype serviceIndex() const;
    void switchPort(bool isOn);
    void checkSender(bool isChecked);

    PageContext &m_context;
    PortCardKey m_key;
    QVBoxLayout *m_column = nullptr;
    QList<FormSection *> m_sections; ///< none while the port is off
    QList<bool> m_openGroups;
    QCheckBox *m_switch = nullptr;
    TextLabel *m_summary = nullptr;
    QCheckBox *m_ownSenders = nullptr; ///< null where nobody logs in by design
    TextLabel *m_senderHint = nullptr;
};

} // namespace ui
