// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bundle/bundle.h"
#include "ui/pages/pagecontext.h"

#include <QObject>

class QWidget;

namespace ui {

class MessageArea;

/// Writes the open configuration, edits included, as a bundle, once Postfix has said what it thinks of it.
class BundleExport : public QObject
{
    Q_OBJECT

public:
    BundleExport(PageContext &context, MessageArea &messages, QWidget &window);

    /// Asks where to.
    void browse();
    void writeTo(const QString &path, bool withSecrets);

private:
    void onWritten(const QString &path, const bundle::Bundle &written);

    PageContext &m_context;
    MessageArea &m_messages;
    QWidget &m_window;
};

} // namespace ui
