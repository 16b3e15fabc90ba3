// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

bool isEditableText(QByteArrayView bytes)
{
    return bytes.isValidUtf8() && std::none_of(bytes.begin(), bytes.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return (byte < ' ' && c != '\t') || byte == 0x7f;
           });
}

QVariant editableCell(const QByteArray &bytes)
{
    return isEditableText(bytes) ? QVariant(QString::fromUtf8(bytes)) : QVariant();
}

QString notTextHint()
{
    return QCoreApplication::translate(
        "grids", "It holds bytes that are not UTF-8 text. Edit it in its file, where they are kept.");
}

QString hiddenText()
{
    return QString(8, QChar(0x2022));
}

QString passwordHint()
{
    return QCoreApplication::translate(
        "grids", "It holds a password, so it is not shown here. Edit it on the page Tables or in its file.");
}

} // namespace ui
