// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "ui/settings/window_settings.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace kontor {

class MainWindow;

//! The window as its user wants it. In another language it is made anew: all that matters lies in
//! the services, so that the new one shows what the old one did.
class Frontend : public QObject
{
    Q_OBJECT
public:
    explicit Frontend(const ShopAccess &access, QObject *parent = nullptr);
    ~Frontend() override;

    MainWindow &window() const { return *m_window; }
    //! In front of all others.
    void raise();

public Q_SLOTS:
    //! A service cannot go on for now; it goes on trying by itself.
    void showTrouble(const QString &service, const QString &detail);
    void showRecovered(const QString &service);
    //! Something that a person should know, and that does not pass by itself.
    void showNotice(const QString &text, const QString &detail);

private:
    void makeWindow();
    void use(const WindowSettings &settings);

    ShopAccess m_access;
    WindowSettings m_settings;
    QMap<QString, QString> m_troubles;            //!< service to detail
    QList<std::pair<QString, QString>> m_notices; //!< text and detail
    std::unique_ptr<MainWindow> m_window;
};

} // namespace kontor
