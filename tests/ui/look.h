// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window_test.h"

#include <functional>

namespace kontor {

using namespace Qt::StringLiterals;

//! Takes pictures of all pages in one size and scheme.
class Look : public WindowTest
{
    Q_OBJECT
public:
    Look(const QString &folder, const QString &scheme, QSize size)
        : m_folder(folder)
        , m_scheme(scheme)
        , m_size(size)
    {
    }

private Q_SLOTS:
    void take();
    void takeFirstRun();
    void takePapers();
    void takeDisplay();
    void takeKiosk();
    void takeInGerman(); // the last, since it leaves the program in German

private:
    using Ready = std::function<bool()>;

    //! Taken as soon as all is there that it shows.
    void picture(const QString &name, const Ready &ready);
    void picture(QWidget &window, const QString &name);
    bool isStepDone(const QString &step)
    {
        return find<QLabel>(step)->property("role") == u"stepDone"_s;
    }
    bool levelsAreKnown() { return !cell(u"searchResults"_s, 0, 3).isEmpty(); }
    void putAside();
    void sellInCash();
    void payInParts();
    void takeBack();
    void deliver();
    void sendMuch();
    void askAge();
    void checkPrices();
    void keepTheDrawer();
    void needPerson();
    void changeSettings();
    void setUpMail();
    void setUpSystems();

    QString m_folder;
    QString m_scheme;
    QSize m_size;
};

} // namespace kontor
