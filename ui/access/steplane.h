// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/restrictions/rules.h"
#include "ui/access/stepcard.h"
#include "ui/forms/formcontext.h"

#include <QPointer>
#include <QWidget>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ui {

class FieldBinding;
class FieldFrame;
class FieldLabel;
class TextLabel;

/// One list of steps: its name, when it is asked, its steps as cards, and the way to add one. What is wanted
/// of it is told; the page makes the edits.
class StepLane : public QWidget
{
    Q_OBJECT

public:
    /// `service` is "name/type"; empty: main.cf.
    StepLane(const FormContext &context, const QByteArray &parameter, const QByteArray &service,
             QWidget *parent = nullptr);

    /// What a lane shows besides its list.
    struct Surroundings
    {
        int number = 0; ///< among the stages, from 1; 0 for a class
        bool isDelayed = true;
        QByteArrayList classes = {};
    };
    void setList(const restrictions::List &list, const Surroundings &around);

    QByteArray parameter() const { return m_list.parameter; }
    const restrictions::List &list() const { return m_list; }
    void focusStep(qsizetype index);
    /// Opens the search for a new step, in front of step `at`.
    void startAdding(qsizetype at);
    void startChanging(qsizetype index);
    /// Asks for the name of a class that is to hold that step.
    void startClass(qsizetype index);
    void closeEditor();
    bool hasEditor() const { return m_editor != nullptr; }
    /// In front of which step a drop there would go; nothing where it is not over this lane.
    std::optional<qsizetype> dropAt(QPoint global) const;
    void showDrop(std::optional<qsizetype> at);
    QWidget *addButton() const;

signals:
    void wished(qsizetype index, ui::StepCard::Wish wish);
    void stepAdded(qsizetype at, const QByteArray &text);
    void stepChanged(qsizetype index, const QByteArray &text);
    void classMade(qsizetype index, const QByteArray &name);
    void classRenamed(const QByteArray &name);
    void classDissolved();
    void editorOpened();
    void dragged(qsizetype index, QPoint global);
    void dropped(qsizetype index, QPoint global);
    void dragCanceled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLayout *buildHeader();
    QToolButton *newButton(const QString &iconName, const QString &toolTip);
    QString name() const;
    void refreshHeader();
    void refreshNotes();
    void refreshCards();
    StepCard *newCard();
    QList<StepRemark> remarksOf(qsizetype index) const;
    void setTabStop(StepCard *card);
    void openEditor(QWidget *editor, qsizetype at);
    void leaveEditor();
    void setRaw(bool isRaw);
    void startRenaming();
    qsizetype placeForNew() const;
    void lightSource(qsizetype index);
    QList<model::Place> places() const;

    FormContext m_context;
    QByteArray m_service;
    restrictions::List m_list;
    Surroundings m_around;
    QList<model::Place> m_places; ///< of the steps
    FieldBinding *m_binding = nullptr;
    QVBoxLayout *m_column = nullptr;
    FieldLabel *m_title = nullptr;
    QString m_titleText;
    TextLabel *m_moment = nullptr;
    TextLabel *m_origin = nullptr;
    QWidget *m_notes = nullptr;
    QVBoxLayout *m_steps = nullptr;
    QWidget *m_stepBox = nullptr;
    TextLabel *m_empty = nullptr;
    QPushButton *m_add = nullptr;
    QToolButton *m_raw = nullptr;
    QToolButton *m_reset = nullptr;
    QToolButton *m_source = nullptr;
    QToolButton *m_rename = nullptr;
    QToolButton *m_dissolve = nullptr;
    FieldFrame *m_rawFrame = nullptr; ///< once it was asked for
    QList<StepCard *> m_cards;
    QPointer<QWidget> m_editor;
    qsizetype m_editorAt = 0;
    QWidget *m_dropLine = nullptr;
    bool m_isRawWanted = false;
};

} // namespace ui
