// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/concern.h"

#include <QFrame>

class QHBoxLayout;

namespace kontor {

class CallAnswer;

//! One thing that needs a person: what is the matter, and a button for each thing to do about it.
class ConcernCard : public QFrame
{
    Q_OBJECT
public:
    //! The controls are named after its place among those of the same order: "concernTitle0".
    ConcernCard(const Concern &concern, const QList<Remedy> &remedies, int place,
                QWidget *parent = nullptr);

    const Concern &concern() const { return m_concern; }
    //! The same concern, of which more is known now.
    void follow(const Concern &concern) { m_concern = concern; }

Q_SIGNALS:
    void wanted(kontor::Remedy remedy);
    void answered(kontor::CallVerdict verdict, const QString &reference);

private:
    void addRemedy(QHBoxLayout *row, Remedy remedy, bool isFirst);

    Concern m_concern;
    int m_place;
    CallAnswer *m_answer = nullptr;
};

} // namespace kontor
