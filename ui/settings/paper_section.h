// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/paper_settings.h"
#include "models/printer_place.h"
#include "models/shop_access.h"
#include "ui/settings/settings_section.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kontor {

class MessageLine;
class Segments;

//! Where papers come out, how wide they are, and whether it can be done.
class PaperSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit PaperSection(const ShopAccess &access, QWidget *parent = nullptr);

protected:
    void save() override;

private:
    void build();
    QWidget *buildTrial();
    PrinterPlace::Kind kind() const;
    //! Shows the place that this kind had, and what it is called.
    void takeKind();
    //! Nothing if there can be no such printer, which is told then.
    std::optional<PaperSettings> said();
    void saveLanguage(QLocale::Language language);
    void tryOut(PrintJobKind what);
    void tellTried(const PrintOutcome &outcome);

    const ShopAccess &m_access;
    PaperSettings m_kept;
    QComboBox *m_kind;
    QLineEdit *m_place;
    QWidget *m_placeRow = nullptr;
    Segments *m_width;
    Segments *m_when;
    Segments *m_language;
    QPushButton *m_testPrint;
    QPushButton *m_testDrawer;
    MessageLine *m_outcome;
    QHash<PrinterPlace::Kind, QString> m_places; //!< as they were typed for each kind
    PrinterPlace::Kind m_shownKind = PrinterPlace::Kind::None;
    bool m_trying = false; //!< an answer is awaited
    PrintJobKind m_tried = PrintJobKind::Receipt;
};

} // namespace kontor
