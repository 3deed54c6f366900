// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "app/desktop/convert.h"

QString Session::typeLabel(const QString& type) const
{
    if (engine) {
        for (const auto& known : engine->entityTypes()) {
            if (qstring(known.id) == type)
                return qstring(known.label);
        }
    }
    return type.left(1).toUpper() + type.mid(1);
}

QString Session::whyRule(const std::string& rule) const
{
    return engine ? qstring(engine->describeRule(rule)) : QString();
}
