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
    enum class Key { Shown, Left };

    ChainView(const certificates::Chain &chain, Key key, qint64 now, QWidget *parent = nullptr);

private:
    void addLink(const certificates::Certificate &certificate, qint64 now, bool isFirst);
    void addEnd(const certificates::Chain &chain);

    QVBoxLayout *m_column = nullptr;
};

} // namespace ui
