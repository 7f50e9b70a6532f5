#!/bin/sh
# Makes what the cluster in docker-compose.yml needs before its first start: a certificate authority, a certificate for
# each node, and the passwords that the accounts `admin` and `ops` start with. What is there already is kept.
#
#     docker/prepare-cluster.sh [FOLDER]            once; FOLDER is docker/secrets unless said otherwise
#     docker/prepare-cluster.sh --renew [FOLDER]    new certificates for the nodes, of the same authority
set -eu

renew=no
if [ "${1-}" = --renew ]; then
  renew=yes
  shift
fi
secrets=${1-"$(dirname "$0")/secrets"}

if ! command -v openssl >/dev/null; then
  echo 'This needs openssl: install it, then run the same command again.' >&2
  exit 1
fi

# Runs what talks while it works, and says what it said only when it failed.
quietly() {
  said=$("$@" 2>&1) || {
    echo "$said" >&2
    exit 1
  }
}

# The folder is closed to others. What lies in it is readable, since a container reads it under an id of its own.
mkdir -p "$secrets/trusted"
chmod 700 "$secrets"
cd "$secrets"
umask 022

if [ ! -e ca.key ] || [ ! -e trusted/ca.crt ]; then
  if [ -e trusted/ca.crt ]; then
    echo "The key of the authority, ca.key, is not in $secrets: put it back to make certificates of the same authority." >&2
    exit 1
  fi
  quietly openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj '/CN=Minutebook cluster authority' \
    -addext 'basicConstraints=critical,CA:true' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout ca.key -out trusted/ca.crt
  chmod 600 ca.key
  echo 'Made a certificate authority: trusted/ca.crt. Its key, ca.key, is needed again only to renew: keep it elsewhere.'
fi

for node in 1 2 3; do
  if [ -e "node-$node/node.crt" ] && [ $renew = no ]; then continue; fi
  mkdir -p "node-$node"
  # Every node has the same common name: that is how one knows another.
  quietly openssl req -newkey rsa:3072 -nodes -subj '/CN=minutebook-node' \
    -keyout "node-$node/node.key.new" -out request
  cat >extensions <<END
basicConstraints=critical,CA:false
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=serverAuth,clientAuth
subjectAltName=DNS:kurrentdb-$node,DNS:localhost,IP:127.0.0.1
END
  quietly openssl x509 -req -in request -CA trusted/ca.crt -CAkey ca.key -set_serial "0x$(openssl rand -hex 16)" \
    -days 397 -extfile extensions -out "node-$node/node.crt.new"
  chmod 644 "node-$node/node.key.new"
  mv "node-$node/node.key.new" "node-$node/node.key"
  mv "node-$node/node.crt.new" "node-$node/node.crt"
  rm request extensions
  echo "Made the certificate of kurrentdb-$node: good for 397 days."
done

for account in admin ops; do
  if [ -e "$account-password" ]; then continue; fi
  openssl rand -hex 24 | tr -d '\n' >"$account-password"
  echo "Made the first password of the account $account: $account-password."
done
