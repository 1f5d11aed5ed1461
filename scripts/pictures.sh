#!/usr/bin/env bash
# Takes the pictures of the README and the docs anew, into docs/pictures.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/scripts/tools.sh"

need_jdk_and_maven
cd "$root"
exec mvn -B -ntp -q -pl server test -Dtest=Pictures,ApprovalPictures
