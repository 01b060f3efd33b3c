#!/bin/sh
# Starts the application as a person does: the folder first, then the words. Playwright puts words
# of its own before, and the tests may run as root, as whom Electron's sandbox does not run.
set -eu
own=
while [ $# -gt 0 ]; do
  case $1 in
    --*) own="$own $1"; shift ;;
    *) break ;;
  esac
done
folder=$1
shift
# Screens that nobody sees have no graphics card, which Chromium would find out twice at each start.
[ -z "$own" ] || own="$own --disable-gpu"
# Playwright's own words have no blanks.
# shellcheck disable=SC2086
set -- "$TEST_ELECTRON_PROGRAM" "$folder" $own "$@"
[ -z "${TEST_ELECTRON_UID:-}" ] && exec "$@"
exec setpriv --reuid "$TEST_ELECTRON_UID" --regid "$TEST_ELECTRON_UID" --clear-groups "$@"
