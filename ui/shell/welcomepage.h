// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QListWidget;

namespace ui {

class Settings;

/// What the window shows while nothing is open: the folders opened last, and the ways to begin.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(Settings &settings, QWidget *parent = nullptr);

    void refresh();

signals:
    void folderChosen(const QString &path);
    void browseChosen();
    void sampleChosen();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *beginnings();
    void forget(const QString &path);

    Settings &m_settings;
    QWidget *m_recentArea = nullptr;
    QListWidget *m_recent = nullptr;
};

} // namespace ui
