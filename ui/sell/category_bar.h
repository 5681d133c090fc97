// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QStringList>

class QButtonGroup;
class QHBoxLayout;

namespace kontor {

//! The categories as a row of chips, one level at a time: the one above, the chosen one, those
//! below it, or where there are none, those beside it.
class CategoryBar : public QScrollArea
{
    Q_OBJECT
    //! As arrange() puts it back: chosen, as if somebody had done so.
    Q_PROPERTY(QString kept READ chosen WRITE pick)
public:
    explicit CategoryBar(QWidget *parent = nullptr);

    //! All paths there are.
    void setPaths(const QStringList &paths);
    //! Shows it as chosen; empty: all.
    void choose(const QString &path);
    void pick(const QString &path);
    //! While the whole catalog is searched no category is marked; the chosen one is kept.
    void setSearching(bool searching);
    const QString &chosen() const { return m_chosen; }
    void focusChosen();

    //! More than can be gone through in a row are not shown; a search finds their products.
    static constexpr int mostChips = 200;

Q_SIGNALS:
    void picked(const QString &path);
    //! Down was pressed: on to what is in the category.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void build();
    bool chipKey(QWidget *chip, int key);
    void addChip(const QString &text, const QString &path);

    QStringList m_paths;
    QString m_chosen;
    bool m_searching = false;
    QButtonGroup *m_chips;
    QHBoxLayout *m_row;
};

} // namespace kontor
