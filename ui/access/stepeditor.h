// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/restrictions/rules.h"
#include "ui/forms/formcontext.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace ui {

class StepChoices;
class TextLabel;

/// Chooses a step and its argument: a search field over a list of what fits, and below it what the step looks
/// at. Enter goes on, Escape leaves.
class StepEditor : public QFrame
{
    Q_OBJECT

public:
    struct Start
    {
        QString listName; ///< for readers: "Who connects (smtpd_client_restrictions)"
        std::optional<restrictions::Stage> stage = {};
        QByteArrayList classes = {};
        bool isDelayed = true;
        std::optional<restrictions::Step> step = {}; ///< to change; without one it is a new step
    };

    StepEditor(const FormContext &context, const Start &start, QWidget *parent = nullptr);

    /// The step as it would be written.
    QByteArray text() const;

signals:
    void accepted(const QByteArray &text);
    void canceled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildSearch(const Start &start);
    void buildArgument();
    void buildButtons(bool isNew);
    void load(const restrictions::Step &step);
    void search();
    void choose(int row);
    void chooseFile();
    void goOn();
    void accept();
    void refresh();
    const catalog::Restriction *restriction() const;
    QString complaint() const;
    bool canAccept() const;

    FormContext m_context;
    StepChoices *m_choices = nullptr;
    QLineEdit *m_search = nullptr;
    QTreeView *m_list = nullptr;
    TextLabel *m_sentence = nullptr;
    QWidget *m_argumentRow = nullptr;
    QLabel *m_argumentName = nullptr;
    QComboBox *m_argument = nullptr;
    QPushButton *m_file = nullptr;
    QCheckBox *m_warnOnly = nullptr;
    QLabel *m_complaintIcon = nullptr;
    TextLabel *m_complaint = nullptr;
    QPushButton *m_accept = nullptr;
    QByteArray m_word; ///< that is chosen; what is written in the search field where nothing fits
};

} // namespace ui
