// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakerunner.h"
#include "ui/pages/pagecontext.h"
#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/filepresence.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/session/ignoring.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/settings/settings.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>

namespace support {

inline model::File fileOf(const QString &name, model::FileKind kind, const QByteArray &text)
{
    model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind};
    return {info, syntax::Text(text, model::File::layoutOf(kind))};
}

/// Everything a page is given, around a configuration of these two files.
struct Desk
{
    explicit Desk(const QByteArray &mainCf, const QByteArray &masterCf)
    {
        session.open(
            model::Snapshot({fileOf(QStringLiteral("main.cf"), model::FileKind::MainCf, mainCf),
                             fileOf(QStringLiteral("master.cf"), model::FileKind::MasterCf, masterCf)}));
    }

    QByteArray mainCf() const { return session.snapshot().mainCf().text(); }
    QByteArray masterCf() const { return session.snapshot().masterCf().text(); }
    void undoAll() { session.undoStack()->setIndex(0); }

    QTemporaryDir scratch;
    QSettings store{scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::EditSession session;
    ui::Findings findings{session};
    ui::FolderSession folder{session, nullptr};
    FakeRunner runner;
    ui::Knowledge knowledge{session};
    ui::Checker checker{session, findings, knowledge, runner};
    ui::Language language{session, knowledge};
    ui::FilePresence presence;
    ui::Ignoring ignoring{session, folder, nullptr};
    ui::PageContext context{session,  folder,    findings, checker,  settings,
                            language, knowledge, presence, ignoring, runner};
};

/// Widgets in `page` that take part and have no name that a reader could say.
inline QStringList namelessWidgets(const QWidget *page)
{
    QStringList nameless;
    for (const QWidget *widget : page->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool takesPart = button || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
            || (qobject_cast<const QAbstractScrollArea *>(widget) && widget->focusPolicy() != Qt::NoFocus);
        const bool isInner = widget->objectName().startsWith(QLatin1String("qt_"))
            || (widget->parentWidget()
                && (widget->parentWidget()->inherits("QLineEdit")
                    || widget->parentWidget()->inherits("QTableView")
                    || widget->parentWidget()->inherits("QComboBoxPrivateContainer")))
            || widget->inherits("QHeaderView") || widget->inherits("QScrollBar");
        const bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (takesPart && !isInner && !hasName)
            nameless.append(QStringLiteral("%1 in %2")
                                .arg(QString::fromLatin1(widget->metaObject()->className()),
                                     QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
    }
    return nameless;
}

} // namespace support
