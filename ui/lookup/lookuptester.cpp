// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lookup/lookuptester.h"

#include "core/base/displaytext.h"
#include "core/base/ownthread.h"
#include "core/base/whendone.h"
#include "ui/lookup/lookupmodel.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/placetable.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using tables::Asker;
using tables::Reply;

LookupTester::LookupTester(Language &language, const Knowledge &knowledge, QWidget *parent)
    : QWidget(parent),
      m_language(language),
      m_knowledge(knowledge),
      m_tables(std::make_shared<tables::OpenTables>())
{
    buildTable();
    m_summary = new TextLabel(TextLabel::Rank::Body, {});
    m_note = new TextLabel(TextLabel::Rank::Muted, {});
    for (TextLabel *label : {m_summary, m_note}) {
        label->setWordWrap(true);
        label->setContentsMargins({spacing::parts, 0, spacing::parts, spacing::tight});
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(buildQuestion());
    column->addWidget(m_summary);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    setFocusProxy(m_key);

    constexpr int pause = 120; // ms, behind the last key
    m_settle.setSingleShot(true);
    m_settle.setInterval(pause);
    connect(&m_settle, &QTimer::timeout, this, &LookupTester::ask);
    constexpr int longest = 10000; // ms
    m_patience.setSingleShot(true);
    m_patience.setInterval(longest);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        ++m_question;
        m_isAsking = false;
        m_model->setRows({});
        say(tr("There is no answer after 10 seconds: a pattern of these tables takes too long for this key. "
               "Postfix would hang there too. Try them one by one, and make the one simpler that hangs."));
    });
    connect(&knowledge, &Knowledge::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            m_settle.start();
    });
    connect(&language, &Language::lookupAsked, this, &LookupTester::takeOver);
    takeOver();
}

QLayout *LookupTester::buildQuestion()
{
    m_key = new QLineEdit;
    m_key->setAccessibleName(tr("Key or address"));
    m_key->setPlaceholderText(tr("joe@example.org, a name, a network address, a header line…"));
    m_key->setClearButtonEnabled(true);
    connect(m_key, &QLineEdit::textChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(m_key, &QLineEdit::returnPressed, this, &LookupTester::ask);
    auto *keyLabel = new QLabel(tr("&Look up"));
    keyLabel->setBuddy(m_key);

    m_asker = new QComboBox;
    m_asker->setAccessibleName(tr("As who asks"));
    m_asker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_asker->setMinimumContentsLength(34);
    connect(m_asker, &QComboBox::currentIndexChanged, this, &LookupTester::ask);
    auto *askerLabel = new QLabel(tr("&as asked by"));
    askerLabel->setBuddy(m_asker);

    m_reveal = new QToolButton;
    m_reveal->setIcon(icon(QStringLiteral("eye")));
    m_reveal->setCheckable(true);
    m_reveal->setAutoRaise(true);
    m_reveal->setAccessibleName(tr("Show passwords"));
    m_reveal->setToolTip(tr("Show the passwords that these tables hold"));
    m_reveal->hide();
    connect(m_reveal, &QToolButton::toggled, this, [this] {
        if (m_reply)
            showReply(*m_reply);
    });

    auto *row = new QHBoxLayout;
    row->setContentsMargins({spacing::parts, spacing::tight, spacing::parts, spacing::parts});
    row->setSpacing(spacing::parts);
    row->addWidget(keyLabel);
    row->addWidget(m_key, 3);
    row->addWidget(askerLabel);
    row->addWidget(m_asker, 2);
    row->addWidget(m_reveal);
    return row;
}

void LookupTester::buildTable()
{
    m_model = new LookupModel(this);
    m_table = new PlaceTable(m_model, LookupModel::AnswerColumn);
    m_table->setAccessibleName(tr("What the tables were asked"));
    m_table->horizontalHeader()->show();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setTextElideMode(Qt::ElideMiddle);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(LookupModel::KeyColumn, letter * 34);
    m_table->setColumnWidth(LookupModel::PlaceColumn, letter * 20);
    m_table->setColumnWidth(LookupModel::TableColumn, letter * 36);
    connect(m_table, &PlaceTable::asked, this, &LookupTester::go);
}

void LookupTester::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
}

