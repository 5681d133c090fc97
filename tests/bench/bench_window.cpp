// SPDX-License-Identifier: GPL-3.0-or-later
// The process that kontor-bench measures: an empty window, or the shop's own, as its program opens
// it. Prints one line of JSON when it can be used (times since the moment that it is told), and a
// second one when it was worked.
//   bench_window empty|start SINCE [DATA]
//   bench_window work SINCE DATA WORDS SCANS TURNS
#include "app/cli/console.h"
#include "app/window.h"
#include "tests/bench/window_exercise.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMainWindow>
#include <QSet>

#include <chrono>
#include <cstdio>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int windowWidth = 1366;
constexpr int windowHeight = 768;

void print(const QJsonObject &figures)
{
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void addMemory(QJsonObject &figures)
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    double rss = 0;
    double priv = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const double mb = line.simplified().split(' ').value(1).toDouble() / 1024;
        if (line.startsWith("Rss:"))
            rss = mb;
        else if (line.startsWith("Private_"))
            priv += mb;
    }
    figures[u"rss_mb"_s] = rss;
    figures[u"private_mb"_s] = priv;
}

//! The program, its libraries, fonts and whatever else it has mapped.
QJsonArray mappedFiles()
{
    QFile file(u"/proc/self/maps"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSet<QString> files;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qsizetype path = line.indexOf('/');
        if (path >= 0)
            files.insert(QString::fromUtf8(line.sliced(path)));
    }
    return QJsonArray::fromStringList(files.values());
}

void tellUsable(qint64 sinceNs)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    QJsonObject figures{{u"usable_ms"_s, double(ns - sinceNs) / 1e6}};
    addMemory(figures);
    figures[u"files"_s] = mappedFiles();
    print(figures);
}

//! Nothing while there is none.
QMainWindow *shopWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *main = qobject_cast<QMainWindow *>(window))
            return main;
    }
    return nullptr;
}

//! Whether the first products are among what was painted.
bool isUsable(const PaintWatch::Painted &painted)
{
    const QMainWindow *window = shopWindow();
    const auto *list = window ? window->findChild<QTableView *>(u"searchResults"_s) : nullptr;
    return list && painted.contains(list->viewport()) && list->model()->rowCount() > 0;
}

void work(PaintWatch &application, const QStringList &arguments)
{
    const WindowExercise::Amounts amounts{arguments[4].toInt(), arguments[5].toInt(),
                                          arguments[6].toInt()};
    auto *exercise = new WindowExercise(application, *shopWindow(), amounts);
    QObject::connect(exercise, &WindowExercise::finished, exercise, [exercise] {
        QJsonObject figures = exercise->figures();
        addMemory(figures);
        print(figures);
        QCoreApplication::exit(0);
    });
    QObject::connect(exercise, &WindowExercise::stuck, exercise, [](const QString &what) {
        std::fprintf(stderr, "nothing came of: %s\n", qPrintable(what));
        QCoreApplication::exit(1);
    });
    const auto started = exercise->start(StoreUrl::sqlite(arguments[3] + u"/catalog.sqlite"_s));
    if (started)
        return;
    std::fprintf(stderr, "%s\n", qPrintable(started.error().text()));
    QCoreApplication::exit(1);
}

int showNothing(PaintWatch &application, qint64 sinceNs)
{
    QWidget window;
    window.resize(windowWidth, windowHeight);
    application.shown = [sinceNs](const PaintWatch::Painted &) {
        tellUsable(sinceNs);
        QCoreApplication::exit(0);
    };
    window.show();
    return PaintWatch::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    PaintWatch application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString role = arguments.value(1);
    const qint64 sinceNs = arguments.value(2).toLongLong();
    if (role == u"empty"_s)
        return showNothing(application, sinceNs);
    application.shown = [&, sinceNs](const PaintWatch::Painted &painted) {
        if (!isUsable(painted))
            return;
        tellUsable(sinceNs);
        if (role == u"start"_s)
            QCoreApplication::exit(0);
        else
            work(application, arguments);
    };
    Terminal terminal;
    return runWindow(arguments.value(3), false, terminal);
}
