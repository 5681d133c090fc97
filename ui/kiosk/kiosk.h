// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kiosk_pin.h"
#include "ui/kiosk/kiosk_window.h"
#include "ui/settings/window_settings.h"

#include <memory>

namespace kontor {

//! Self-service: its sale, and its window, which is made anew in another language.
class Kiosk : public QObject
{
    Q_OBJECT
public:
    explicit Kiosk(const ShopAccess &access, const KioskTimes &times = {},
                   QObject *parent = nullptr);
    ~Kiosk() override;

    KioskWindow &window() const { return *m_window; }
    //! Over all of the screen.
    void open();

Q_SIGNALS:
    void tillWanted();
    void closeWanted();

private:
    void makeWindow();
    void speakTo(Language language);

    ShopAccess m_access;
    KioskTimes m_times;
    WindowSettings m_settings;
    Language m_spoken;
    ReaderThread<CatalogLookup> m_lookup;
    SelfService m_sale;
    KioskPin m_pin;
    std::unique_ptr<KioskWindow> m_window;
};

} // namespace kontor