void LookupTester::refreshAskers()
{
    const effective::Values *values = m_knowledge.values();
    QList<Asker> askers = values ? tables::askersIn(*values) : QList<Asker>();
    const qsizetype count = askers.size();
    for (const QByteArray &table : tables::tablesOf(askers))
        askers.append(Asker{.tables = {table}});
    if (askers == m_askers)
        return;
    const std::optional<Asker> before = chosen();
    const QSignalBlocker blocker(m_asker);
    m_asker->clear();
    m_askers = askers;
    for (const Asker &asker : askers) {
        // Only a title: which tables it has is told with the answer.
        m_asker->addItem(
            icon(asker.parameter.isEmpty() ? QStringLiteral("table") : QStringLiteral("sliders-horizontal"),
                 IconColor::Muted),
            LookupText(m_language.session().snapshot(), asker, true).isSecret() && asker.parameter.isEmpty()
                ? tableTitle(asker.tables.first(), true)
                : askerTitle(asker));
    }
    if (count > 0 && count < askers.size())
        m_asker->insertSeparator(static_cast<int>(count));
    const auto sameAsBefore = [&](const Asker &asker) {
        return before && asker.parameter == before->parameter && asker.service == before->service
            && (!asker.parameter.isEmpty() || asker.tables == before->tables);
    };
    const auto found = std::find_if(askers.begin(), askers.end(), sameAsBefore);
    const auto at = static_cast<int>(found == askers.end() ? 0 : found - askers.begin());
    m_asker->setCurrentIndex(at < count ? at : at + 1);
}

std::optional<Asker> LookupTester::chosen() const
{
    const auto index = m_asker->currentIndex();
    if (index < 0)
        return {};
    // The separator stands between those of parameters and the single tables.
    const auto isAlone = [](const Asker &asker) { return asker.parameter.isEmpty(); };
    const auto count = std::find_if(m_askers.begin(), m_askers.end(), isAlone) - m_askers.begin();
    return m_askers.value(index > count ? index - 1 : index);
}

void LookupTester::takeOver()
{
    refreshAskers();
    const auto &asked = m_language.lookup();
    if (!asked)
        return;
    for (qsizetype i = 0; i < m_askers.size(); ++i) {
        const Asker &asker = m_askers[i];
        const bool isIt = asked->parameter.isEmpty()
            ? asker.parameter.isEmpty() && asker.tables.contains(asked->table)
            : asker.parameter == asked->parameter
                && (asked->table.isEmpty() || asker.tables.contains(asked->table));
        if (!isIt)
            continue;
        m_asker->setCurrentIndex(static_cast<int>(asker.parameter.isEmpty() ? i + 1 : i));
        break;
    }
    if (!asked->key.isEmpty())
        m_key->setText(base::displayText(asked->key));
    m_key->setFocus();
    m_key->selectAll();
}

void LookupTester::ask()
{
    m_settle.stop();
    if (m_isAsking) {
        m_isStale = true;
        return;
    }
    refreshAskers();
    m_isStale = false;
    const std::optional<Asker> asker = chosen();
    const effective::Values *values = m_knowledge.values();
    const QByteArray key = m_key->text().toUtf8();
    if (!values || !asker || key.isEmpty()) {
        m_reply.reset();
        m_model->setRows({});
        m_reveal->hide();
        say({},
            !asker ? tr("No parameter of this configuration names a table yet.")
                   : tr("Type an address, a name or whatever else Postfix looks up, to see which table "
                        "answers and what comes out."));
        return;
    }
    m_asked = *asker;
    m_isAsking = true;
    m_patience.start();
    auto work = [values = *values, asker = *asker, key, tables = m_tables] {
        return tables::ask(values, asker, key, *tables);
    };
    base::whenDone(base::inOwnThread(std::move(work)), this,
                   [this, question = m_question](const Reply &reply) {
                       if (question == m_question)
                           give(reply);
                   });
}

void LookupTester::give(const Reply &reply)
{
    m_patience.stop();
    m_isAsking = false;
    m_reply = reply;
    showReply(reply);
    if (m_isStale)
        ask();
}

void LookupTester::showReply(const Reply &reply)
{
    const model::Snapshot &snapshot = m_language.session().snapshot();
    const bool isSecret = LookupText(snapshot, m_asked, true).isSecret();
    m_reveal->setVisible(isSecret);
    const LookupText text(snapshot, m_asked, !m_reveal->isChecked());
    m_model->setRows(text.rows(reply));
    QStringList notes;
    if (reply.address != m_key->text().toUtf8() && reply.address.size() > m_key->text().size())
        notes.append(tr("Postfix completes the address to “%1” first (myorigin, mydomain).")
                         .arg(base::displayText(reply.address)));
    if (!reply.answer.isFound() && !reply.answer.isError() && reply.steps.isEmpty())
        notes.append(tr("These tables are not asked for such a key."));
    //: how many remarks Postfix would log when it reads the table
    if (!reply.warnings.isEmpty())
        notes.append(tr("Postfix would complain about this table when it reads it: %1")
                         .arg(base::displayText(reply.warnings.first().text)));
    say(text.summary(reply), notes.join(QLatin1Char(' ')));
}

void LookupTester::say(const QString &summary, const QString &note)
{
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void LookupTester::go(int row)
{
    const QList<LookupRow> &rows = m_model->rows();
    if (row >= 0 && row < rows.size() && rows[row].place)
        m_language.session().request(*rows[row].place);
}

} // namespace ui
