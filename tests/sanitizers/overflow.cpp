// SPDX-License-Identifier: GPL-3.0-or-later
#include <QByteArray>

int main(int argc, char **)
{
    static const char letters[] = "till";
    return QByteArray(letters, 4 + 10 * argc).isEmpty() ? 1 : 0;
}
