// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tlsprobe.h"

#include "core/base/displaytext.h"
#include "core/base/errortext.h"
#include "core/base/whendone.h"
#include "core/certificates/chain.h"
#include "ui/pages/chainview.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QDateTime>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

TlsProbe::TlsProbe(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::inset, 0, 0, 0);
    column->setSpacing(spacing::parts);
    column->addLayout(buildAskLine());
    buildAnswer();
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_result, 1);
    column->addLayout(row);
    m_chain = new QVBoxLayout;
    m_chain->setContentsMargins({});
    column->addLayout(m_chain);
    column->addWidget(m_fold);
    column->addWidget(m_transcript);
    setAsking(false);
    clear();
}

TlsProbe::~TlsProbe()
{
    m_asking.cancel();
}

QLayout *TlsProbe::buildAskLine()
{
    m_host = new QLineEdit;
    m_host->setPlaceholderText(tr("mail.example.org:25"));
    m_host->setAccessibleName(tr("Server to ask for its TLS, with its port"));
    m_ask = new QPushButton(tr("Ask"));
    m_ask->setAccessibleName(tr("Ask the server for its TLS"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Stop asking the server"));
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(80);
    connect(m_host, &QLineEdit::returnPressed, this, &TlsProbe::ask);
    connect(m_ask, &QPushButton::clicked, this, &TlsProbe::ask);
    connect(m_cancel, &QPushButton::clicked, this, &TlsProbe::cancel);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_host, 1);
    row->addWidget(m_progress);
    row->addWidget(m_ask);
    row->addWidget(m_cancel);
    return row;
}

void TlsProbe::buildAnswer()
{
    m_sign = new QLabel;
    m_result = new TextLabel(TextLabel::Rank::Body, {});
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fold = new QToolButton;
    m_fold->setText(tr("What was said"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setIcon(icon(QStringLiteral("chevron-right")));
    m_transcript = new QPlainTextEdit;
    m_transcript->setReadOnly(true);
    m_transcript->setTabChangesFocus(true);
    m_transcript->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_transcript->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_transcript->setAccessibleName(tr("What was said between the two"));
    m_transcript->setFixedHeight(fontMetrics().lineSpacing() * 14);
    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) {
        m_fold->setIcon(icon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
        m_transcript->setVisible(isOpen);
    });
}

void TlsProbe::setAsking(bool isAsking)
{
    m_progress->setVisible(isAsking);
    m_cancel->setVisible(isAsking);
    m_ask->setVisible(!isAsking);
    m_host->setReadOnly(isAsking);
}

void TlsProbe::clear()
{
    while (QLayoutItem *item = m_chain->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_sign->hide();
    m_result->hide();
    m_fold->setChecked(false);
    m_fold->hide();
    m_transcript->hide();
    m_transcript->clear();
}

void TlsProbe::say(const QString &text, bool isBad)
{
    m_sign->setPixmap(icon(isBad ? QStringLiteral("triangle-alert") : QStringLiteral("lock"),
                           isBad ? IconColor::Warning : IconColor::Text)
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
    m_result->setText(text);
    m_sign->show();
    m_result->show();
}

void TlsProbe::ask()
{
    if (isAsking())
        return;
    clear();
    const auto peer = tls::peerFrom(m_host->text());
    if (!peer) {
        say(tr("Write the server as host:port, such as mail.example.org:25; without a port it is 25."), true);
        m_host->setFocus(Qt::OtherFocusReason);
        return;
    }
    setAsking(true);
    askWith(tls::Asker::PosttlsFinger, *peer);
}

void TlsProbe::askWith(tls::Asker asker, const tls::Peer &peer)
{
    m_asking = m_context.runner.run(tls::commandFor(asker, peer));
    base::whenDone(m_asking, this,
                   [this, asker, peer, turn = ++m_turn](const base::Result<tools::Output> &output) {
                       if (turn == m_turn)
                           take(asker, peer, output);
                   });
}

void TlsProbe::take(tls::Asker asker, const tls::Peer &peer, const base::Result<tools::Output> &output)
{
    const bool isThere = output || output.error().code != base::Error::Code::NotFound;
    if (!isThere && asker == tls::Asker::PosttlsFinger) {
        askWith(tls::Asker::OpenSsl, peer);
        return;
    }
    setAsking(false);
    if (output) {
        showAnswer(tls::answerIn(asker, *output));
    } else if (isThere) {
        say(base::errorText(output.error()), true);
    } else {
        say(tr("Neither posttls-finger nor openssl is on this machine. Install one of the two to ask."),
            true);
    }
    emit answered();
}

void TlsProbe::cancel()
{
    ++m_turn;
    m_asking.cancel();
    setAsking(false);
    say(tr("It was cancelled."), true);
    m_host->setFocus(Qt::OtherFocusReason);
}

void TlsProbe::showAnswer(const tls::Answer &answer)
{
    const QString reason = base::displayText(answer.reason);
    if (!answer.isEncrypted) {
        say(tr("No encrypted connection came about: %1").arg(reason), true);
    } else {
        QString text = tr("Encrypted with %1, cipher %2.")
                           .arg(base::displayText(answer.protocol), base::displayText(answer.cipher));
        switch (answer.trust) {
        case tls::Answer::Trust::Verified:
            text += u' ' + tr("The certificate is of a trusted authority and for that name.");
            break;
        case tls::Answer::Trust::Trusted:
            text += u' ' + tr("The certificate is of a trusted authority, but not for that name.");
            break;
        case tls::Answer::Trust::Untrusted:
            text += u' '
                + (reason.isEmpty() ? tr("The certificate could not be verified.")
                                    : tr("The certificate could not be verified: %1.").arg(reason));
            break;
        case tls::Answer::Trust::Unknown:
            break;
        }
        say(text, answer.trust != tls::Answer::Trust::Verified);
    }
    QList<certificates::Item> items;
    for (const certificates::Certificate &certificate : answer.certificates)
        items.append(certificates::Item{.certificate = certificate});
    if (const auto chain = certificates::chainOf(items, {}))
        m_chain->addWidget(new ChainView(*chain, ChainView::Of::Server, QDateTime::currentSecsSinceEpoch()));
    m_transcript->setPlainText(base::displayText(answer.transcript));
    m_fold->show();
}

} // namespace ui
