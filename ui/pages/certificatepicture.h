// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tls/pictures.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// The certificates that the settings of one side name, as pictures. The files are read beside the window,
/// when it is seen and whenever the settings name others.
class CertificatePicture : public QWidget
{
    Q_OBJECT

public:
    /// `side` is "smtpd" or "smtp"; `none` says what it means that there is no certificate.
    CertificatePicture(PageContext &context, QByteArray side, QString none, QWidget *parent = nullptr);

    bool isReading() const { return m_isReading; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void read();
    void showPictures(const QList<tls::Picture> &pictures);
    void say(const QString &iconName, const QString &text);
    void clear();

    PageContext &m_context;
    QByteArray m_side;
    QString m_none;
    QVBoxLayout *m_column = nullptr;
    QList<tls::PemSource> m_sources;
    bool m_isRead = false;
    bool m_isReading = false;
};

} // namespace ui
