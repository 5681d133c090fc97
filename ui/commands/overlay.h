// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;
class QVBoxLayout;

namespace kontor {

//! A card in front of the page, for a moment. Escape, or a click beside it, closes it and gives the
//! focus back; Tab stays within it.
class Overlay : public QWidget
{
    Q_OBJECT
public:
    //! Lies over all of its parent.
    Overlay(const QString &objectName, int width, QWidget *parent);

    virtual void open();
    void close();

protected:
    QVBoxLayout *card() const { return m_layout; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void cover();

    QFrame *m_card;
    QVBoxLayout *m_layout;
    QPointer<QWidget> m_before; //!< had the focus
};

} // namespace kontor
