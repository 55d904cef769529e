# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the real command line share: a registry of its own for each case, and TAP."""
import json
import os
import subprocess
import sys
import tempfile
import traceback

BUILD = os.environ['ZB_BUILDDIR']
CLI = os.path.join(BUILD, 'app', 'cli', 'zhibu-cli')


class Cli:
    """The real binary on a registry in a folder of its own."""

    CLI = CLI

    def __init__(self, folder, locale='C.UTF-8'):
        self.folder = folder
        self.registry = os.path.join(folder, 'registry.zhibu')
        self.as_of = '2026-11-24'
        self.before = []
        self.env = dict(os.environ, HOME=folder, LC_ALL=locale, XDG_DATA_HOME=os.path.join(folder, 'data'),
                        ZB_LIBEXECDIR=os.path.join(BUILD, 'app', 'exchange', 'sheet'))

    def run(self, *words):
        """Runs a command. Returns exit status, standard output, standard error."""
        status, out, err = self.run_bytes(*words)
        return status, out.decode(), err.decode()

    def run_bytes(self, *words):
        """The same for a terminal that may speak another encoding."""
        command = [*self.before, self.CLI, '--registry', self.registry, '--as-of', self.as_of, *words]
        done = subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, cwd=self.folder, check=False)
        return done.returncode, done.stdout, done.stderr

    def become(self, user):
        """From now on somebody else types, if root runs the tests: it may do everything, and would prove nothing."""
        if os.geteuid() == 0:
            os.chmod(self.folder, 0o777)
            self.before = ['setpriv', f'--reuid={user}', f'--regid={user}', '--clear-groups'] if user else []

    def ok(self, *words):
        status, out, err = self.run(*words)
        assert status == 0, f'{words}: exit {status}: {out}{err}'
        return out

    def refused(self, *words, status=1):
        """Runs a command that must be refused with one sentence. Returns the sentence."""
        got, out, err = self.run(*words)
        assert got == status, f'{words}: exit {got}, not {status}: {out}{err}'
        assert err.strip() and err.count('\n') == 1, f'{words}: not one sentence: {err!r}'
        return err.strip()

    def json(self, *words):
        return json.loads(self.ok(*words, '--json'))

    def members(self, *words):
        return self.json('list', 'member', '--private', *words)

    def member(self, name):
        found = [m for m in self.members('--scope', 'all') if m['name'] == name]
        assert len(found) == 1, f'{name}: {len(found)} found'
        return found[0]

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        with open(self.path(name), 'wb') as file:
            file.write(data if isinstance(data, bytes) else data.encode())
        return self.path(name)


CASES = []


def case(function):
    """Marks a function of one argument, a Cli, as a test case. What it returns is why it cannot run here."""
    CASES.append(function)
    return function


def main():
    print(f'1..{len(CASES)}', flush=True)
    for number, function in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory(prefix='zhibu-cli-') as folder:
            try:
                reason = function(Cli(folder))
                print(f'ok {number} - {function.__name__}' + (f' # SKIP {reason}' if reason else ''), flush=True)
            except Exception:
                for line in traceback.format_exc().splitlines():
                    print('#', line)
                print(f'not ok {number} - {function.__name__}', flush=True)
    sys.exit(0)
