// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"
#include "core/files/path.h"
#include "core/postconf/listing.h"
#include "tests/support/corpus.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using postconf::Configuration;
using postconf::Output;

namespace {

using List = Output (*)(const Configuration &, const QByteArrayList &);

struct Listing
{
    const char *flag;
    List list;
};

constexpr Listing listings[] = {
    {"n", postconf::listSettings},
    {"M", postconf::listServices},
    {"P", postconf::listOverrides},
};

} // namespace

/// What Postfix's own postconf printed for real configurations, recorded once per file.
class TestParity : public QObject
{
    Q_OBJECT

private slots:
    void listingsAreThoseOfPostconf();
};

void TestParity::listingsAreThoseOfPostconf()
{
    const QString root = corpus::folder();
    QStringList records;
    if (!root.isEmpty()) {
        QDirIterator iterator(root + QStringLiteral("/oracle"), {QStringLiteral("info.json")}, QDir::Files,
                              QDirIterator::Subdirectories);
        while (iterator.hasNext())
            records.append(iterator.next());
    }
    if (records.isEmpty())
        QSKIP("no recorded configurations at hand");
    records.sort();

    const auto catalog = catalog::Catalog::load();
    QVERIFY(catalog);
    const files::LocalFileStore store{QString()};
    int compared = 0;
    QStringList differences;
    for (const QString &record : std::as_const(records)) {
        const QString folder = record.chopped(10);
        const QJsonObject info = QJsonDocument::fromJson(corpus::read(record)).object();
        const QString own = root + u'/' + info[QStringLiteral("file")].toString();
        const QString partner = root + u'/' + info[QStringLiteral("paired_with")].toString();
        const bool isMain = info[QStringLiteral("role")].toString() == QLatin1String("main.cf");
        if (!QFile::exists(isMain ? partner : own))
            continue;
        const Configuration configuration{
            .mainCf = syntax::MainCf(corpus::read(isMain ? own : partner)),
            .masterCf = syntax::MasterCf(corpus::read(isMain ? partner : own)),
            .directory = "CONFIG_DIR",
            .isDirectoryGiven = true,
            .catalog = *catalog,
            .target = *catalog::Version::parse(info[QStringLiteral("postconf")].toString().toLatin1()),
            .readClientFile = {},
        };
        for (const Listing &listing : listings) {
            const QString recorded = folder + u'/' + QLatin1String(listing.flag) + QStringLiteral(".out");
            const Output output = listing.list(configuration, {});
            ++compared;
            if (output.out != corpus::read(recorded))
                differences.append(recorded);
        }
    }
    qInfo("%d listings of %lld configurations compared, %lld differ", compared,
          static_cast<long long>(records.size()), static_cast<long long>(differences.size()));
    QVERIFY(compared > 0);
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestParity)
#include "tst_parity.moc"
