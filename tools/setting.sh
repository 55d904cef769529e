# shellcheck shell=bash disable=SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the commands in tools/: where the tree is, which language to speak, which locale to run in.

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P) || exit 1

# say CHINESE ENGLISH: one sentence in the language of the locale.
say ()
{
  case "${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
    zh*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
  esac
}

fail ()
{
  say "$@" >&2
  exit 1
}

# offer_chinese_locale DIR: where zh_CN.UTF-8 was never generated, makes it in DIR, for this process only.
offer_chinese_locale ()
{
  if locale -a 2>/dev/null | grep -qix 'zh_CN\.utf-\?8'; then
    return 0
  fi
  if [ ! -d "$1/zh_CN.utf8" ]; then
    mkdir -p "$1" && localedef --no-archive -i zh_CN -f UTF-8 "$1/zh_CN.utf8" >/dev/null 2>&1 || return 0
  fi
  # An own LOCPATH hides the machine's locales, so set it only where nothing else is in use.
  case "${LC_ALL:-${LANG:-C}}" in
    zh_CN*|zh|C|C.*|POSIX) export LOCPATH=$1 ;;
  esac
}
