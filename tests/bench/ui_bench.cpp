// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ui_bench.h"

#include "app/owner.h"
#include "app/shop.h"
#include "services/catalog/product_import.h"
#include "tests/bench/made_products.h"
#include "tests/bench/percentile.h"
#include "tests/cli/sandboxes_of.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int stockedProducts = 20'000;
constexpr int linesOfADelivery = 5'000;
constexpr int pieces = 24;

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

//! Where the shop lies; its sandbox ends with it.
class ShopFolder
{
public:
    ~ShopFolder() { killSandboxesOf(m_folder.path()); }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

struct Wish
{
    QStringList catalogs; //!< tables that are imported; none: made-up products
    int products = 0;
    int runs = 0; //!< of each kind of start
    int words = 0;
    int scans = 0;
    int turns = 0;
};

void fillCatalog(Shop &shop, const Wish &wish)
{
    ProductImport importer(shop.catalog(), shop.clock(), OwnerOnly::actor(), u"T1"_s);
    for (const QString &file : wish.catalogs) {
        if (const auto report = importer.run(file, {}); !report)
            giveUp(report.error().text());
    }
    if (!wish.catalogs.isEmpty())
        return;
    const auto saved = saveMadeProducts(shop.catalog(), shop.clock(), wish.products);
    if (!saved)
        giveUp(saved.error().text());
}

//! A shop with its goods on the shelves; answers how many products it has.
qint64 furnish(const QString &folder, const Wish &wish)
{
    ShopSettings settings;
    settings.folder = folder;
    settings.threads = false;
    const SystemClock clock;
    const OwnerOnly rights;
    const auto shop = Shop::open(settings, clock, rights);
    if (!shop)
        giveUp(shop.error().text());
    fillCatalog(**shop, wish);
    const auto stocked = (*shop)->catalog().changedAfter(0, stockedProducts);
    if (!stocked)
        giveUp(stocked.error().text());
    for (qsizetype from = 0; from < stocked->size(); from += linesOfADelivery) {
        GoodsReceipt goods{{}, u"opening"_s};
        for (const ProductRevision &each : stocked->mid(from, linesOfADelivery))
            goods.lines.append({each.product.id, Quantity::pieces(pieces)});
        if (const auto received = (*shop)->inventory().receive((*shop)->command(), goods);
            !received)
            giveUp(received.error().text());
    }
    const auto products = (*shop)->catalog().count();
    return products ? *products : 0;
}

//! Asks the system to forget a file's pages, as it has after a start of the machine. Pages that
//! some running program has mapped stay. Answers how many there are and how many stayed.
std::pair<qint64, qint64> forget(const QString &path)
{
    const int file = ::open(path.toUtf8().constData(), O_RDONLY);
    const qint64 size = file < 0 ? 0 : ::lseek(file, 0, SEEK_END);
    if (size <= 0) {
        ::close(file);
        return {0, 0};
    }
    ::fdatasync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    const qint64 pageBytes = ::sysconf(_SC_PAGESIZE);
    const qint64 pages = (size + pageBytes - 1) / pageBytes;
    qint64 stayed = 0;
    void *map = ::mmap(nullptr, size_t(size), PROT_READ, MAP_SHARED, file, 0);
    if (map != MAP_FAILED) {
        std::vector<unsigned char> resident(static_cast<size_t>(pages));
        if (::mincore(map, size_t(size), resident.data()) == 0)
            stayed = std::ranges::count_if(resident, [](unsigned char page) { return page & 1; });
        ::munmap(map, size_t(size));
    }
    ::close(file);
    return {pages, stayed};
}

//! What the process said, line by line.
QList<QJsonObject> runProcess(const QString &role, const QStringList &arguments)
{
    QProcess process;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    process.start(QCoreApplication::applicationDirPath() + u"/bench_window"_s,
                  QStringList{role, QString::number(ns)} + arguments);
    constexpr int forEver = -1;
    process.waitForFinished(forEver);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        giveUp(u"bench_window %1 failed: %2"_s.arg(
            role, QString::fromUtf8(process.readAllStandardError())));
    QList<QJsonObject> said;
    const auto lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            said.append(QJsonDocument::fromJson(line).object());
    }
    return said;
}

//! Starts the window again and again, and an empty one beside it.
class Starts
{
public:
    explicit Starts(const QString &folder) : m_folder(folder) {}

