// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/installedpostfix.h"
#include "tests/support/workbench.h"
#include "tests/ui/setups/hands.h"
#include "tests/ui/setups/setups.h"

using support::InstalledPostfix;

namespace {

/// Where Debian's package keeps the files that it installs.
const QString stock = QStringLiteral("/usr/share/postfix/");

/// Without what differs between two ways to write the same list.
QByteArray plain(const QByteArray &value)
{
    return QByteArray(value).replace(',', ' ').simplified();
}

struct Step
{
    QString page;
    QByteArray name;
    QByteArray value;
    bool isElsewhere = false; ///< no page of fields has it
};

/// A row of a table, and what is found once it is there.
struct RowStep
{
    QByteArray table;
    QByteArrayList cells;
    QByteArray key;
    QByteArray value;
};

RowStep rowStep(const QByteArray &line)
{
    const qsizetype arrow = line.indexOf("=>");
    RowStep step;
    for (const QByteArray &cell : line.first(arrow).split('|'))
        step.cells.append(cell.trimmed());
    step.table = step.cells.takeFirst();
    const QByteArray found = line.sliced(arrow + 2);
    const qsizetype equals = found.indexOf(" = ");
    step.key = found.first(equals).trimmed();
    step.value = found.sliced(equals + 3).trimmed();
    return step;
}

struct Wanted
{
    explicit Wanted(const Setup &setup)
    {
        QByteArray services;
        QString page;
        for (QByteArray line : QByteArray(setup.steps).split('\n')) {
            if (line.trimmed().isEmpty())
                continue;
            if (line.startsWith('@')) {
                page = QString::fromUtf8(line.sliced(1));
            } else if (page == QLatin1String("Services")) {
                services += line + '\n';
            } else if (page == QLatin1String("Tables")) {
                rows.append(rowStep(line));
            } else {
                const bool isElsewhere = line.startsWith("+ ");
                if (isElsewhere)
                    line.remove(0, 2);
                const qsizetype equals = line.indexOf('=');
                steps.append({page, line.first(equals < 0 ? line.size() : equals).trimmed(),
                              equals < 0 ? QByteArray() : line.sliced(equals + 1).trimmed(), isElsewhere});
            }
        }
        masterCf = syntax::MasterCf(services);
    }

    QList<Step> steps;
    QList<RowStep> rows;
    syntax::MasterCf masterCf;
};

} // namespace

/// Each of the five set-ups is made from Debian's own configuration in the window, with mouse and keys and
/// no source editor, saved, and read by the Postfix of this machine.
class TestSetups : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isMadeWithThePagesAlone_data();
    void isMadeWithThePagesAlone();

private:
    void make(ui::MainWindow &window, const Wanted &wanted);
    void addRows(Hands &hands, const QList<RowStep> &rows);
    void compareWithPostfix(const QString &folder, const Wanted &wanted);
    void askTables(const QString &folder, const QList<RowStep> &rows);

    InstalledPostfix m_postfix;
};

void TestSetups::initTestCase()
{
    if (!m_postfix.isInstalled() || !QFile::exists(stock + QStringLiteral("main.cf.debian")))
        QSKIP("Debian's Postfix is not installed.");
}

void TestSetups::isMadeWithThePagesAlone_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(setups)); ++i)
        QTest::newRow(setups[i].name) << i;
}

