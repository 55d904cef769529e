#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What count-cases makes of programs that pass, fail, crash, hang or say nothing; counted by hand."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(__file__).with_name('count-cases')


def lines(*entries):
    """What count-cases prints for these entries of a test log, and its exit status."""
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder) / 'testlog.json'
        log.write_text('\n'.join(json.dumps(entry) for entry in entries), encoding='utf-8')
        done = subprocess.run([sys.executable, PROGRAM, log], stdout=subprocess.PIPE, text=True)
    return done.stdout.splitlines(), done.returncode


def count(*entries):
    """Its last line and its exit status."""
    printed, status = lines(*entries)
    return printed[-1], status


def program(result, stdout='', returncode=0):
    return {'name': 'a program', 'result': result, 'returncode': returncode, 'stdout': stdout}


class CountCases(unittest.TestCase):
    def test_points_are_counted_not_programs(self):
        self.assertEqual(count(program('OK', '1..2\nok 1 /a\nok 2 /b\n'), program('OK', 'ok 1 /c\n1..1\n')), ('3 0', 0))

    def test_a_failed_point_is_one_failure(self):
        self.assertEqual(count(program('FAIL', 'ok 1 /a\nnot ok 2 /b\n1..2\n', 1)), ('1 1', 1))

    def test_an_abort_after_a_failed_point_is_the_same_failure(self):
        self.assertEqual(count(program('ERROR', 'ok 1 /a\nnot ok /b - wrong\nBail out!\n', -6)), ('1 1', 1))

    def test_a_crash_between_points_is_a_failure(self):
        self.assertEqual(count(program('ERROR', '1..3\nok 1 /a\n', -11)), ('1 1', 1))

    def test_the_reason_of_a_stop_is_told(self):
        self.assertIn('waited in vain', lines(program('ERROR', '1..2\nok 1 /a\nBail out! waited in vain\n', -5))[0][0])

    def test_a_program_without_a_plan_is_a_failure(self):
        self.assertEqual(count(program('TIMEOUT', 'ok 1 /a\n', -15)), ('1 1', 1))

    def test_a_crash_after_the_last_point_is_a_failure(self):
        self.assertEqual(count(program('ERROR', 'ok 1 /a\n1..1\n', -6)), ('1 1', 1))

    def test_a_crash_before_the_first_point_is_a_failure(self):
        self.assertEqual(count(program('ERROR', '', -6)), ('0 1', 1))

    def test_a_skipped_point_is_neither(self):
        self.assertEqual(count(program('OK', 'ok 1 /a # SKIP no screen\nok 2 /b\n1..2\n')), ('1 0', 0))

    def test_a_program_that_is_no_tap_is_one_case(self):
        self.assertEqual(count(program('OK'), program('FAIL', 'words', 1)), ('1 1', 1))

    def test_no_program_at_all_is_a_failure(self):
        self.assertEqual(count(), ('0 1', 1))


if __name__ == '__main__':
    unittest.main()
