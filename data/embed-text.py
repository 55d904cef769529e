#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""embed-text.py NAME INPUT OUTPUT: writes the text file INPUT as the C string constant NAME."""
import sys


def main():
    name, source, target = sys.argv[1:]
    with open(source, encoding='utf-8') as file:
        lines = file.read().splitlines()
    with open(target, 'w', encoding='utf-8') as file:
        file.write(f'static const char {name}[] =\n')
        for line in lines:
            escaped = line.replace('\\', '\\\\').replace('"', '\\"').replace('\t', '\\t').replace('?', '\\?')
            file.write(f'  "{escaped}\\n"\n')
        file.write('  "";\n')


main()
