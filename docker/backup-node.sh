#!/bin/sh
# Backs up a KurrentDB node while it runs: writes an archive of its files to stdout. They are read in the order that lets
# the archive be started from, whatever is written meanwhile: the index before the log, checkpoints before what they
# point into. It runs inside the container of the node:
#
#     docker compose exec -T kurrentdb /bin/sh -c "$(cat docker/backup-node.sh)" >kurrentdb.tar.gz
#
# STORE and STORE_URL name the folder and the address of a node that runs elsewhere.
set -eu
cd "${STORE:-/var/lib/kurrentdb}"

trusted=/run/trusted/ca.crt
if [ -r "$trusted" ]; then
  ask() { curl --fail --silent --show-error --cacert "$trusted" --user "ops:$(cat /run/secrets/ops-password)" "$url$1"; }
  url=${STORE_URL:-https://localhost:2113}
else
  ask() { curl --fail --silent --show-error "$url$1"; }
  url=${STORE_URL:-http://localhost:2113}
fi

# A scavenge takes files away while they are read.
refuse_scavenge() {
  current=$(ask /admin/scavenge/current)
  case $current in
  *[0-9a-f]-[0-9a-f]*)
    echo 'A scavenge is running. Wait until it has ended, then back up again; what was written so far is no backup.' >&2
    exit 1
    ;;
  esac
}

scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT

refuse_scavenge
{
  find index -type f -name '*.chk'
  find index -type f ! -name '*.chk'
  # A reader of the log may not seem to be further than its writer: the chaser is read first.
  printf '%s\n' chaser.chk epoch.chk writer.chk proposal.chk
  find . -maxdepth 1 -type f -name 'chunk-*' -printf '%P\n' | sort
} >"$scratch/files"

# The end of the log is written to while it is read: that is expected, and nothing else is.
status=0
tar --create --gzip --sparse --no-recursion --files-from "$scratch/files" 2>"$scratch/said" || status=$?
if [ "$status" -gt 1 ] || grep --quiet --invert-match 'file changed as we read it' "$scratch/said"; then
  cat "$scratch/said" >&2
  echo 'What was written is no backup. Try again.' >&2
  exit 1
fi
refuse_scavenge
