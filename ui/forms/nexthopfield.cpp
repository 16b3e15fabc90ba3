// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/nexthopfield.h"

#include "core/values/nexthop.h"
#include "ui/widgets/spacing.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace ui {

NextHopField::NextHopField(QWidget *parent) : Field(parent)
{
    m_host = new QLineEdit;
    //: In place of a host for outgoing mail
    m_host->setPlaceholderText(tr("None: straight to the servers of each domain"));
    m_port = new QLineEdit;
    m_port->setPlaceholderText(QStringLiteral("25"));
    m_port->setFixedWidth(fontMetrics().averageCharWidth() * 12);
    m_mx = new QCheckBox(tr("Ask &DNS for its mail servers (MX)"));
    m_mx->setToolTip(
        tr("Off: the host itself gets the mail, written in brackets. On: it is a domain, and the "
           "servers that DNS names for it get the mail."));
    setFocusProxy(m_host);
    auto *port = new QLabel(tr("Port"));
    port->setBuddy(m_port);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::parts);
    line->addWidget(m_host, 1);
    line->addWidget(port);
    line->addWidget(m_port);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    column->addLayout(line);
    column->addWidget(m_mx);
    for (QLineEdit *edit : {m_host, m_port}) {
        connect(edit, &QLineEdit::editingFinished, this, &NextHopField::commit);
        connect(edit, &QLineEdit::textEdited, this, [this] { emit drafted(wanted()); });
    }
    connect(m_host, &QLineEdit::editingFinished, this, &NextHopField::takeApart);
    connect(m_mx, &QCheckBox::clicked, this, [this] {
        m_host->setModified(true);
        commit();
    });
}

bool NextHopField::canSay(const QByteArray &value) const
{
    return value.isEmpty() || values::readNextHop(value).has_value();
}

void NextHopField::setValue(const QByteArray &value)
{
    m_value = value;
    if (isModified())
        return;
    const values::NextHop read = values::readNextHop(value).value_or(values::NextHop());
    const auto show = [](QLineEdit *line, const QByteArray &text) {
        if (line->text() != QString::fromUtf8(text))
            line->setText(QString::fromUtf8(text));
    };
    show(m_host, read.host);
    show(m_port, read.port);
    m_mx->setChecked(read.looksUpMx);
}

void NextHopField::setReadOnly(bool isReadOnly)
{
    m_host->setReadOnly(isReadOnly);
    m_port->setReadOnly(isReadOnly);
    m_mx->setEnabled(!isReadOnly);
}

QByteArray NextHopField::wanted() const
{
    QByteArray host = m_host->text().trimmed().toUtf8();
    const QByteArray port = m_port->text().trimmed().toUtf8();
    // Brackets and a port that were written along are meant as they are.
    if (host.startsWith('[') || host.contains(':') || host.contains(',') || host.contains(' '))
        return host;
    return values::writtenNextHop({host, port, m_mx->isChecked()});
}

/// What was written as one shows itself in its parts.
void NextHopField::takeApart()
{
    if (!isModified())
        setValue(m_value);
}

void NextHopField::commit()
{
    if (!isModified())
        return;
    const QByteArray value = wanted();
    m_host->setModified(false);
    m_port->setModified(false);
    if (value != m_value && !write(value))
        m_host->setModified(true);
    else
        setValue(m_value);
}

void NextHopField::revert()
{
    m_host->setModified(false);
    m_port->setModified(false);
    setValue(m_value);
    emit drafted(m_value);
}

bool NextHopField::isModified() const
{
    return m_host->isModified() || m_port->isModified();
}

void NextHopField::setName(const QString &name)
{
    m_host->setAccessibleName(name);
    //: "Port of Relay host (relayhost)"
    m_port->setAccessibleName(tr("Port of %1").arg(name));
    //: "Mail servers by DNS for Relay host (relayhost)"
    m_mx->setAccessibleName(tr("Mail servers by DNS for %1").arg(name));
}

void NextHopField::setDescription(const QString &text)
{
    Field::setDescription(text);
    m_host->setAccessibleDescription(text);
}

} // namespace ui
