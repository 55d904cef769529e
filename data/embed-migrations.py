#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""embed-migrations.py OUTPUT SCHEMA…: writes the steps of the schema, in the order of their numbers, as C.

A last one without a number is a step that a test adds.
"""
import os
import re
import sys


def literal(path):
    with open(path, encoding='utf-8') as file:
        for line in file.read().splitlines():
            escaped = line.replace('\\', '\\\\').replace('"', '\\"').replace('\t', '\\t').replace('?', '\\?')
            yield f'  "{escaped}\\n"\n'


def main():
    target, *sources = sys.argv[1:]
    numbers = []
    for path in sources:
        match = re.match(r'(\d{4})-[a-z0-9-]+\.sql$', os.path.basename(path))
        numbers.append(int(match.group(1)) if match or path != sources[-1] else len(sources))
    if numbers != list(range(1, len(numbers) + 1)):
        sys.exit(f'the steps of the schema are numbered {numbers}')
    with open(target, 'w', encoding='utf-8') as file:
        for number, path in zip(numbers, sources):
            file.write(f'static const char migration_{number}[] =\n')
            file.writelines(literal(path))
            file.write('  "";\n\n')
        file.write('/* Every released step of the schema, in order; immutable once released. */\n')
        file.write('static const char *const migrations[] = { ' + ', '.join(f'migration_{n}' for n in numbers) + ' };\n')


main()
