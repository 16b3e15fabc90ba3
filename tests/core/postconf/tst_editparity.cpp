// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/corpus.h"
#include "tests/support/postconfruns.h"
#include "tests/support/randompostconf.h"
#include "tests/support/share.h"

#include <QRegularExpression>
#include <QTest>

using support::PostconfAnswer;
using support::PostconfCall;
using support::PostconfFiles;

namespace {

/// Where overrides stand among each other and among options says nothing.
QByteArray comparable(const QByteArray &listing)
{
    QByteArrayList lines = listing.split('\n');
    for (QByteArray &line : lines) {
        QByteArrayList options = line.split(' ');
        std::sort(options.begin(), options.end());
        line = options.join(' ');
    }
    return lines.join('\n');
}

/// Postfix before 3.11 appends to a last line that has no end.
QByteArray whole(const QByteArray &text)
{
    return text.isEmpty() || text.endsWith('\n') ? text : text + '\n';
}

QList<PostconfFiles> realConfigurations()
{
    QStringList mains;
    QStringList masters;
    for (const QString &path : corpus::files()) {
        if (path.contains(QStringLiteral("/main_cf/")))
            mains.append(path);
        else if (path.contains(QStringLiteral("/master_cf/")))
            masters.append(path);
    }
    QList<PostconfFiles> all;
    for (qsizetype i = 0; i < mains.size() && !masters.isEmpty(); ++i)
        all.append({.main = whole(corpus::read(mains[i])),
                    .master = whole(corpus::read(masters[i % masters.size()]))});
    return all;
}

/// The edits of one run, at random: what they name is mostly there.
class RandomEdits
{
public:
    explicit RandomEdits(support::RandomPostconf &random) : m_random(random) { }

    QByteArrayList call(const PostconfFiles &files)
    {
        const QByteArrayList names = namesIn(*files.main) + QByteArrayList{"relayhost", "myorigin", "nosuch"};
        const QByteArrayList places = placesIn(*files.master) + QByteArrayList{"nosuch/unix"};
        const auto name = [&] { return m_random.pick(names); };
        const auto place = [&] { return m_random.pick(places); };
        switch (m_random.bounded(12)) {
        case 0:
        case 1:
            return {"-e", name() + '=' + value()};
        case 2:
            return {name() + " = " + value(), name() + '=' + value(), "mydomain=a.example"};
        case 3:
            return {"-#", name(), "nosuch2"};
        case 4:
            return {"-X", name()};
        case 5:
            return {"-Me", place() + '=' + entry()};
        case 6:
            return {"-M#", place()};
        case 7:
            return {"-MX", place(), m_random.chance(5) ? "*/inet" : "nosuch/inet"};
        case 8:
            return {"-Fe", place() + '/' + field()};
        case 9:
            return {"-Fe", place() + "/command=" + command()};
        case 10:
            return {"-PX", place() + '/' + override(), place() + '/' + override()};
        default:
            return {"-Pe", place() + '/' + override() + '=' + word(), "*/inet/syslog_name=x"};
        }
    }

private:
    static QByteArrayList namesIn(const QByteArray &text)
    {
        const syntax::MainCf file(text);
        QByteArrayList names;
        for (const syntax::Setting &setting : file.settings()) {
            if (setting.enabled && file.nameOf(setting).front() > ' ')
                names.append(file.nameOf(setting).toByteArray());
        }
        return names;
    }

    static QByteArrayList placesIn(const QByteArray &text)
    {
        using syntax::ServiceField;
        const syntax::MasterCf file(text);
        QByteArrayList places;
        for (const syntax::Service &service : file.services()) {
            const QByteArray name = file.fieldOf(service, ServiceField::Name).toByteArray();
            if (service.enabled && !name.contains('/'))
                places.append(name + '/' + file.fieldOf(service, ServiceField::Type).toByteArray());
        }
        return places;
    }

    QByteArray word() { return m_random.pick<QByteArray>({"a", "b,c", "", "$mydomain", "x=y", "hash:/a"}); }
    QByteArray value()
    {
        return m_random.pick<QByteArray>({"a", "", " a  b ", "a, b, c", "$mydomain", "#c", "{ a, b } c",
                                          "/usr/bin/x -a \"y\"", "x=y", "hash:/etc/postfix/x"});
    }
    QByteArray override()
    {
        return m_random.pick<QByteArray>({"syslog_name", "smtpd_tls_security_level", "mydomain",
                                          "smtpd_sasl_auth_enable", "content_filter"});
    }
    QByteArray field()
    {
        return m_random.pick<QByteArray>({"private=n", "unprivileged=y", "chroot=n", "chroot=-", "wakeup=60?",
                                          "wakeup=-", "process_limit=7", "type=unix", "type=tcp", "chroot=q",
                                          "process_limit=many", "service=other"});
    }
    QByteArray command()
    {
        return m_random.pick<QByteArray>({"smtpd", "smtpd -v", "smtpd -o syslog_name=a -o mydomain=b",
                                          "pipe flags=R user=a argv=/x ${recipient}",
                                          "smtp -o {mydomain = a b}"});
    }
    QByteArray entry()
    {
        return m_random.pick<QByteArray>({"new", "smtp", "other"}) + ' '
            + m_random.pick<QByteArray>({"inet", "unix"}) + " n - "
            + m_random.pick<QByteArray>({"y", "n", "bad"}) + " - - " + command();
    }

