// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/expander.h"
#include "core/model/draft.h"
#include "tests/core/delivery/servers.h"
#include "tests/support/installedpostfix.h"
#include "tests/support/ownpostfix.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using delivery::Node;
using delivery::Step;
using delivery::Tree;
using delivery::Why;
using support::InstalledPostfix;

namespace {

constexpr auto everywhere =
    "compatibility_level = 3.6\nmyhostname = mail.example.org\ninet_protocols = ipv4\n"
    "inet_interfaces = loopback-only\nmaillog_file = /var/log/postfix.log\n"
    "smtputf8_enable = no\nalias_database =\n"
    "sender_dependent_default_transport_maps = "
    "inline:{{report@report.example=discard:report}}\n";

/// Services whose names are told in the log. Nothing leaves the host: what would is thrown away.
QByteArray masterCf(bool isReal)
{
    const QByteArray smtp = isReal ? "smtp" : "discard";
    QByteArray text = "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\n"
                      "qmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\n"
                      "bounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\n"
                      "trace unix - - n - 0 bounce\nverify unix - - n - 1 verify\n"
                      "proxymap unix - - n - - proxymap\nlocal unix - n n - - local\n"
                      "virtual unix - n n - - virtual\nerror unix - - n - - error\n"
                      "retry unix - - n - - error\ndiscard unix - - n - - discard\n"
                      "postlog unix-dgram n - n - 1 postlogd\n";
    for (const char *name : {"smtp", "relay", "slow", "lmtp"}) {
        text += QByteArray(name) + " unix - - n - - " + smtp + '\n';
        if (!isReal)
            text += QByteArray("  -o syslog_name=service-") + name + '\n';
    }
    return text;
}

QByteArrayList addressesOf(const Server &server)
{
    QByteArrayList addresses;
    for (const QByteArray &word : QByteArray(server.addresses).simplified().split(' '))
        addresses.append(QByteArray(word).replace('_', ' '));
    return addresses;
}

struct TableText
{
    QByteArray name;
    bool isOfAliases = false;
    QByteArray text = {};
};

QList<TableText> tablesOf(const Server &server)
{
    QList<TableText> tables;
    for (const QByteArray &line : QByteArray(server.tables).split('\n')) {
        if (line.startsWith("@@ "))
            tables.append(TableText{line.sliced(3), true});
        else if (line.startsWith("@ "))
            tables.append(TableText{line.sliced(2)});
        else if (!tables.isEmpty())
            tables.last().text += line + '\n';
    }
    return tables;
}

/// An address as it is given to sendmail: quoted where it has a blank.
QByteArray argumentOf(const QByteArray &address)
{
    const qsizetype at = address.lastIndexOf('@');
    return address.contains(' ') ? '"' + address.left(at) + '"' + address.mid(at) : address;
}

/// What the log of a verification says, without what depends on the moment.
QByteArray lineOf(const QByteArray &service, const QByteArray &to, bool isDeliverable, const QByteArray &text)
{
    return service + " to=<" + to + "> " + (isDeliverable ? "deliverable" : "undeliverable") + " (" + text
        + ')';
}

QByteArray loopLine(const QByteArray &service)
{
    return service + " alias database loop";
}

/// What Postfix would log for the tree.
class Log
{
public:
    explicit Log(const Tree &tree) : m_tree(tree) { visit(0); }

    QByteArrayList lines() const
    {
        QByteArrayList sorted = m_lines;
        std::sort(sorted.begin(), sorted.end());
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
        return sorted;
    }

private:
    /// The recipient whose delivery this is a part of.
    QByteArray recipientOf(int index) const
    {
        while (index >= 0 && m_tree.nodes[index].address.isEmpty())
            index = m_tree.nodes[index].parent;
        return index < 0 ? m_tree.root().text : m_tree.nodes[index].address;
    }

    void visit(int index)
    {
        const Node &node = m_tree.nodes[index];
        if (node.isRepeated)
            return;
        if (node.step == Step::Resent) {
            add(index, "local", true, "forwards to " + node.value);
            return;
        }
        if (node.isEnd())
            addEnd(index, node);
        for (const int child : node.children)
            visit(child);
    }

    void addEnd(int index, const Node &node)
    {
        switch (node.step) {
        case Step::Mailbox:
            add(index, node.row.parameter == "virtual_mailbox_maps" ? "virtual" : "local", true,
                node.value.endsWith('/') ? "delivers to maildir" : "delivers to mailbox");
            return;
        case Step::Command:
            add(index, "local", true, "delivers to command: " + node.value);
            return;
        case Step::File:
            add(index, "local", true, "delivers to file: " + node.value);
            return;
        case Step::Relayed: {
            const qsizetype colon = node.value.indexOf(':');
            add(index, "service-" + node.value.first(colon), true, node.value.sliced(colon + 1));
            return;
        }
        case Step::Discarded:
            if (node.why == Why::RequiredAlias)
                add(index, "local", true, "discarded");
            else
                add(index, "discard", true, node.value);
            return;
        default:
            addFailure(index, node);
        }
    }

