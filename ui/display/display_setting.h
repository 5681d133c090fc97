// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;

namespace kontor {

//! Chooses the screen of the customer display, and its picture.
class DisplaySetting : public QWidget
{
    Q_OBJECT
public:
    DisplaySetting(const QString &screenName, const QString &picture, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The name of a screen, and a file; either may be empty.
    void chosen(const QString &screenName, const QString &picture);

private:
    void fillScreens();
    void askPicture();
    void tell();

    QString m_screenName;
    QString m_picture;
    QComboBox *m_screens;
};

} // namespace kontor
