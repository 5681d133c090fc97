// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/printer.h"

#include "services/devices/cups_port.h"
#include "services/devices/device_port.h"
#include "services/devices/esc_pos.h"
#include "services/devices/folder_printer.h"
#include "services/devices/tcp_port.h"

#include <QUrl>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualPort = 9100;

//! A receipt printer behind a port.
class ReceiptPrinter final : public Printer
{
public:
    ReceiptPrinter(std::unique_ptr<BytePort> port, int columns)
        : m_port(std::move(port))
        , m_columns(columns)
    {
    }

    void print(const Document &paper, Printed printed, PaperForm) override
    {
        m_port->send(escPosBytes(paper, m_columns), std::move(printed));
    }
    void openDrawer(Printed opened) override
    {
        m_port->send(escPosDrawerKick(), std::move(opened));
    }

private:
    std::unique_ptr<BytePort> m_port;
    int m_columns;
};

std::unique_ptr<BytePort> portAt(const QUrl &url, int patienceMs)
{
    if (url.scheme() == "tcp"_L1 && !url.host().isEmpty())
        return std::make_unique<TcpPort>(url.host(), url.port(usualPort), patienceMs);
    if (url.isLocalFile())
        return std::make_unique<DevicePort>(url.toLocalFile(), patienceMs);
    if (url.scheme() == "cups"_L1 && !url.path().isEmpty())
        return std::make_unique<CupsPort>(url.path(), patienceMs);
    return nullptr;
}

} // namespace

Result<std::unique_ptr<Printer>> makePrinter(const PrinterSettings &settings)
{
    if (settings.address.isEmpty())
        return std::unique_ptr<Printer>();
    const QUrl url(settings.address);
    if (url.scheme() == "folder"_L1)
        return std::unique_ptr<Printer>(std::make_unique<FolderPrinter>(url.path()));
    auto port = portAt(url, settings.patienceMs);
    if (!port)
        return Error(DevicesError::NoPrinter,
                     u"%1 is no address of a printer"_s.arg(settings.address));
    return std::unique_ptr<Printer>(
        std::make_unique<ReceiptPrinter>(std::move(port), settings.columns));
}

} // namespace kontor
