// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/questions.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace ui {

class Knowledge;
class Language;
class LookupModel;
class PlaceTable;
class TextLabel;

/// Asks the tables as Postfix would, while the user types: which are asked for what, in which order, which
/// row answers and what comes out. It asks the configuration as it is here, saved or not.
class LookupTester : public QWidget
{
    Q_OBJECT

public:
    LookupTester(Language &language, const Knowledge &knowledge, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *buildQuestion();
    void buildTable();
    void refreshAskers();
    void takeOver();
    std::optional<tables::Asker> chosen() const;
    void ask();
    void give(const tables::Reply &reply);
    void showReply(const tables::Reply &reply);
    void say(const QString &summary, const QString &note = {});
    void go(int row);

    Language &m_language;
    const Knowledge &m_knowledge;
    std::shared_ptr<tables::OpenTables> m_tables;
    QList<tables::Asker> m_askers; ///< one per entry of the list
    QLineEdit *m_key = nullptr;
    QComboBox *m_asker = nullptr;
    QToolButton *m_reveal = nullptr;
    TextLabel *m_summary = nullptr;
    TextLabel *m_note = nullptr;
    LookupModel *m_model = nullptr;
    PlaceTable *m_table = nullptr;
    QTimer m_settle;
    QTimer m_patience; ///< a pattern may take longer than anybody waits
    bool m_isAsking = false; ///< one thread at a time
    int m_question = 0; ///< grows when nobody waits for the answer any more
    tables::Asker m_asked; ///< of the reply that is shown
    std::optional<tables::Reply> m_reply;
    bool m_isStale = true; ///< to be asked again, once it is seen and the last answer is there
};

} // namespace ui
