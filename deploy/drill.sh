#!/bin/sh
# Once a month: puts the latest backup back beside production, looks whether it is whole, and takes it away again. It has
# its own project name, volumes and network; what it restores sends no mail and removes no file, for nobody adopts it.
#
#   BACKUP_IDENTITY=key.txt deploy/drill.sh /backup
set -eu
folder=${1:?"give the folder that backups are kept in"}
identity=${BACKUP_IDENTITY:?"set BACKUP_IDENTITY to the file with the age key"}
compose=${COMPOSE:-docker compose}
latest=$(find "$folder" -maxdepth 1 -name 'toetssteen-*.tar.age' | sort | tail -n 1)
[ -n "$latest" ] || { echo "There is no backup in $folder." >&2; exit 1; }
[ -n "$(find "$latest" -mtime -2)" ] || { echo "The latest backup, $latest, is more than two days old." >&2; exit 1; }
umask 077
work=$(mktemp -d)
beside="$compose -p toetssteen-drill --env-file $work/env"
trap '$beside down --volumes >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

age -d -i "$identity" "$latest" | tar -C "$work" -xf -
(cd "$work" && sha256sum --check --quiet SHA256SUMS)
$beside up --detach --wait database
$beside exec -T database psql -q -U postgres <"$work/roles.sql" >/dev/null 2>&1 || true
$beside exec -T database pg_restore -U postgres --exit-on-error --dbname=toetssteen <"$work/toetssteen.dump"
counts="select (select count(*) from toetssteen.organisation) || ' organisations, ' ||
  (select count(*) from toetssteen.submission) || ' submissions, last work ' ||
  coalesce((select max(at)::date::text from toetssteen.activity), 'never')"
echo "$latest holds $($beside exec -T database psql -At -U postgres toetssteen -c "$counts")."