void TestSetups::isMadeWithThePagesAlone()
{
    QFETCH(const int, index);
    const Wanted wanted(setups[index]);
    Workbench bench;
    QVERIFY(QDir().mkpath(bench.path()));
    QVERIFY(QFile::copy(stock + QStringLiteral("main.cf.debian"), bench.file(QStringLiteral("main.cf"))));
    QVERIFY(QFile::copy(stock + QStringLiteral("master.cf.dist"), bench.file(QStringLiteral("master.cf"))));
    QSignalSpy opened(&bench.folder, &ui::FolderSession::opened);
    bench.folder.open(bench.path());
    QVERIFY(opened.wait(10000));
    ui::MainWindow window(bench.context);
    window.resize(1280, 720);
    window.show();

    make(window, wanted);
    if (QTest::currentTestFailed())
        return;
    QSignalSpy saved(&bench.folder, &ui::FolderSession::saved);
    bench.folder.save(bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
    compareWithPostfix(bench.path(), wanted);
    if (!QTest::currentTestFailed())
        askTables(bench.path(), wanted.rows);
}

void TestSetups::make(ui::MainWindow &window, const Wanted &wanted)
{
    Hands hands(window);
    QString page;
    for (const Step &step : wanted.steps) {
        if (step.page != page)
            hands.goTo(page = step.page);
        if (step.isElsewhere)
            hands.addParameter(step.name, step.value);
        else if (page == QLatin1String("Submission"))
            hands.check(QString::fromUtf8(step.name) + QStringLiteral(" on"));
        else
            hands.set(step.name, step.value);
        if (QTest::currentTestFailed()) {
            qWarning("at %s on the page %s", step.name.constData(), qPrintable(page));
            return;
        }
    }
    addRows(hands, wanted.rows);
    if (QTest::currentTestFailed())
        return;
    hands.goTo(QStringLiteral("Services"));
    for (const syntax::Service &service : wanted.masterCf.services()) {
        hands.setService(wanted.masterCf, service);
        if (QTest::currentTestFailed()) {
            qWarning("at %s",
                     wanted.masterCf.fieldOf(service, syntax::ServiceField::Name).toByteArray().constData());
            return;
        }
    }
}

void TestSetups::addRows(Hands &hands, const QList<RowStep> &rows)
{
    if (!rows.isEmpty())
        hands.goTo(QStringLiteral("Tables"));
    for (const RowStep &row : rows) {
        hands.addRow(row.table, row.cells);
        if (QTest::currentTestFailed()) {
            qWarning("at the row of %s in %s", row.cells.first().constData(), row.table.constData());
            return;
        }
    }
}

/// Postfix's own programs look the keys up in the files that were saved.
void TestSetups::askTables(const QString &folder, const QList<RowStep> &rows)
{
    for (const RowStep &row : rows) {
        const qsizetype colon = row.table.indexOf(':');
        const QByteArray type = row.table.first(colon);
        const QString file = folder + QString::fromUtf8(row.table.sliced(row.table.lastIndexOf('/')));
        QVERIFY2(QFile::exists(file), qPrintable(file));
        const bool isAliases = file.endsWith(QStringLiteral("/aliases"));
        const bool isPattern = type == "regexp" || type == "pcre";
        const QString program = isAliases ? QStringLiteral("postalias") : QStringLiteral("postmap");
        if (isAliases)
            QCOMPARE(
                QProcess::execute(QStringLiteral("/usr/sbin/postalias"), {QStringLiteral("hash:") + file}),
                0);
        QProcess process;
        process.start(QStringLiteral("/usr/sbin/") + program,
                      {QStringLiteral("-q"), QString::fromUtf8(row.key),
                       QString::fromUtf8(isPattern       ? type
                                             : isAliases ? QByteArray("hash")
                                                         : QByteArray("texthash"))
                           + u':' + file});
        QVERIFY(process.waitForFinished());
        QCOMPARE(plain(process.readAllStandardOutput()), plain(row.value));
    }
}

void TestSetups::compareWithPostfix(const QString &folder, const Wanted &wanted)
{
    const QHash<QByteArray, QByteArray> found = InstalledPostfix::settingsIn(m_postfix.ask(folder, {}).out);
    const QHash<QByteArray, QByteArray> set =
        InstalledPostfix::settingsIn(m_postfix.ask(folder, {QStringLiteral("-n")}).out);
    for (const Step &step : wanted.steps) {
        if (step.page == QLatin1String("Submission"))
            continue;
        // What a field shows already need not be written; what is set by its name is, even to nothing.
        const QHash<QByteArray, QByteArray> &where = step.isElsewhere ? set : found;
        QVERIFY2(where.contains(step.name), step.name.constData());
        QCOMPARE(plain(where.value(step.name)), plain(step.value));
    }
    const syntax::MasterCf made(m_postfix.ask(folder, {QStringLiteral("-M")}).out);
    const QHash<QByteArray, QByteArray> overrides =
        InstalledPostfix::settingsIn(m_postfix.ask(folder, {QStringLiteral("-P")}).out);
    using syntax::ServiceField;
    for (const syntax::Service &service : wanted.masterCf.services()) {
        const QByteArray name = wanted.masterCf.fieldOf(service, ServiceField::Name).toByteArray();
        const QByteArray type = wanted.masterCf.fieldOf(service, ServiceField::Type).toByteArray();
        const qsizetype at = made.indexOf(name, type);
        QVERIFY2(at >= 0, name.constData());
        for (int field = 0; field < syntax::serviceFieldCount; ++field)
            QCOMPARE(made.fieldOf(made.services()[at], static_cast<ServiceField>(field)).toByteArray(),
                     wanted.masterCf.fieldOf(service, static_cast<ServiceField>(field)).toByteArray());
        for (const syntax::Override &option : service.overrides) {
            const QByteArray key = name + '/' + type + '/' + wanted.masterCf.nameOf(option).toByteArray();
            QVERIFY2(overrides.contains(key), key.constData());
            QCOMPARE(plain(overrides.value(key)), plain(wanted.masterCf.valueOf(option)));
        }
        QByteArray arguments;
        for (const syntax::Argument &argument : service.arguments)
            arguments += wanted.masterCf.argumentOf(argument) + ' ';
        QByteArray foundArguments;
        for (const syntax::Argument &argument : made.services()[at].arguments)
            foundArguments += made.argumentOf(argument) + ' ';
        QCOMPARE(foundArguments, arguments);
    }
}

QTEST_MAIN(TestSetups)
#include "tst_setups.moc"
