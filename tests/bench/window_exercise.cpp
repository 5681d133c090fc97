// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_exercise.h"

#include "tests/bench/percentile.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTest>
#include <QWheelEvent>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int restMs = 15;
constexpr int betweenKeysMs = 200;
constexpr int betweenScansMs = 500;
constexpr int patienceMs = 20'000;
constexpr int longestWord = 6;
constexpr int linesOfACart = 25;

//! The first word of a name, as far as somebody may type it.
QString beginningOf(const QString &name)
{
    QString word;
    for (const QChar c : name.toLower()) {
        if (!c.isLetter() || word.size() == longestWord)
            break;
        word += c;
    }
    return word;
}

} // namespace

WindowExercise::WindowExercise(PaintWatch &watch, QWidget &window, const Amounts &amounts)
    : QObject(&window)
    , m_window(window)
    , m_amounts(amounts)
    , m_list(window.findChild<QTableView *>(u"searchResults"_s))
    , m_cart(window.findChild<QTableView *>(u"cartLines"_s))
    , m_model(qobject_cast<ProductResultsModel *>(m_list->model()))
{
    watch.shown = [this](const PaintWatch::Painted &painted) { look(painted); };
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT stuck(m_act.name); });
    m_patience.setSingleShot(true);
}

Result<> WindowExercise::start(const StoreUrl &catalog)
{
    if (const auto sampled = sample(catalog); !sampled)
        return sampled.error();
    planTyping();
    planScans();
    planScrolling();
    next();
    return {};
}

//! From places all over the catalog.
Result<> WindowExercise::sample(const StoreUrl &catalog)
{
    const auto reader = CatalogReader::open(catalog);
    if (!reader)
        return reader.error();
    constexpr int pageRows = 100;
    const auto outline = (*reader)->outline({}, pageRows);
    if (!outline)
        return outline.error();
    const auto pages = outline->ranksBefore.size();
    constexpr int places = 50;
    for (int place = 0; place < places; ++place) {
        const auto page =
            (*reader)->browse({}, outline->ranksBefore[pages * place / places], pageRows);
        if (!page)
            return page.error();
        for (const Product &product : page->products) {
            const QString word = beginningOf(product.name);
            if (m_words.size() * places < m_amounts.words * (place + 1) && word.size() > 2 &&
                !m_words.contains(word))
                m_words.append(word);
            const QString code = product.barcodes.value(0);
            if (m_codes.size() * places < m_amounts.scans * (place + 1) && !code.isEmpty() &&
                !m_codes.contains(code))
                m_codes.append(code);
        }
    }
    return {};
}

void WindowExercise::add(const QString &name, std::function<void()> begin, const QWidget *place,
                         std::function<bool()> isThere)
{
    m_acts.push_back({name, std::move(begin), place, std::move(isThere)});
}

void WindowExercise::planTyping()
{
    const auto type = [this](const QString &text, int key, const QString &typed) {
        add(
            u"key_to_results"_s,
            [this, key, typed] {
                m_keys.pass(betweenKeysMs);
                m_keys.press(m_window.windowHandle(), key, typed);
            },
            m_list->viewport(), [this, text] { return m_model->wish().text == text; });
    };
    for (const QString &word : std::as_const(m_words)) {
        for (int letters = 1; letters <= word.size(); ++letters) {
            const QChar last = word[letters - 1];
            type(word.first(letters), last.toUpper().unicode(), last);
        }
        for (auto letters = word.size() - 1; letters >= 0; --letters)
            type(word.first(letters), Qt::Key_Backspace, u"\b"_s);
    }
}

void WindowExercise::planScans()
{
    for (int scan = 0; scan < m_codes.size(); ++scan) {
        const int lines = scan % linesOfACart + 1;
        add(
            u"scan_to_line"_s,
            [this, code = m_codes[scan]] {
                m_keys.pass(betweenScansMs);
                for (const QChar c : code) {
                    m_keys.press(m_window.windowHandle(), c);
                    m_keys.pass(MadeUpKeys::scannerMs);
                }
                m_since.start();
                m_keys.enter(m_window.windowHandle());
            },
            m_cart->viewport(), [this, lines] { return m_cart->model()->rowCount() == lines; });
        if (lines < linesOfACart)
            continue;
        add(
            {},
            [this] {
                QTest::keyClick(m_window.windowHandle(), Qt::Key_F4);
                QTest::keyClick(m_window.windowHandle(), Qt::Key_Return);
            },
            m_cart->viewport(), [this] { return m_cart->model()->rowCount() == 0; });
    }
}

void WindowExercise::addKey(const QString &name, int key, Qt::KeyboardModifiers modifiers)
{
    add(
        name,
        [this, key, modifiers] {
            m_list->setFocus();
            QKeyEvent press(QEvent::KeyPress, key, modifiers);
            QCoreApplication::sendEvent(m_list, &press);
        },
        m_list->viewport(), [] { return true; });
}

