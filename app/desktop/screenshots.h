// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QObject>
#include <QSize>

#include <functional>

namespace ui {
class MainWindow;
enum class Theme;
} // namespace ui

namespace desktop {

/// Walks through every page and dialog in two sizes and both themes and leaves a picture of each, as
/// PAGE-SIZE-THEME.png. Nothing is written but the pictures.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    Screenshots(ui::MainWindow &window, QString folder);

    /// With `withEdits` some are made first, never saved, so that diffs and questions have something to show.
    void start(bool withEdits);

signals:
    /// The number of pictures; -1 when one could not be written.
    void finished(int count);

private:
    using Step = std::function<void()>;

    void plan(const QSize &size, const QString &sizeName, ui::Theme theme, const QString &themeName);
    /// Completion, hover, usages and renaming, in the source.
    void planTables();
    void planNames();
    void goTo(model::FileId file, const QByteArray &text);
    void planParameters();
    /// The list of problems, what a fix changes, the marks in the source, and the upgrade assistant.
    void planProblems();
    void showServiceValues(int tab);
    void makeEdits();
    void openMerge();
    void add(Step step);
    void next();
    bool isSettled() const;
    void shoot(QWidget *widget, const QString &name);
    void shootDialog(const QString &name);

    ui::MainWindow &m_window;
    QString m_folder;
    QString m_suffix;
    QList<Step> m_steps;
    int m_count = 0;
    int m_waited = 0;
    bool m_hasFailed = false;
};

} // namespace desktop
