#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Write text_table.h: what the sanitiser does with each code point.

Run it by hand when the Unicode version of the C library moves:
    LC_ALL=C.UTF-8 python3 text_table.py > text_table.h
The general category comes from Python's unicodedata, the width from the wcwidth() of the C library
(ncurses asks the same one), the default ignorable ranges from Unicode's DerivedCoreProperties.txt.
"""
import ctypes
import locale
import unicodedata

locale.setlocale(locale.LC_ALL, "C.UTF-8")
wcwidth = ctypes.CDLL(None).wcwidth

IGNORABLE = [
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]
CLASS = {"plain": 0, "wide": 1, "mark": 2, "shown": 3}


def classify(cp):
    char = chr(cp)
    width = wcwidth(cp)
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return "shown"
    if width < 0 or any(first <= cp <= last for first, last in IGNORABLE):
        return "shown"
    return {0: "mark", 1: "plain", 2: "wide"}[width]


runs = []
for cp in range(0x110000):
    this = CLASS[classify(cp)]
    if not runs or runs[-1] & 3 != this:
        runs.append(cp << 2 | this)

print(f"""/* SPDX-License-Identifier: MIT
 *
 * Made by text_table.py from Unicode {unicodedata.unidata_version}; do not edit. Each entry starts a
 * run of code points of one class: first code point << 2 | enum text_class. Included by text.c only.
 */
#ifndef GRIDLINE_BASE_TEXT_TABLE_H
#define GRIDLINE_BASE_TEXT_TABLE_H

#include <stdint.h>

/* clang-format off */
static const uint32_t text_runs[] = {{""")
for i in range(0, len(runs), 10):
    print("\t" + " ".join(f"0x{r:X}," for r in runs[i:i + 10]))
print("""};
/* clang-format on */

#endif""")
