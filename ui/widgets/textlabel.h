// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace ui {

/// A label of second rank: smaller or greyer than the text it explains, and the same in both themes.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Rank {
        Title, ///< of a page
        Heading, ///< of a group
        Body,
        Muted, ///< grey
        Small ///< grey and smaller
    };

    TextLabel(Rank rank, const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void recolor();

    Rank m_rank;
};

} // namespace ui
