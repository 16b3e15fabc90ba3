// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/forms/fieldframe.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/pages/fieldpages.h"
#include "ui/pages/formpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>

#include <set>

namespace {

using Groups = std::span<const ui::FormGroup> (*)();

struct NamedPage
{
    const char *name;
    Groups groups;
};

constexpr NamedPage fieldPages[] = {{"identity", ui::identityGroups},
                                    {"tls", ui::tlsGroups},
                                    {"authentication", ui::authenticationGroups},
                                    {"routing", ui::routingGroups},
                                    {"access", ui::accessGroups},
                                    {"filters", ui::filtersGroups}};

const QByteArray mainCf = "# ours\n"
                          "myhostname = mail.example.org\n"
                          "mydestination = $myhostname,\n"
                          "    # and\n"
                          "    localhost\n"
                          "message_size_limit=20480000\n";
const QByteArray masterCf = "smtp inet n - y - - smtpd\n";

struct Shown
{
    explicit Shown(Groups groups, const QByteArray &main = mainCf)
        : desk(main, masterCf),
          page(desk.context, QStringLiteral("Page"), QStringLiteral("Purpose."), groups())
    {
        page.resize(1000, 700);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
    }

    QList<ui::FieldFrame *> frames() const { return page.findChildren<ui::FieldFrame *>(); }

    void openAll() const
    {
        for (ui::FormSection *section : page.findChildren<ui::FormSection *>())
            section->setOpen(true);
    }

    /// Every widget that the keyboard reaches has it once.
    void visitAll() const
    {
        for (QWidget *widget : page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled())
                widget->setFocus(Qt::TabFocusReason);
        }
        page.view()->commit();
    }

    support::Desk desk;
    ui::FormPage page;
    bool isActive = false;
};

} // namespace

Q_DECLARE_METATYPE(Groups)

/// The pages that are a description of which fields stand where, with real keys and clicks.
class TestFormPages : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsAParameterOnce_data() { pages(); }
    void everyFieldIsAParameterOnce();
    void lookingChangesNothing_data() { pages(); }
    void lookingChangesNothing();
    void typedValueIsWrittenWhereItStands();
    void foldedGroupOpensByKeyboardAndSaysWhatItHides();
    void fieldOfAnotherVersionIsHiddenUnlessItIsSet();
    void keyboardStaysInSight();
    void pageThatWasOutOfSightIsUpToDateWhenItComesBack();

private:
    static void pages();
};

void TestFormPages::pages()
{
    QTest::addColumn<Groups>("groups");
    for (const NamedPage &page : fieldPages)
        QTest::newRow(page.name) << page.groups;
}

void TestFormPages::everyFieldIsAParameterOnce()
{
    QFETCH(const Groups, groups);
    const Shown shown(groups);
    shown.openAll();
    std::set<QByteArray> names;
    for (const ui::FieldFrame *frame : shown.frames()) {
        const QByteArray name = frame->binding().target().parameter;
        QVERIFY2(shown.desk.knowledge.facts(name), name.constData());
        QVERIFY2(names.insert(name).second, name.constData());
    }
    QVERIFY(names.size() > 5);
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
}

void TestFormPages::lookingChangesNothing()
{
    QFETCH(const Groups, groups);
    Shown shown(groups);
    QVERIFY(shown.isActive);
    shown.openAll();
    shown.visitAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QVERIFY(!shown.desk.session.undoStack()->canUndo());
}

