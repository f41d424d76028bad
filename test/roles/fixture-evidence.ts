import { randomUUID } from "node:crypto";
import type { Library, Person, World } from "../support/scenario.ts";

/** Ids of what the library has of evidence. */
export const shelf = {
  item: randomUUID(),
  removedLink: randomUUID(),
  use: randomUUID(),
  file: randomUUID(),
};

const sha256 = "0".repeat(64);

/** An item with files in every state and uses beside every kind of part; a link beside a norm, and one that was removed. */
export async function fillEvidence(
  world: World,
  library: Library,
  colleague: Person,
): Promise<void> {
  const add = (id: string, kind: string, url: string | null, removed: boolean) =>
    world.rows(
      `insert into toetssteen.evidence (organisation_id, id, kind, title, url, about_from, about_to, sharing,
         personal_data_note, added_at, added_by, changed_by, removed_at)
       values ($1, $2, $3, 'Overzicht van partners', $4, '2098-01-01', '2098-12-31', 'shared', 'Alleen namen van bestuurders.',
         now() + interval '1 hour', $5, $5, case when $6 then now() end)`,
      [library.id, id, kind, url, colleague.id, removed],
    );
  await add(shelf.item, "files", null, false);
  await add(shelf.removedLink, "link", "https://waterlinie.example/partners", true);
  const policy = randomUUID();
  await add(policy, "link", "https://waterlinie.example/beleid", false);
  await world.rows(
    "update toetssteen.evidence set added_at = now() where organisation_id = $1 and url like '%beleid'",
    [library.id],
  );
  for (const id of [shelf.item, shelf.removedLink])
    for (const [part, slot] of [
      ["4", null],
      ["4.1", null],
      ["4.V1", "4.V1.overzicht-partners"],
    ])
      await world.rows(
        `insert into toetssteen.evidence_use (organisation_id, id, evidence_id, cycle_id, part, slot, page, added_by)
         values ($1, $2, $3, $4, $5, $6, 'Bladzijde 4', $7)`,
        [
          library.id,
          id === shelf.item && part === "4.1" ? shelf.use : randomUUID(),
          id,
          library.cycleId,
          part,
          slot,
          colleague.id,
        ],
      );
  await world.rows(
    `insert into toetssteen.evidence_use (organisation_id, id, evidence_id, cycle_id, part, page, added_by)
     values ($1, $2, $3, $4, '4', '', $5)`,
    [library.id, randomUUID(), policy, library.cycleId, colleague.id],
  );
  const store = (id: string, firstId: string | null, state: string, removed: boolean) =>
    world.rows(
      `insert into toetssteen.evidence_file (organisation_id, id, evidence_id, first_id, position, name, size, state,
         refused_for, media_type, sha256, object_id, uploaded_by, removed_at)
       values ($1, $2, $3, $4, 0, 'partners.pdf', 12, $5, case when $5 = 'refused' then 'FILE_INFECTED' end,
         'application/pdf', $6, $2, $7, case when $8 then now() end)`,
      [library.id, id, shelf.item, firstId, state, sha256, colleague.id, removed],
    );
  await store(shelf.file, null, "ready", false);
  await store(randomUUID(), shelf.file, "refused", false);
  await store(randomUUID(), null, "ready", true);
}

/** An upload of which all bytes came, waiting to be finished by who began it. */
export async function uploaded(
  world: World,
  library: Library,
  by: Person,
  id: string,
): Promise<void> {
  await world.rows(
    `insert into toetssteen.evidence_file (organisation_id, id, evidence_id, position, name, size, media_type, sha256,
       object_id, uploaded_by)
     values ($1, $2, $3, 1, 'partners.pdf', 12, 'application/pdf', $4, $2, $5) on conflict do nothing`,
    [library.id, id, shelf.item, sha256, by.id],
  );
}
