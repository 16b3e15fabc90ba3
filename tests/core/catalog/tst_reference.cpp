// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/reference.h"

#include <QTest>

using catalog::Catalog;
using catalog::Facts;
using catalog::Reference;

class TestReference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void factsAreFound();

private:
    std::optional<Reference> m_reference;
};

void TestReference::initTestCase()
{
    const auto catalog = Catalog::load();
    QVERIFY(catalog);
    auto reference = Reference::load(*catalog);
    QVERIFY2(reference,
             reference ? "" : qPrintable(reference.error().subject + u' ' + reference.error().detail));
    m_reference = *reference;
}

void TestReference::factsAreFound()
{
    const Facts *facts = m_reference->factsOf("smtpd_tls_security_level");
    QVERIFY(facts);
    QCOMPARE(facts->valueType, catalog::ValueType::Choice);
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
