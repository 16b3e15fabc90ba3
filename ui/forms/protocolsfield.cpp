// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/protocolsfield.h"

#include "core/tls/protocols.h"
#include "ui/forms/linefield.h"
#include "ui/widgets/spacing.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>

namespace ui {

using tls::Protocol;

ProtocolsField::ProtocolsField(const catalog::Version &version, QWidget *parent)
    : Field(parent), m_version(version)
{
    m_oldest = new QComboBox;
    m_oldest->installEventFilter(this);
    m_oldest->addItem(tr("As written"));
    for (const Protocol protocol : {Protocol::Tls10, Protocol::Tls11, Protocol::Tls12, Protocol::Tls13}) {
        if (tls::knows(protocol, version)) {
            //: "At least TLS 1.2"
            m_oldest->addItem(tr("At least %1").arg(QString::fromLatin1(tls::nameOf(protocol))),
                              static_cast<int>(protocol));
        }
    }
    m_line = new LineField({});
    m_line->setWriter([this](const QByteArray &value) { return write(value); });
    setFocusProxy(m_oldest);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(spacing::parts);
    row->addWidget(m_oldest);
    row->addWidget(m_line, 1);
    connect(m_oldest, &QComboBox::activated, this, &ProtocolsField::choose);
    connect(m_line, &Field::drafted, this, [this](const QByteArray &value) {
        refreshChoice(value);
        emit drafted(value);
    });
}

void ProtocolsField::refreshChoice(const QByteArray &value)
{
    const auto oldest = tls::oldestIn(value);
    m_oldest->setCurrentIndex(oldest ? std::max(m_oldest->findData(static_cast<int>(*oldest)), 0) : 0);
}

void ProtocolsField::setValue(const QByteArray &value)
{
    m_value = value;
    m_line->setValue(value);
    if (!m_line->isModified())
        refreshChoice(value);
}

void ProtocolsField::setReadOnly(bool isReadOnly)
{
    m_oldest->setEnabled(!isReadOnly);
    m_line->setReadOnly(isReadOnly);
}

void ProtocolsField::choose(int index)
{
    const QVariant chosen = m_oldest->itemData(index);
    if (!chosen.isValid()) { // to write another one
        refreshChoice(m_value);
        m_line->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_line->revert();
    const auto oldest = static_cast<Protocol>(chosen.toInt());
    // Another way to say the same stays.
    if (tls::oldestIn(m_value) != oldest && !write(tls::listFrom(oldest, m_version)))
        refreshChoice(m_value);
}

void ProtocolsField::commit()
{
    m_line->commit();
}

void ProtocolsField::revert()
{
    m_line->revert();
    refreshChoice(m_value);
}

bool ProtocolsField::isModified() const
{
    return m_line->isModified();
}

void ProtocolsField::setName(const QString &name)
{
    //: The choice beside a field: "Oldest of Protocols (smtp_tls_protocols)"
    m_oldest->setAccessibleName(tr("Oldest of %1").arg(name));
    m_line->setName(name);
}

bool ProtocolsField::eventFilter(QObject *watched, QEvent *event)
{
    // A wheel over a page scrolls the page and changes no setting.
    if (event->type() == QEvent::Wheel && watched == m_oldest && !m_oldest->hasFocus()) {
        event->ignore();
        return true;
    }
    return Field::eventFilter(watched, event);
}

} // namespace ui
