// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/product_results_model.h"
#include "services/catalog/catalog_reader.h"
#include "tests/bench/paint_watch.h"
#include "tests/ui/scanner.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QMap>
#include <QTableView>
#include <QTimer>

#include <deque>
#include <vector>

namespace kontor {

//! Works a window as people do, one thing after the other, and measures each from its event until
//! what it brings about is painted.
class WindowExercise : public QObject
{
    Q_OBJECT
public:
    struct Amounts
    {
        int words = 0; //!< that are typed letter by letter, and taken back
        int scans = 0;
        int turns = 0; //!< of the wheel, of pages, of the scroll bar
    };

    WindowExercise(PaintWatch &watch, QWidget &window, const Amounts &amounts);

    //! What is typed and scanned is taken from the catalog.
    Result<> start(const StoreUrl &catalog);
    //! Of each kind of thing how often it was done, and how long it took.
    QJsonObject figures() const;

Q_SIGNALS:
    void finished();
    //! What was expected after this did not come.
    void stuck(const QString &what);

private:
    struct Act
    {
        QString name; //!< of its figures; empty: it is not measured
        std::function<void()> begin;
        const QWidget *place = nullptr; //!< where its result is seen
        std::function<bool()> isThere;  //!< what is painted is the result
    };

    Result<> sample(const StoreUrl &catalog);
    void planTyping();
    void planScans();
    void planScrolling();
    void planDrag(const QString &name, const QList<int> &positions, bool filled);
    void add(const QString &name, std::function<void()> begin, const QWidget *place,
             std::function<bool()> isThere);
    void addKey(const QString &name, int key, Qt::KeyboardModifiers modifiers);
    void next();
    void look(const PaintWatch::Painted &painted);
    bool rowsInSightAreThere() const;
    void drag(QEvent::Type type, int y);
    QRect handle() const;

    QWidget &m_window;
    Amounts m_amounts;
    QTableView *m_list;
    QTableView *m_cart;
    ProductResultsModel *m_model;
    QStringList m_words;
    QStringList m_codes;
    MadeUpKeys m_keys;
    std::deque<Act> m_acts;
    Act m_act;
    bool m_acting = false;
    QElapsedTimer m_since;
    QTimer m_patience;
    QMap<QString, std::vector<double>> m_ms;
};

} // namespace kontor
