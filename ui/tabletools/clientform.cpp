// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tabletools/clientform.h"

#include "core/base/displaytext.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/tabletools/clientwords.h"
#include "ui/text/filename.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using clients::Setting;

ClientForm::ClientForm(EditSession &session, const Knowledge &knowledge, QWidget *parent)
    : QWidget(parent), m_session(session), m_knowledge(knowledge)
{
    m_state = new TextLabel(TextLabel::Rank::Body, {});
    m_state->setWordWrap(true);
    m_reveal = new QToolButton;
    m_reveal->setIcon(icon(QStringLiteral("eye")));
    m_reveal->setCheckable(true);
    m_reveal->setAutoRaise(true);
    m_reveal->setAccessibleName(tr("Show passwords"));
    m_reveal->setToolTip(tr("Show the passwords in these settings"));
    m_all = new QCheckBox(tr("Show &all settings"));
    connect(m_reveal, &QToolButton::toggled, this, &ClientForm::reveal);
    connect(m_all, &QCheckBox::toggled, this, &ClientForm::refresh);
    auto *top = new QHBoxLayout;
    top->setSpacing(spacing::parts);
    top->addWidget(m_state, 1);
    top->addWidget(m_reveal);
    top->addWidget(m_all);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, spacing::parts, spacing::parts, 0);
    m_rows = new QWidget;
    m_rows->setMaximumWidth(spacing::columnWidth);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(spacing::fields);
    m_grid->setVerticalSpacing(spacing::parts);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    contentColumn->addWidget(m_rows);
    contentColumn->addStretch(1);
    scroll->setWidget(content);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    column->addLayout(top);
    column->addWidget(scroll, 1);
    connect(&session, &EditSession::changed, this, &ClientForm::refresh);
}

void ClientForm::setTable(const tables::NamedTable &table)
{
    m_table = table;
    refresh();
}

QList<Setting> ClientForm::shownSettings() const
{
    const catalog::Reference *reference = m_knowledge.reference();
    const model::Snapshot &snapshot = m_session.snapshot();
    if (!reference || !m_table.file || !snapshot.contains(*m_table.file)
        || !snapshot.file(*m_table.file).isEditable())
        return {};
    QList<Setting> settings = clients::settingsOf(snapshot.file(*m_table.file), *reference, m_table.type);
    settings.removeIf([this](const Setting &setting) {
        return !setting.value && !m_all->isChecked() && usualPlace(m_table.type, setting.name) < 0;
    });
    // What everybody asks for first, in the order in which it is thought of.
    std::stable_sort(settings.begin(), settings.end(), [this](const Setting &one, const Setting &other) {
        const auto rank = [this](const Setting &setting) -> qsizetype {
            constexpr qsizetype behind = 1000;
            const qsizetype place = usualPlace(m_table.type, setting.name);
            return !setting.key ? 2 * behind : place < 0 ? behind : place;
        };
        return rank(one) < rank(other);
    });
    return settings;
}

void ClientForm::refresh()
{
    const QList<Setting> settings = shownSettings();
    const bool isSame =
        std::equal(settings.begin(), settings.end(), m_settings.begin(), m_settings.end(),
                   [](const Setting &one, const Setting &other) { return one.name == other.name; });
    m_settings = settings;
    if (!isSame)
        rebuild();
    for (const Setting &setting : settings)
        fill(setting);
    const bool isOpen = m_table.file.has_value();
    m_reveal->setVisible(std::any_of(settings.begin(), settings.end(),
                                     [](const Setting &setting) { return setting.isSecret(); }));
    m_all->setVisible(isOpen);
    const QString title = clientTitle(m_table.type);
    m_state->setText(isOpen ? tr("Asks %1. How it does that is set in %2.")
                                  .arg(title, shownName(m_session.snapshot(), *m_table.file))
                            : tr("Asks %1. Its settings are in %2, which can’t be seen from here.")
                                  .arg(title, base::displayText(m_table.path)));
}

void ClientForm::rebuild()
{
    for (QWidget *old : m_rows->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        old->deleteLater();
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    m_lines.clear();
    for (const Setting &setting : std::as_const(m_settings))
        addRow(setting);
}

void ClientForm::addRow(const Setting &setting)
{
    const QString words = clientSettingWords(setting.name);
    const QString name = base::displayText(setting.name);
    auto *label = new QWidget;
    auto *labelColumn = new QVBoxLayout(label);
    labelColumn->setContentsMargins({});
    labelColumn->setSpacing(0);
    labelColumn->addWidget(new TextLabel(TextLabel::Rank::Body, setting.key ? words : name));
    labelColumn->addWidget(
        new TextLabel(TextLabel::Rank::Small,
                      setting.key ? name : tr("not a setting of Postfix for this type; it stays as it is")));
    auto *line = new QLineEdit;
    //: plain words and the name of a setting
    line->setAccessibleName(setting.key ? tr("%1 (%2)").arg(words, name) : name);
    if (setting.isSecret())
        line->setEchoMode(m_reveal->isChecked() ? QLineEdit::Normal : QLineEdit::Password);
    if (setting.key) {
        QStringList choices;
        for (const QByteArrayView value : setting.key->values)
            choices.append(base::displayText(value));
        if (setting.key->kind == QByteArrayView("bool"))
            choices = {QStringLiteral("yes"), QStringLiteral("no")};
        if (!choices.isEmpty())
            line->setCompleter(new QCompleter(choices, line));
        const bool isNeeded = setting.key->isRequired && !setting.key->isObsolete;
        const QString fallback =
            setting.key->defaultValue ? base::displayText(*setting.key->defaultValue) : QString();
        line->setPlaceholderText(isNeeded                 ? tr("needed")
                                     : fallback.isEmpty() ? tr("not set")
                                                          : tr("not set: %1").arg(fallback));
    }
    connect(line, &QLineEdit::editingFinished, this, [this, line, key = setting.name] {
        if (line->isModified())
            commit(key, line->text());
    });
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(line, row, 1);
    m_lines.insert(setting.name, line);
}

void ClientForm::fill(const Setting &setting)
{
    QLineEdit *line = m_lines.value(setting.name);
    if (!line || (line->hasFocus() && line->isModified()))
        return;
    const QByteArray value = setting.value.value_or(QByteArray());
    // What is no text can't be given back as it is.
    line->setReadOnly(!value.isValidUtf8());
    const QString text = base::displayText(value);
    if (line->text() != text) {
        line->setText(text);
        line->setCursorPosition(0);
    }
    line->setModified(false);
}

void ClientForm::commit(const QByteArray &name, const QString &text)
{
    if (!m_table.file)
        return;
    m_lines.value(name)->setModified(false);
    const auto value = text.isEmpty() ? std::nullopt : std::optional(text.toUtf8());
    m_session.edit(
        tr("Set %1 in %2").arg(base::displayText(name), shownName(m_session.snapshot(), *m_table.file)),
        [file = *m_table.file, name, value](model::Draft &draft) {
            edits::Outcome refusal = clients::set(draft, file, name, value);
            if (refusal && refusal->reason == edits::Refusal::Reason::BadValue)
                refusal->subject = name; // what was typed may be a password
            return refusal;
        });
    refresh();
}

void ClientForm::reveal()
{
    for (const Setting &setting : std::as_const(m_settings)) {
        if (setting.isSecret())
            m_lines.value(setting.name)
                ->setEchoMode(m_reveal->isChecked() ? QLineEdit::Normal : QLineEdit::Password);
    }
}

} // namespace ui
