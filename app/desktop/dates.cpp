// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dates.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace {
QString dayText(QString text)
{
    QString before;
    if (text.endsWith(u'~') || text.endsWith(u'%')) {
        before = QCoreApplication::translate("dates", "about ");
        text.chop(1);
    }
    QString after;
    if (text.endsWith(u'?')) {
        after = QStringLiteral("?");
        text.chop(1);
    }
    const auto parts = text.section(u'T', 0, 0).split(u'-');
    bool isYear = false;
    const int year = parts.value(0).toInt(&isYear);
    const int month = parts.value(1).toInt();
    const int day = parts.value(2).toInt();
    if (!isYear || parts.value(0).size() != 4)
        return before + text + after;
    static const char* const seasons[] = {"spring", "summer", "autumn", "winter"};
    QString words = parts.value(0);
    const QLocale english(QLocale::English);
    if (month >= 21 && month <= 24)
        words = QCoreApplication::translate("dates", seasons[month - 21]) + u' ' + words;
    else if (month >= 33 && month <= 36)
        words = QStringLiteral("Q%1 %2").arg(month - 32).arg(words);
    else if (const QDate date(year, month, day); date.isValid())
        words = english.toString(date, QStringLiteral("d MMMM yyyy"));
    else if (month >= 1 && month <= 12)
        words = english.standaloneMonthName(month) + u' ' + words;
    return before + words + after;
}
} // namespace

QString edtfText(const QString& edtf)
{
    if (edtf.isEmpty() || !edtf.contains(u'/'))
        return dayText(edtf);
    const auto from = edtf.section(u'/', 0, 0);
    const auto to = edtf.section(u'/', 1, 1);
    if (from.isEmpty() || from == QStringLiteral(".."))
        return QCoreApplication::translate("dates", "until %1").arg(dayText(to));
    if (to.isEmpty() || to == QStringLiteral(".."))
        return QCoreApplication::translate("dates", "since %1").arg(dayText(from));
    return dayText(from) + QStringLiteral(" – ") + dayText(to);
}
