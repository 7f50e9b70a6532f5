#!/bin/sh
# Puts back what backup-node.sh wrote, read from stdin, where a KurrentDB node will find it. The node is down and its
# volume is new. It runs in a container of the node that runs nothing else:
#
#     docker compose run --rm --no-deps -T --entrypoint /bin/sh kurrentdb -c "$(cat docker/restore-node.sh)" <kurrentdb.tar.gz
#
# STORE names the folder of a node that runs elsewhere.
set -eu
cd "${STORE:-/var/lib/kurrentdb}"

if [ -n "$(ls -A)" ]; then
  echo "There are files in $(pwd) already. Restore into a new volume, and keep the old one until all is well." >&2
  exit 1
fi
tar --extract --gzip --sparse
# What the node had begun after this point is cut off when it starts.
cp chaser.chk truncate.chk
