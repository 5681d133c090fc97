// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shop.h"
#include "tests/core/held_secrets.h"
#include "tests/ui/scanner.h"
#include "tests/ui/window_hands.h"

#include <QFile>
#include <QTimer>

namespace kontor {

//! A cashier who sells by keys and scans in the real window: one sale in cash, the next in cash and
//! by two cards, by turns. Writes down what the screen showed, durably and outside of the data
//! folder; whoever comes after a crash looks whether it is there again before going on.
class Cashier : public QObject, private WindowHands
{
    Q_OBJECT
public:
    Cashier(Shop &shop, const QString &notes);
    ~Cashier() override { m_window.reset(); }

    void start(int sales);

Q_SIGNALS:
    //! The screen shows what was left.
    void ready();
    void enough();
    //! It does not, or what was done had no effect.
    void amazed(const QString &complaint);

private:
    //! How far a till has come: sales that are done, and steps of the one after them.
    struct Place
    {
        int sold = 0;
        int step = 0;
        auto operator<=>(const Place &) const = default;
        QString text() const { return QStringLiteral("%1 %2").arg(sold).arg(step); }
    };
    //! What tells one step of a sale from the others.
    struct Sight
    {
        QStringList goods;
        QStringList tenders;
        bool operator==(const Sight &) const = default;
        QString text() const;
    };
    static const QList<Sight> &sightsOf(int sale);

    void furnish();
    void openDoors();
    bool readNotes();
    void note(const char *what, const Place &place);

    //! What the screen shows of the cart.
    Sight seen();
    void compareWithShop();
    void compareWithCart(const Cart &cart);
    void resumeAt(const Place &place);
    //! Where the screen says that the till is, if it says so just now.
    std::optional<Place> shownPlace();
    void tick();
    void act();
    void sell();
    void pay();
    bool isPaying() { return shown(QStringLiteral("received")); }

    Shop &m_shop;
    HeldSecrets m_secrets;
    QFile m_notes;
    MadeUpKeys m_scanner;
    QTimer m_watch;
    QElapsedTimer m_waited;
    Place m_at;     //!< seen last
    Place m_target; //!< of what was done last
    bool m_opensPayment = false;
    int m_until = 0; //!< so many sales at the end
    int m_sales = 0;
};

} // namespace kontor
