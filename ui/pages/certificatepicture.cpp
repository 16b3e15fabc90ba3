// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/certificatepicture.h"

#include "core/base/displaytext.h"
#include "core/base/whendone.h"
#include "ui/pages/certificatewords.h"
#include "ui/pages/chainview.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <utility>

namespace ui {

CertificatePicture::CertificatePicture(PageContext &context, QByteArray side, QString none, QWidget *parent)
    : QWidget(parent), m_context(context), m_side(std::move(side)), m_none(std::move(none))
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(spacing::inset, 0, 0, 0);
    m_column->setSpacing(spacing::parts);
    connect(&context.knowledge, &Knowledge::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&context.session, &EditSession::opened, this, [this] {
        m_isRead = false;
        if (isVisible())
            refresh();
    });
}

void CertificatePicture::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void CertificatePicture::refresh()
{
    const effective::Values *values = m_context.knowledge.values();
    const QList<tls::PemSource> sources =
        values ? tls::pemSourcesIn(*values, m_side) : QList<tls::PemSource>();
    if (m_isRead && sources == m_sources)
        return;
    m_sources = sources;
    m_isRead = true;
    if (!m_isReading)
        read();
}

void CertificatePicture::read()
{
    if (m_sources.isEmpty()) {
        showPictures({});
        return;
    }
    m_isReading = true;
    if (m_column->isEmpty())
        say(QStringLiteral("clock"), tr("Reading the certificates…"));
    const QString folder =
        QFileInfo(m_context.session.snapshot().file(model::FileId::MainCf).info().path).path();
    const auto work = [sources = m_sources, folder] {
        return tls::picturesOf(sources, facts::viewOf(folder));
    };
    base::whenDone(QtConcurrent::run(work), this,
                   [this, sources = m_sources](const QList<tls::Picture> &pictures) {
                       m_isReading = false;
                       if (sources != m_sources)
                           read();
                       else
                           showPictures(pictures);
                   });
}

void CertificatePicture::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void CertificatePicture::say(const QString &iconName, const QString &text)
{
    auto *line = new QWidget;
    line->setAccessibleName(text);
    auto *sign = new QLabel;
    const bool isWarning = iconName == QLatin1String("triangle-alert");
    sign->setPixmap(icon(iconName, isWarning ? IconColor::Warning : IconColor::Muted)
                        .pixmap(QSize(16, 16), devicePixelRatioF()));
    auto *label = new TextLabel(isWarning ? TextLabel::Rank::Body : TextLabel::Rank::Muted, text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(spacing::parts);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    m_column->addWidget(line);
}

void CertificatePicture::showPictures(const QList<tls::Picture> &pictures)
{
    clear();
    if (pictures.isEmpty())
        say(QStringLiteral("info"), m_none);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const tls::Picture &picture : pictures) {
        for (const tls::PemFile &file : picture.files) {
            if (const QString text = stateWords(file); !text.isEmpty())
                say(file.isKey && file.state == tls::PemFile::State::Unreadable
                        ? QStringLiteral("info")
                        : QStringLiteral("triangle-alert"),
                    text);
        }
        for (const certificates::Chain &chain : picture.chains) {
            auto *frame = new QFrame;
            frame->setFrameShape(QFrame::StyledPanel);
            auto *inner = new QVBoxLayout(frame);
            inner->setContentsMargins(spacing::parts, spacing::parts, spacing::parts, spacing::parts);
            inner->addWidget(new ChainView(chain, ChainView::Of::Files, now));
            m_column->addWidget(frame);
        }
    }
    if (m_sources.isEmpty())
        return;
    auto *again = new QPushButton(icon(QStringLiteral("refresh-cw")), tr("Read Again"));
    again->setAccessibleName(tr("Read the certificates again"));
    connect(again, &QPushButton::clicked, this, [this] {
        if (!m_isReading)
            read();
    });
    auto *row = new QHBoxLayout;
    auto *box = new QWidget;
    box->setLayout(row);
    row->setContentsMargins({});
    row->addWidget(again);
    row->addStretch();
    m_column->addWidget(box);
}

} // namespace ui
