// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

class QSplitter;

namespace ui {

class AliasTable;
class ExpansionView;
class Follower;
class RoleList;

/// The aliases of this host beside those of other domains, whoever gets the mail of an address as a tree, and
/// what becomes of mail that must reach somebody.
class AliasesPage : public QWidget
{
    Q_OBJECT

public:
    explicit AliasesPage(PageContext &context, QWidget *parent = nullptr);

    /// Whether a row of these tables is there.
    static bool has(const PageContext &context, const model::Place &place);
    /// Those of the tables that are open.
    static QList<model::FileId> files(const PageContext &context);
    void showPlace(const model::Place &place);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int width);
    void addAlias(const QString &role, const QString &target);

    PageContext &m_context;
    Follower *m_follower = nullptr;
    AliasTable *m_local = nullptr;
    AliasTable *m_virtual = nullptr;
    ExpansionView *m_expansion = nullptr;
    RoleList *m_roles = nullptr;
    QSplitter *m_tables = nullptr; ///< one beside the other, or below it where that is too narrow
    QSplitter *m_below = nullptr;
    QSplitter *m_all = nullptr;
};

} // namespace ui