    void addFailure(int index, const Node &node)
    {
        switch (node.why) {
        case Why::NoSuchUser:
            add(index, "local", false, "unknown user: \"" + node.value + '"');
            return;
        case Why::NoSuchMailbox:
            add(index, "virtual", false, "unknown user: \"" + node.address.toLower() + '"');
            return;
        case Why::NotInVirtualAliases:
            add(index, "error", false, "User unknown in virtual alias table");
            return;
        case Why::Relocated:
            add(index, "error", false, "User has moved to " + node.value);
            return;
        case Why::ErrorTransport:
            add(index, "error", false, node.value);
            return;
        case Why::BadAddress:
            if (node.address.isEmpty())
                add(index, "error", false, "bad address syntax");
            else
                add(index, "local", false, "null username in \"" + node.address + '"');
            return;
        case Why::AliasLoop:
            m_lines.append(loopLine("local"));
            return;
        case Why::EmptyAlias:
            add(index, "local", false, "alias database unavailable");
            return;
        case Why::CommandsForbidden:
            add(index, "local", false, "mail to command is restricted");
            return;
        case Why::FilesForbidden:
            add(index, "local", false, "mail to file is restricted");
            return;
        case Why::NoHome:
        case Why::BadInclude:
        case Why::IncludeNotRead:
            add(index, "local", false, "mail system configuration error");
            return;
        case Why::TooDeep:
        case Why::TooManyResults:
        case Why::WaitsWithOthers:
            m_lines.append("not accepted");
            return;
        default:
            m_lines.append("what is " + QByteArray::number(static_cast<int>(node.why)));
        }
    }

    void add(int index, const QByteArray &service, bool isDeliverable, const QByteArray &text)
    {
        m_lines.append(lineOf(service, lookup::quotedAddress(recipientOf(index)), isDeliverable, text));
    }

    const Tree &m_tree;
    QByteArrayList m_lines;
};

/// What a Postfix logged, by the sender of each message.
class RealLog
{
public:
    explicit RealLog(const QByteArray &text)
    {
        static const QRegularExpression sender(
            QStringLiteral(R"(^\S+ +\S+ \S+ \S+ \S+\[\d+\]: (\w+): (?:uid=\d+ )?from=<(case\d+)@)"));
        static const QRegularExpression result(QStringLiteral(
            R"(^\S+ +\S+ \S+ \S+ (?:postfix|(service-\w+))/(\w+)\[\d+\]: (\w+): to=<(.*?)>, .*status=(deliverable|undeliverable) \((.*)\)$)"));
        static const QRegularExpression refused(
            QStringLiteral(R"(: (\w+): unreasonable .*-- message not accepted)"));
        static const QRegularExpression removed(QStringLiteral(R"(: (\w+): removed$)"));
        for (const QByteArray &bytes : text.split('\n')) {
            const QString line = QString::fromUtf8(bytes);
            if (const auto from = sender.match(line); from.hasMatch()) {
                m_senders.insert(from.captured(1), from.captured(2));
            } else if (const auto to = result.match(line); to.hasMatch()) {
                const QString service = to.captured(1).isEmpty() ? to.captured(2) : to.captured(1);
                const bool isLoop = to.captured(6).startsWith(QLatin1String("alias database loop"));
                add(to.captured(3),
                    isLoop ? loopLine(service.toUtf8())
                           : lineOf(service.toUtf8(), to.captured(4).toUtf8(),
                                    to.captured(5) == QLatin1String("deliverable"), to.captured(6).toUtf8()));
            } else if (const auto not_ = refused.match(line); not_.hasMatch()) {
                add(not_.captured(1), "not accepted");
                m_done.insert(m_senders.value(not_.captured(1)));
            } else if (const auto end = removed.match(line); end.hasMatch()) {
                m_done.insert(m_senders.value(end.captured(1)));
            }
        }
    }

    bool isDone(const QString &sender) const { return m_done.contains(sender); }
    QByteArrayList linesOf(const QString &sender) const
    {
        QByteArrayList sorted = m_lines.value(sender);
        std::sort(sorted.begin(), sorted.end());
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
        return sorted;
    }

private:
    void add(const QString &queueId, const QByteArray &line)
    {
        m_lines[m_senders.value(queueId)].append(line);
    }

    QHash<QString, QString> m_senders;
    QHash<QString, QByteArrayList> m_lines;
    QSet<QString> m_done;
};

QString senderOf(qsizetype number)
{
    return QStringLiteral("case%1").arg(number);
}

} // namespace

/// A Postfix of its own says where it would deliver mail for an address; so do we.
class TestDeliveryParity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void mailEndsWherePostfixSays_data();
    void mailEndsWherePostfixSays();
    void cleanupTestCase();