void TestFormPages::typedValueIsWrittenWhereItStands()
{
    const Shown shown(ui::identityGroups);
    QVERIFY(shown.isActive);
    ui::FieldFrame *host = shown.page.view()->frame("myhostname");
    QVERIFY(host);
    host->takeKeyboard();
    auto *edit = host->findChild<QLineEdit *>();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("mx.example.net"));
    QTest::keyClick(edit, Qt::Key_Return);
    QByteArray expected = mainCf;
    expected.replace("mail.example.org", "mx.example.net");
    QCOMPARE(shown.desk.mainCf(), expected);

    ui::FieldFrame *destination = shown.page.view()->frame("mydestination");
    for (QLineEdit *line : destination->findChildren<QLineEdit *>()) {
        if (line->isVisible() && !line->isReadOnly()) {
            line->setFocus();
            QTest::keyClicks(line, QStringLiteral("example.com"));
            QTest::keyClick(line, Qt::Key_Return);
            break;
        }
    }
    expected.replace("    localhost\n", "    localhost,\n    example.com\n");
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()), QString::fromUtf8(expected));
}

void TestFormPages::foldedGroupOpensByKeyboardAndSaysWhatItHides()
{
    const Shown shown(ui::identityGroups);
    QVERIFY(shown.isActive);
    ui::FormSection *folded = nullptr;
    for (ui::FormSection *section : shown.page.findChildren<ui::FormSection *>()) {
        if (section->accessibleName() == QLatin1String("Limits and notices"))
            folded = section;
    }
    QVERIFY(folded);
    QVERIFY(!folded->isOpen());
    QVERIFY(folded->frames().isEmpty());
    QStringList said;
    for (const QLabel *label : folded->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY(said.contains(QStringLiteral("1 set")));

    auto *button = folded->findChild<QToolButton *>();
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(folded->isOpen());
    QVERIFY(!folded->frames().isEmpty());
    QVERIFY(folded->frames().first()->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(!folded->isOpen());
    QVERIFY(!folded->frames().first()->isVisible());
}

void TestFormPages::fieldOfAnotherVersionIsHiddenUnlessItIsSet()
{
    const Shown shown(ui::tlsGroups);
    const ui::FieldFrame *chain = shown.page.view()->frame("smtpd_tls_chain_files");
    QVERIFY(chain->isVisible());
    shown.desk.context.knowledge.chooseTarget(catalog::Version::parse("3.3.0"));
    QVERIFY(!chain->isVisible());
    shown.desk.context.knowledge.chooseTarget(catalog::Version::parse("3.7.0"));
    QVERIFY(chain->isVisible());

    const Shown other(ui::tlsGroups, "smtpd_tls_chain_files = /etc/key.pem\n");
    other.desk.context.knowledge.chooseTarget(catalog::Version::parse("3.3.0"));
    QVERIFY(other.page.view()->frame("smtpd_tls_chain_files")->isVisible());
}

void TestFormPages::keyboardStaysInSight()
{
    const Shown shown(ui::routingGroups);
    QVERIFY(shown.isActive);
    shown.openAll();
    QVERIFY(shown.page.height() < shown.page.view()->widget()->height());
    shown.frames().first()->takeKeyboard();
    const QWidget *first = QApplication::focusWidget();
    for (int i = 0; i < 1000; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget *now = QApplication::focusWidget();
        if (now == first)
            return;
        const QRect seen(now->mapTo(&shown.page, QPoint()), now->size());
        QVERIFY2(shown.page.rect().intersects(seen), qPrintable(now->accessibleName()));
    }
    QFAIL("The keyboard does not come round.");
}

void TestFormPages::pageThatWasOutOfSightIsUpToDateWhenItComesBack()
{
    Shown shown(ui::identityGroups);
    const auto *edit = shown.page.view()->frame("myhostname")->findChild<QLineEdit *>();
    shown.page.hide();
    shown.desk.session.edit(QStringLiteral("Elsewhere"), [](model::Draft &draft) {
        draft.replace(model::FileId::MainCf, {20, 21}, "M");
    });
    const QString now = QString::fromUtf8(shown.desk.session.snapshot().mainCf().valueOf(
        *shown.desk.session.snapshot().mainCf().find("myhostname")));
    shown.page.show();
    QCOMPARE(edit->text(), now);
    QVERIFY(now != QLatin1String("mail.example.org"));
}

QTEST_MAIN(TestFormPages)
#include "tst_formpages.moc"
