// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/sample.h"

#include <QDir>
#include <QFile>

namespace ui {

base::Status copySample(const QString &folder)
{
    const QDir sample(QStringLiteral(":/sample"));
    for (const QString &name : sample.entryList(QDir::Files)) {
        const QString path = folder + u'/' + name;
        QFile source(sample.filePath(name));
        QFile copy(path);
        if (!source.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly)
            || copy.write(source.readAll()) != source.size() || !copy.flush())
            return base::Error{
                .code = base::Error::Code::Other, .subject = path, .detail = copy.errorString()};
        const bool isSecret = name == QLatin1String("sasl_passwd");
        const auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        copy.setPermissions(isSecret ? own : own | QFileDevice::ReadGroup | QFileDevice::ReadOther);
    }
    return base::Unit();
}

} // namespace ui