    support::RandomPostconf &m_random;
};

} // namespace

/// An edit of ours leaves the configuration that Postfix's own postconf would leave, says what that says, and
/// ends as it ends. The layout is ours.
class TestEditParity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void realConfigurationsAreEditedAlike();
    void randomConfigurationsAreEditedAlike();

private:
    void compare(const QList<PostconfCall> &calls, const char *what);

    std::optional<catalog::Catalog> m_catalog;
    support::InstalledPostconf m_installed;
};

void TestEditParity::initTestCase()
{
    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
    if (!m_installed.version())
        QSKIP("Postfix is not installed");
}

void TestEditParity::compare(const QList<PostconfCall> &calls, const char *what)
{
    const QList<PostconfAnswer> theirs = m_installed.answersTo(calls);
    // What either left is read by the installed postconf; what both refused to change is not of interest.
    QList<PostconfCall> readings;
    QList<qsizetype> edited;
    QByteArray differences;
    int refused = 0;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        PostconfAnswer ours = support::ourAnswer(calls[i], m_installed.folderOf(i), *m_catalog,
                                                 *m_installed.version(), m_installed.host());
        const PostconfFiles left = std::exchange(ours.files, theirs[i].files);
        refused += theirs[i].status == 0 ? 0 : 1;
        const QByteArray label = calls[i].label + ", " + calls[i].arguments.join("  ");
        if (!theirs[i].hasCrashed && !support::isSame(theirs[i], ours))
            differences += label + ":\n" + support::differenceOf(theirs[i], ours);
        if (theirs[i].status != 0 || left == theirs[i].files)
            continue;
        edited.append(i);
        for (const char *listing : {"-n", "-M", "-P"}) {
            readings.append({theirs[i].files, {listing}, label});
            readings.append({left, {listing}, label});
        }
    }
    const QList<PostconfAnswer> read = m_installed.answersTo(readings);
    for (qsizetype i = 0; i < read.size(); i += 2) {
        // Messages name the folder, and lines are where the layout has them.
        const auto readAs = [&](qsizetype which) {
            const QByteArray folder = m_installed.folderOf(which);
            PostconfAnswer answer = read[which];
            answer.files = {};
            answer.out = comparable(answer.out.replace(folder, "FOLDER"));
            answer.said.clear();
            for (QByteArray line : read[which].said) {
                line.replace(folder, "FOLDER");
                static const QRegularExpression number(QStringLiteral("line \\d+"));
                line = QString::fromLatin1(line).replace(number, QStringLiteral("line N")).toLatin1();
                answer.said.insert(line.replace('?', ' ').simplified());
            }
            return answer;
        };
        if (!support::isSame(readAs(i), readAs(i + 1)))
            differences += readings[i].label + "\n then " + readings[i].arguments.first() + ":\n"
                + support::differenceOf(readAs(i), readAs(i + 1));
    }
    qInfo("%lld edits of %s, %d of them refused by postconf; %lld results read back",
          static_cast<long long>(calls.size()), what, refused, static_cast<long long>(edited.size()));
    support::report(differences);
    QVERIFY(differences.isEmpty());
}

void TestEditParity::realConfigurationsAreEditedAlike()
{
    const QList<PostconfFiles> all = realConfigurations();
    if (all.isEmpty())
        QSKIP("no further configurations at hand");
    support::RandomPostconf random;
    RandomEdits edits(random);
    QList<PostconfCall> calls;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (int k = 0; k < 8; ++k)
            calls.append({all[i], edits.call(all[i]), "real " + QByteArray::number(i)});
    }
    compare(calls, "real configurations");
}

void TestEditParity::randomConfigurationsAreEditedAlike()
{
    support::RandomPostconf random;
    RandomEdits edits(random);
    QList<PostconfCall> calls;
    for (int i = 0; i < support::share(500); ++i) {
        const PostconfFiles files = random.files(true);
        calls.append({files, edits.call(files), *files.main + "---\n" + *files.master});
    }
    compare(calls, "random configurations");
}

QTEST_GUILESS_MAIN(TestEditParity)
#include "tst_editparity.moc"
