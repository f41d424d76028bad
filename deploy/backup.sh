#!/bin/sh
# A dump of the database with its roles and settings, encrypted for whoever holds the key. Run every night, beside the WAL
# archive that gives every moment in between (docs/operations.md, "Backup and restore").
#
#   BACKUP_RECIPIENT=age1… deploy/backup.sh /backup
#
# age (https://age-encryption.org) encrypts for a public key: whoever steals the machine reads no backup.
set -eu
folder=${1:?"give the folder to keep backups in"}
recipient=${BACKUP_RECIPIENT:?"set BACKUP_RECIPIENT to the age key that backups are encrypted for"}
keep=${BACKUP_KEEP_DAYS:-35}
compose=${COMPOSE:-docker compose}
umask 077
mkdir -p "$folder"
new="$folder/.new-$$"
trap 'rm -rf "$new"' EXIT
mkdir "$new"

$compose exec -T database pg_dumpall -U postgres --roles-only >"$new/roles.sql"
$compose exec -T database pg_dump -U postgres --format=custom toetssteen >"$new/toetssteen.dump"
# Passwords of roles, second factors and sessions are made from what stands here.
cp .env "$new/env"
(cd "$new" && sha256sum roles.sql toetssteen.dump env >SHA256SUMS)

name="toetssteen-$(date -u +%Y-%m-%dT%H%M%SZ).tar.age"
tar -C "$new" -cf - roles.sql toetssteen.dump env SHA256SUMS | age -r "$recipient" -o "$folder/.$name.part"
mv "$folder/.$name.part" "$folder/$name"
find "$folder" -maxdepth 1 -name 'toetssteen-*.tar.age' -mtime "+$keep" -delete
echo "$folder/$name"