void WindowExercise::planScrolling()
{
    constexpr int notch = 120;
    for (int turn = 0; turn < m_amounts.turns; ++turn) {
        add(
            u"wheel"_s,
            [this] {
                const QPointF middle = QRectF(m_list->viewport()->rect()).center();
                QWheelEvent wheel(middle, m_list->viewport()->mapToGlobal(middle), {}, {0, -notch},
                                  Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
                QCoreApplication::sendEvent(m_list->viewport(), &wheel);
            },
            m_list->viewport(), [] { return true; });
    }
    for (int turn = 0; turn < m_amounts.turns; ++turn)
        addKey(u"page"_s, turn % 20 < 12 ? Qt::Key_PageDown : Qt::Key_PageUp, Qt::NoModifier);
    for (int turn = 0; turn < m_amounts.turns / 10; ++turn)
        addKey(u"jump"_s, turn % 2 == 0 ? Qt::Key_End : Qt::Key_Home, Qt::ControlModifier);
    QList<int> smooth;
    QList<int> far;
    for (int turn = 1; turn <= m_amounts.turns; ++turn) {
        constexpr int nearlyAll = 980;
        constexpr int stride = 37; // has no divisor in common with the places of a half
        smooth.append(nearlyAll * turn / m_amounts.turns);
        far.append(500 + (turn % 2 == 0 ? 1 : -1) * (turn * stride % 480 + 1)); // above, below
    }
    planDrag(u"drag"_s, smooth, false);
    planDrag(u"jump"_s, far, false);
    planDrag(u"jump_to_rows"_s, far, true);
}

//! Positions in thousandths of the way.
void WindowExercise::planDrag(const QString &name, const QList<int> &positions, bool filled)
{
    if (positions.isEmpty())
        return;
    add(
        {}, [this] { m_list->verticalScrollBar()->setValue(1); }, m_list->viewport(),
        [] { return true; });
    add(
        {},
        [this] {
            m_list->verticalScrollBar()->setValue(0);
            drag(QEvent::MouseButtonPress, 0);
        },
        m_list->viewport(), [] { return true; });
    for (const int position : positions)
        add(
            name,
            [this, position] {
                const QScrollBar *bar = m_list->verticalScrollBar();
                drag(QEvent::MouseMove, (bar->height() - handle().height()) * position / 1000);
            },
            m_list->viewport(), [this, filled] { return !filled || rowsInSightAreThere(); });
    add(
        {},
        [this] {
            drag(QEvent::MouseButtonRelease, 0);
            m_list->scrollToTop();
        },
        m_list->viewport(), [] { return true; });
}

QRect WindowExercise::handle() const
{
    const QScrollBar *bar = m_list->verticalScrollBar();
    QStyleOptionSlider option;
    option.initFrom(bar);
    option.subControls = QStyle::SC_All;
    option.orientation = Qt::Vertical;
    option.minimum = bar->minimum();
    option.maximum = bar->maximum();
    option.sliderPosition = option.sliderValue = bar->value();
    option.singleStep = bar->singleStep();
    option.pageStep = bar->pageStep();
    return bar->style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider,
                                        bar);
}

//! With the handle as far down from the top as y says.
void WindowExercise::drag(QEvent::Type type, int y)
{
    QScrollBar *bar = m_list->verticalScrollBar();
    static const int grip = handle().height() / 2 + handle().top();
    const QPointF place(bar->width() / 2.0, grip + y);
    const bool moves = type == QEvent::MouseMove;
    QMouseEvent event(type, place, bar->mapToGlobal(place), moves ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(bar, &event);
}

bool WindowExercise::rowsInSightAreThere() const
{
    const QRect seen = m_list->viewport()->rect();
    const int first = m_list->rowAt(seen.top());
    const int last = m_list->rowAt(seen.bottom());
    return first >= 0 && m_model->product(first) && (last < 0 || m_model->product(last));
}

void WindowExercise::next()
{
    m_acting = false;
    if (m_acts.empty()) {
        m_patience.stop();
        Q_EMIT finished();
        return;
    }
    m_act = std::move(m_acts.front());
    m_acts.pop_front();
    m_patience.start(patienceMs);
    // What the last one left to do is over by then.
    QTimer::singleShot(restMs, this, [this] {
        m_acting = true;
        m_since.start();
        m_act.begin();
    });
}

void WindowExercise::look(const PaintWatch::Painted &painted)
{
    if (!m_acting || !painted.contains(m_act.place) || !m_act.isThere())
        return;
    if (!m_act.name.isEmpty())
        m_ms[m_act.name].push_back(double(m_since.nsecsElapsed()) / 1e6);
    next();
}

QJsonObject WindowExercise::figures() const
{
    QJsonObject figures;
    for (auto each = m_ms.cbegin(); each != m_ms.cend(); ++each) {
        figures[each.key() + u"_count"_s] = qint64(each->size());
        figures[each.key() + u"_p50_ms"_s] = percentile(*each, 0.5);
        figures[each.key() + u"_p99_ms"_s] = percentile(*each, 0.99);
        figures[each.key() + u"_longest_ms"_s] = percentile(*each, 1);
    }
    return figures;
}

} // namespace kontor
