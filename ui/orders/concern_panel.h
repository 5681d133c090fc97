// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attention.h"
#include "models/concern_desk.h"

#include <QWidget>

class QVBoxLayout;

namespace kontor {

class ConcernCard;
class MessageLine;
class SureLine;

//! All that needs a person about one order, or about whatever else a concern is about. Takes no
//! room when there is nothing.
class ConcernPanel : public QWidget
{
    Q_OBJECT
public:
    ConcernPanel(const ShopAccess &access, const Attention &attention, QWidget *parent = nullptr);

    void showAbout(SubjectId about);
    bool isEmpty() const { return m_cards.isEmpty(); }
    ConcernDesk &desk() { return m_desk; }
    //! Answers whether there was a question.
    bool withdrawQuestion();

Q_SIGNALS:
    //! There are others now, or none.
    void changed();
    //! Something was done about one.
    void acted();
    //! The same as ConcernDesk::offered().
    void offered(kontor::OrderId cart);
    void correctionWanted(const kontor::Concern &concern);

private:
    void build();
    void follow();
    void refill(const QList<Concern> &concerns);
    void take(Remedy remedy, const Concern &concern);
    QString consequence(Remedy remedy, const Concern &concern) const;

    const ShopAccess &m_access;
    const Attention &m_attention;
    ConcernDesk m_desk;
    SubjectId m_about;
    QList<ConcernCard *> m_cards;
    QVBoxLayout *m_place;
    SureLine *m_sure;
    MessageLine *m_message;
};

} // namespace kontor
