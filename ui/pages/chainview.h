// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/certificates/chain.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// A chain of certificates as a picture: the certificate itself at the top, whoever has signed it below, down
/// to what is not in the file any more.
class ChainView : public QWidget
{
    Q_OBJECT

public:
    enum class Of : quint8 {
        Files, ///< with what is missing in them, and whether the key fits
        Server ///< that was asked
    };

    ChainView(const certificates::Chain &chain, Of of, qint64 now, QWidget *parent = nullptr);

private:
    void addLink(const certificates::Certificate &certificate, qint64 now, bool isFirst);
    void addEnd(const certificates::Chain &chain, Of of);
    void addRemark(const QString &iconName, const QString &text);

    QVBoxLayout *m_column = nullptr;
};

} // namespace ui
