// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/completion/description.h"
#include "core/usages/usages.h"

#include <QObject>

#include <memory>

namespace ui {

class EditSession;
class Knowledge;

/// What the names in the configuration stand for, for every view that asks: a caret in the source, a row of a
/// page. The views ask here; the window shows the answers.
class Language : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Language(EditSession &session, const Knowledge &knowledge, QObject *parent = nullptr);
    ~Language() override;

    EditSession &session() const { return m_session; }
    /// Null only when the program's own tables can't be read.
    const catalog::Reference *reference() const;
    const catalog::Version &target() const;
    const Knowledge &knowledge() const { return m_knowledge; }

    completion::Completion completionAt(const model::Place &place) const;
    std::optional<completion::Description> descriptionAt(const model::Place &place) const;
    /// What stands where `place` begins; the service first in the name of one of its parameters.
    usages::Usages usagesAt(const model::Place &place) const;
    usages::Usages usagesOf(const usages::Symbol &symbol) const;

    /// Where the user is: the source editor that has the keyboard says so, and what it says stands until
    /// another view is chosen.
    void setPlace(const std::optional<model::Place> &place);
    bool hasPlace() const { return m_place.has_value(); }

    /// What was looked for last.
    const std::optional<usages::Symbol> &searched() const { return m_searched; }

    /// A question to a table: in the eyes of a parameter or a restriction, or just of the table.
    struct Lookup
    {
        QByteArray parameter = {};
        QByteArray table = {}; ///< "type:name"
        QByteArray key = {}; ///< empty: the one that was asked for last
    };
    /// What the lookup tester was last asked to show.
    const std::optional<Lookup> &lookup() const { return m_lookup; }

public slots:
    /// These three are about what stands at the place of the user.
    void goToDefinition();
    void findUsages();
    void rename();

public:
    void goToDefinitionOf(const usages::Usage &usage);
    void findUsagesOf(const usages::Symbol &symbol);
    /// Asks for another name, or says why there can't be one.
    void renameSymbol(const usages::Symbol &symbol);
    /// Asks for another type or path of "type:path", or of what is there at "path".
    void moveTable(const QByteArray &table);
    /// Shows in the lookup tester what that table answers.
    void lookUp(const Lookup &question);

signals:
    void placeChanged();
    void usagesAsked(const usages::Symbol &symbol);
    void renameAsked(const usages::Symbol &symbol);
    void tableMoveAsked(const QByteArray &table);
    void lookupAsked();
    /// Why something can't be done; whole sentences.
    void said(const QString &text);

private:
    const usages::Index *index() const;
    std::optional<usages::Usage> usageAtPlace();

    EditSession &m_session;
    const Knowledge &m_knowledge;
    std::optional<model::Place> m_place;
    std::optional<usages::Symbol> m_searched;
    std::optional<Lookup> m_lookup;
    mutable std::unique_ptr<usages::Index> m_index; ///< of the snapshot as it is now
};

} // namespace ui