private:
    InstalledPostfix m_postfix;
    std::optional<catalog::Catalog> m_catalog;
    qsizetype m_compared = 0;
};

void TestDeliveryParity::initTestCase()
{
    const QString hindrance = support::OwnPostfix::hindrance();
    if (!hindrance.isEmpty())
        QSKIP(qPrintable(hindrance));
    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
}

void TestDeliveryParity::mailEndsWherePostfixSays_data()
{
    QTest::addColumn<int>("which");
    for (size_t i = 0; i < std::size(servers); ++i)
        QTest::newRow(servers[i].name) << static_cast<int>(i);
}

void TestDeliveryParity::mailEndsWherePostfixSays()
{
    QFETCH(const int, which);
    const Server &server = servers[which];
    QTemporaryDir folder;
    const QByteArray mainText = QByteArray(everywhere) + server.mainCf;
    InstalledPostfix::write(folder.path(), QStringLiteral("main.cf"), mainText);
    InstalledPostfix::write(folder.path(), QStringLiteral("master.cf"), masterCf(false));
    const QByteArray users = "root:x:0:0::/root:/bin/sh\nanna:x:2001:2001::/home/anna:/bin/sh\n"
                             "ben:x:2002:2001::/home/ben:/bin/sh\ncara:x:2003:2001::/home/cara:/bin/sh\n";
    support::OwnPostfix running;
    // Postfix's own users have to stay.
    QByteArray before =
        "grep -E '^(postfix|nobody|daemon):' /etc/passwd >\"$work/passwd\"\ncat >>\"$work/passwd\" "
        "<<'END'\n"
        + users + "END\nmount --bind \"$work/passwd\" /etc/passwd\n";
    QHash<QByteArray, QByteArray> files;
    for (const TableText &table : tablesOf(server)) {
        InstalledPostfix::write(folder.path(), QString::fromUtf8(table.name), table.text);
        files.insert("/etc/postfix/" + table.name, table.text);
        if (mainText.contains("hash:/etc/postfix/" + table.name + '\n')
            || mainText.contains("hash:/etc/postfix/" + table.name + ','))
            before += (table.isOfAliases ? "postalias hash:" : "postmap hash:") + table.name + '\n';
    }
    const QByteArrayList addresses = addressesOf(server);
    QByteArray after;
    for (qsizetype i = 0; i < addresses.size(); ++i)
        after += "sendmail -bv -f " + senderOf(i).toUtf8() + "@report.example -- '"
            + argumentOf(addresses[i]).replace("'", "'\\''") + "' >/dev/null\n";
    InstalledPostfix::write(running.workFile({}), QStringLiteral("before.sh"), before);
    InstalledPostfix::write(running.workFile({}), QStringLiteral("after.sh"), after);
    const QByteArray failure = running.start(folder.path(),
                                             {.before = running.workFile(QStringLiteral("before.sh")),
                                              .after = running.workFile(QStringLiteral("after.sh"))});
    QVERIFY2(failure.isEmpty(), failure.constData());

    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, mainText);
    draft.replace(model::FileId::MasterCf, {0, 0}, masterCf(true));
    const auto defaults = m_postfix.ask(folder.path(), {QStringLiteral("-d")});
    delivery::Expander expander(
        {.values = effective::Values(draft.snapshot(), InstalledPostfix::target(*m_catalog, defaults.out)),
         .read = [files](const QByteArray &path, syntax::TableKind kind) -> base::Result<syntax::Table> {
             if (!files.contains(path))
                 return base::Error{.code = base::Error::Code::NotFound, .subject = QString::fromUtf8(path)};
             return syntax::Table(syntax::Text(files.value(path), syntax::Text::Layout::Chunked), kind);
         },
         .findUser = delivery::usersOf(users)});

    const auto allDone = [&] {
        const RealLog log(running.log());
        for (qsizetype i = 0; i < addresses.size(); ++i) {
            if (!log.isDone(senderOf(i)))
                return false;
        }
        return true;
    };
    if (!QTest::qWaitFor(allDone, support::OwnPostfix::patience))
        qWarning("Postfix has not answered for all of them.");
    const RealLog log(running.log());
    QByteArrayList differences;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        const QByteArrayList theirs = log.linesOf(senderOf(i));
        const QByteArrayList ours = Log(expander.expand(argumentOf(addresses[i]))).lines();
        if (!log.isDone(senderOf(i)) || theirs != ours)
            differences.append(addresses[i] + "\n  Postfix: " + theirs.join("\n           ")
                               + "\n  here:    " + ours.join("\n           "));
    }
    m_compared += addresses.size();
    QVERIFY2(differences.isEmpty(), differences.join('\n').constData());
    QVERIFY(running.stop());
}

void TestDeliveryParity::cleanupTestCase()
{
    qInfo("%lld addresses compared", static_cast<long long>(m_compared));
}

QTEST_GUILESS_MAIN(TestDeliveryParity)
#include "tst_deliveryparity.moc"
