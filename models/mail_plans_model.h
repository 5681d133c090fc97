// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "models/table_model.h"

namespace kontor {

//! The kinds of mails that customers get: who gets them, and what they say.
class MailPlansModel : public TableModel
{
    Q_OBJECT
public:
    enum Column
    {
        KindColumn,
        StateColumn,
        ColumnCount
    };

    explicit MailPlansModel(const ShopAccess &access, QObject *parent = nullptr);

    void look();
    //! Nothing is there before looked().
    const MailPlan &plan(int row) const { return m_plans[row]; }
    void switchOff(int row, bool isOff);
    //! The wording that comes with Kontor is not the shop's own.
    void reword(int row, MailLanguage language, const MailText &wording);
    //! As a customer who is made up would read it; errors as of checkedWording().
    Result<MailText> preview(int row, MailLanguage language, const MailText &wording) const;
    //! That of customers who said none.
    MailLanguage usualLanguage() const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void looked();
    void saved();
    void failed(const kontor::Error &error);

private:
    int rows() const override { return int(m_plans.size()); }
    void take(const Result<> &done);
    QList<MailValue> sampleValues(MailLanguage language) const;
    QString country() const;

    const ShopAccess &m_access;
    QList<MailPlan> m_plans;
};

} // namespace kontor
