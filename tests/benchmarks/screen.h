// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QtEndian>

#include <cstring>
#include <unistd.h>

namespace benchmarks {

/// A screen of its own (Xvfb) whose pixels lie in a file that is mapped into memory: a look at it costs the
/// programs on it nothing.
class Screen
{
public:
    Screen()
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-fbdir"),
                        m_folder.path(), QStringLiteral("-screen"), QStringLiteral("0"),
                        QStringLiteral("1280x900x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        if (!m_server.waitForStarted())
            return;
        while (!m_server.canReadLine() && m_server.waitForReadyRead()) { }
        m_display = QStringLiteral(":") + QString::fromLatin1(m_server.readLine().trimmed());
        m_file.setFileName(m_folder.filePath(QStringLiteral("Xvfb_screen0")));
        if (m_file.open(QIODevice::ReadOnly))
            m_bytes = m_file.map(0, m_file.size());
    }
    ~Screen()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;
    Screen(Screen &&) = delete;
    Screen &operator=(Screen &&) = delete;

    bool isThere() const { return m_bytes != nullptr; }
    const QString &display() const { return m_display; }

    /// As it is at this moment, and as it will be: without a copy.
    QImage picture() const
    {
        // XWDFile.h: numbers of 32 bits, the largest byte first.
        const auto number = [this](int index) {
            return static_cast<int>(qFromBigEndian<quint32>(m_bytes + qsizetype(4) * index));
        };
        const int headerSize = number(0);
        const int width = number(4);
        const int height = number(5);
        const int lineSize = number(12);
        const int colors = number(19);
        constexpr int colorSize = 12;
        const uchar *pixels = m_bytes + headerSize + qsizetype(colors) * colorSize;
        return QImage(pixels, width, height, lineSize, QImage::Format_RGB32);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_display;
    QFile m_file;
    const uchar *m_bytes = nullptr;
};

/// The part of the lines in the middle of the upper half of the screen, where every program has rows, that
/// are equal in both pictures.
inline double likeness(const QImage &one, const QImage &other)
{
    constexpr int step = 4;
    const int left = one.width() / 4;
    const auto size = static_cast<size_t>(one.width() / 2) * sizeof(QRgb);
    int same = 0;
    int all = 0;
    for (int y = one.height() / 4; y < one.height() / 2; y += step) {
        const auto *mine = reinterpret_cast<const QRgb *>(one.constScanLine(y)) + left;
        const auto *theirs = reinterpret_cast<const QRgb *>(other.constScanLine(y)) + left;
        same += std::memcmp(mine, theirs, size) == 0 ? 1 : 0;
        ++all;
    }
    return static_cast<double>(same) / all;
}

/// What a start cost.
struct Started
{
    double visible = 0; ///< ms until its rows looked as in the end
    double idle = 0; ///< ms until it last used the processor
    double processor = 0; ///< ms of processor time until then
    double resident = 0; ///< bytes then
    double highest = 0;
};

/// Reads what the system says of a process.
class ProcessFacts
{
public:
    explicit ProcessFacts(qint64 id) : m_folder(QStringLiteral("/proc/%1/").arg(id)) { }

    double processorMs() const
    {
        const QByteArray text = contentOf(QStringLiteral("stat"));
        const QList<QByteArray> fields = text.sliced(text.lastIndexOf(')') + 1).simplified().split(' ');
        constexpr int userTime = 11;
        const double ticks = fields.value(userTime).toDouble() + fields.value(userTime + 1).toDouble();
        return ticks * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }
    double bytes(const QByteArray &name) const
    {
        for (const QByteArray &line : contentOf(QStringLiteral("status")).split('\n')) {
            if (line.startsWith(name + ':'))
                return line.sliced(name.size() + 1).trimmed().split(' ').first().toDouble() * 1024;
        }
        return 0;
    }

private:
    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString m_folder;
};

/// Starts the program on that screen and watches until it has been quiet for a while; then it is killed.
/// `end` is the picture it ends with: compared with if it is there, filled if not.
inline Started watchStart(const Screen &screen, const QString &program, const QStringList &arguments,
                          const QProcessEnvironment &environment, QImage &end)
{
    constexpr double quiet = 700;
    constexpr double longest = 60000;
    constexpr double alike = 0.97; // a caret blinks
    QProcess process;
    QProcessEnvironment own = environment;
    own.insert(QStringLiteral("DISPLAY"), screen.display());
    process.setProcessEnvironment(own);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    process.waitForStarted();
    const ProcessFacts facts(process.processId());
    const auto now = [&] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
    Started started;
    for (double changed = now(); now() - changed < quiet && now() < longest;) {
        if (started.visible == 0 && !end.isNull() && likeness(screen.picture(), end) > alike)
            started.visible = now();
        const double used = facts.processorMs();
        if (used > started.processor) {
            started.processor = used;
            started.idle = changed = now();
        }
        QThread::msleep(2);
    }
    started.resident = facts.bytes("VmRSS");
    started.highest = facts.bytes("VmHWM");
    if (end.isNull())
        end = screen.picture().copy();
    process.kill();
    process.waitForFinished();
    return started;
}

} // namespace benchmarks
