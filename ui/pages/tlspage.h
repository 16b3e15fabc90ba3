// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/formpage.h"

namespace ui {

class TableRows;

/// How mail is encrypted: the fields, what the services make of them, the certificates as pictures, the
/// tables, and a server to be asked.
class TlsPage : public FormPage
{
    Q_OBJECT

public:
    TlsPage(PageContext &context, const QString &title, const QString &purpose, QWidget *parent = nullptr);

    TableRows *fingerprints() const { return m_fingerprints; }
    /// Writes the fingerprint of a certificate where a row is added; says why where it can't.
    void takeFingerprint(const QString &path);

private:
    void addServices();
    void addCertificates();
    void addTables();
    void refreshLevels();

    PageContext &m_context;
    TableRows *m_policies = nullptr;
    TableRows *m_fingerprints = nullptr;
};

} // namespace ui