    void run(int runs)
    {
        // The first tells what belongs to the programs, and makes what is made once.
        start(u"empty"_s, nullptr);
        start(u"start"_s, nullptr);
        for (int round = 0; round < runs; ++round) {
            start(u"empty"_s, &m_emptyWarm);
            start(u"start"_s, &m_warm);
            killSandboxesOf(m_folder);
            forgetAll();
            start(u"empty"_s, &m_emptyCold);
            forgetAll();
            start(u"start"_s, &m_cold);
        }
    }

    void tell(QJsonObject &figures) const
    {
        const auto median = [](const std::vector<double> &ms) { return percentile(ms, 0.5); };
        figures[u"start_count"_s] = qint64(m_warm.size());
        figures[u"start_warm_ms"_s] = median(m_warm);
        figures[u"start_cold_ms"_s] = median(m_cold);
        figures[u"empty_warm_ms"_s] = median(m_emptyWarm);
        figures[u"empty_cold_ms"_s] = median(m_emptyCold);
        figures[u"start_warm_to_empty_ratio"_s] = median(m_warm) / median(m_emptyWarm);
        figures[u"start_cold_to_empty_ratio"_s] = median(m_cold) / median(m_emptyCold);
        figures[u"cold_pages_that_stayed"_s] = m_pages > 0 ? double(m_stayed) / double(m_pages) : 1;
        figures[u"start_rss_mb"_s] = m_last[u"rss_mb"].toDouble();
        figures[u"start_private_mb"_s] = m_last[u"private_mb"].toDouble();
    }

private:
    void start(const QString &role, std::vector<double> *times)
    {
        const QJsonObject told = runProcess(role, {m_folder}).value(0);
        const auto files = told[u"files"].toArray();
        for (const auto &file : files)
            m_files.insert(file.toString());
        if (times)
            times->push_back(told[u"usable_ms"].toDouble());
        m_last = told;
    }

    void forgetAll()
    {
        m_files.insert(QCoreApplication::applicationDirPath() + u"/kontor-sandbox"_s);
        QDirIterator shop(m_folder, QDir::Files, QDirIterator::Subdirectories);
        while (shop.hasNext())
            m_files.insert(shop.next());
        m_pages = m_stayed = 0;
        for (const QString &file : std::as_const(m_files)) {
            const auto [pages, stayed] = forget(file);
            m_pages += pages;
            m_stayed += stayed;
        }
    }

    QString m_folder;
    QSet<QString> m_files;
    std::vector<double> m_warm;
    std::vector<double> m_cold;
    std::vector<double> m_emptyWarm;
    std::vector<double> m_emptyCold;
    qint64 m_pages = 0;
    qint64 m_stayed = 0;
    QJsonObject m_last;
};

Wish wishOf(const QCommandLineParser &parser)
{
    const auto number = [&](const QString &option) { return parser.value(option).toInt(); };
    return {parser.values(u"catalog"_s), number(u"products"_s), number(u"runs"_s),
            number(u"words"_s),          number(u"scans"_s),    number(u"turns"_s)};
}

} // namespace

int runUiBench()
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"ui"_s, u"the window"_s);
    parser.addOptions({{u"catalog"_s, u"a table of products; may be repeated"_s, u"file"_s},
                       {u"products"_s, u"made up, if there is no table"_s, u"n"_s, u"1000000"_s},
                       {u"runs"_s, u"of each kind of start"_s, u"n"_s, u"7"_s},
                       {u"words"_s, u"to type"_s, u"n"_s, u"60"_s},
                       {u"scans"_s, u"at the till"_s, u"n"_s, u"300"_s},
                       {u"turns"_s, u"of the wheel and so on"_s, u"n"_s, u"200"_s}});
    parser.process(*QCoreApplication::instance());
    const Wish wish = wishOf(parser);
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    static const ShopFolder folder; // goes also where something gives up
    QJsonObject figures;
    figures[u"products"_s] = furnish(folder.path(), wish);
    Starts starts(folder.path());
    starts.run(wish.runs);
    starts.tell(figures);
    const auto worked =
        runProcess(u"work"_s, {folder.path(), QString::number(wish.words),
                               QString::number(wish.scans), QString::number(wish.turns)});
    const QJsonObject exercise = worked.value(1);
    for (auto figure = exercise.constBegin(); figure != exercise.constEnd(); ++figure)
        figures[figure.key()] = figure.value();
    std::printf("%s", QJsonDocument(figures).toJson().constData());
    return 0;
}

} // namespace kontor
