// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_state.h"

#include <QFrame>
#include <QMap>

class QLabel;
class QPushButton;

namespace kontor {

class TillShift;

//! Tells the truth about the shop at all times: mode, till, what waits, what is in trouble.
class StatusLine : public QFrame
{
    Q_OBJECT
public:
    StatusLine(const ShopAccess &access, ShopState &state, QWidget *parent = nullptr);

    void showShift(const TillShift &shift);
    void showTrouble(const QString &service, const QString &detail);
    void showRecovered(const QString &service);
    //! What stays wrong until the program is started anew.
    void showNotice(const QString &text, const QString &detail);

Q_SIGNALS:
    //! What needs attention is to be shown.
    void attentionWanted();
    //! What waits for it is to be shown.
    void printerClicked();

private:
    void build(const QString &till, const QString &actor);
    void refresh();
    void showCounts();
    void showHealth();
    void lookAtPrinter();
    void showMode();
    void showPrinter(const PrinterState &printer);

    const ShopAccess &m_access;
    ShopState &m_state;
    QMap<QString, QString> m_troubles; //!< service to detail
    QLabel *m_mode;
    QLabel *m_health;
    QLabel *m_shift;
    QLabel *m_waiting;
    QPushButton *m_printer;
    QLabel *m_notice;
    QStringList m_notices;
    QStringList m_noticeDetails;
    QPushButton *m_attention;
};

} // namespace kontor
