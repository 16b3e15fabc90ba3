// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"
#include "ui/forms/field.h"
#include "ui/forms/formcontext.h"

#include <optional>

namespace ui {

struct Finding;

/// What a field stands for. Named, not placed: it is found again after every edit.
struct FieldTarget
{
    QByteArray parameter;
    QByteArray service = {}; ///< "name/type" of the service whose override it is; empty: main.cf

    bool operator==(const FieldTarget &) const = default;
};

/// One parameter in the configuration as it is now: its value, where that comes from, and the edits of it.
class FieldBinding : public QObject
{
    Q_OBJECT

public:
    FieldBinding(const FormContext &context, FieldTarget target, QObject *parent = nullptr);

    const FieldTarget &target() const { return m_target; }
    /// "Trusted networks (mynetworks)", for an undo step: "mynetworks of submission inet".
    QString title() const;

    /// What Postfix uses here, as it is written; the default where nothing is.
    QByteArray value() const;
    /// The same with a line break wherever the file has one.
    QByteArray lines() const;
    /// A list of access rules: its items are restrictions with what belongs to each.
    bool isStepList() const;
    /// Where each of these stands in a value.
    QList<syntax::ByteRange> stepRanges(const QByteArray &value) const;
    /// What counts once it is reset.
    QByteArray resetValue() const;
    /// There is a setting to reset: in main.cf, or of the service.
    bool isSetHere() const;
    /// It is another than when the folder was opened.
    bool isChanged() const;
    /// A value with bytes that are no text can only be edited in its file.
    bool isEditable() const;
    bool isText() const;
    /// A value with a password in it is shown with dots, and edited where that is asked for.
    bool isSecret() const;
    QByteArray shown(const QByteArray &value) const;
    /// Where it is set, here or where the service has it from.
    std::optional<model::Place> place() const;
    /// Where it is set, in words.
    QString placeText() const;
    /// Where the value comes from and what it comes to, in words.
    QString originText() const;
    /// What reset will do; empty where there is nothing to reset.
    QString resetText() const;
    /// The worst thing that was found at its place; null without any.
    const Finding *finding() const;
    /// All that was found there, the worst first.
    QList<Finding> findings() const;
    /// The value with its names replaced; nothing where that can't be told.
    std::optional<QByteArray> expanded(const QByteArray &value) const;

    bool set(const QByteArray &value);
    bool change(const ListChange &change);
    bool reset();

signals:
    void changed();

private:
    qsizetype serviceIndex(const syntax::MasterCf &file) const;
    edits::Outcome changeSteps(model::Draft &draft, const ListChange &change) const;
    /// The override that counts; null without one.
    const syntax::Override *overrideIn(const model::Snapshot &snapshot) const;
    const syntax::Setting *settingIn(const model::Snapshot &snapshot) const;
    QByteArray defaultValue() const;
    QByteArray settingLines(const syntax::Setting &setting) const;
    QString mainOrigin() const;

    FormContext m_context;
    FieldTarget m_target;
};

/// There is a setting to reset: what FieldBinding::isSetHere() says, without one.
bool isSetHere(const model::Snapshot &snapshot, const FieldTarget &target);

/// "name/type", as FieldTarget names a service.
QByteArray serviceKey(const syntax::MasterCf &file, const syntax::Service &service);

} // namespace ui
