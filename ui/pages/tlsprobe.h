// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tls/selftest.h"
#include "ui/pages/pagecontext.h"

#include <QFuture>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// Asks a server for its TLS, with posttls-finger or else openssl, and says what came of it.
class TlsProbe : public QWidget
{
    Q_OBJECT

public:
    explicit TlsProbe(PageContext &context, QWidget *parent = nullptr);
    ~TlsProbe() override;

    bool isAsking() const { return m_asking.isRunning(); }

signals:
    void answered();

private:
    QLayout *buildAskLine();
    void buildAnswer();
    void ask();
    void askWith(tls::Asker asker, const tls::Peer &peer);
    void take(tls::Asker asker, const tls::Peer &peer, const base::Result<tools::Output> &output);
    void cancel();
    void showAnswer(const tls::Answer &answer);
    void say(const QString &text, bool isBad);
    void setAsking(bool isAsking);
    void clear();

    PageContext &m_context;
    QLineEdit *m_host = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_sign = nullptr;
    TextLabel *m_result = nullptr;
    QVBoxLayout *m_chain = nullptr;
    QToolButton *m_fold = nullptr;
    QPlainTextEdit *m_transcript = nullptr;
    QFuture<base::Result<tools::Output>> m_asking;
    int m_turn = 0;
};

} // namespace ui
