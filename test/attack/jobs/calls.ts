import { taskNames } from "@toetssteen/server/jobs/task-names";
import type { Fixture } from "../../roles/fixture.ts";
import type { Remote } from "../remote.ts";

/** One call of a function of the database. */
export interface Call {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * Calls of every function of ours that a role may call and that touches the queue or is the workers' own: in another
 * organisation's name where it takes two ids, with what the library has in every other place.
 * @param theirs ids of the library, beside those of its fixture
 */
export async function callsTo(
  { world, library, personas, ids, owner }: Fixture<Remote>,
  role: "toetssteen_app" | "toetssteen_worker",
  ...theirs: readonly string[]
): Promise<Call[]> {
  const functions = await world.rows<{ name: string; types: string[] }>(
    `select p.oid::regproc::text as name,
       array(select format_type(t, null) from unnest(p.proargtypes) with ordinality u (t, place) order by place) as types
     from pg_proc p
     where p.pronamespace = 'tenancy'::regnamespace and p.prosecdef and has_function_privilege($1, p.oid, 'execute')
       and ($1 = 'toetssteen_worker' or p.prosrc ~ '(enqueue|add_job)')
     order by 1`,
    [role],
  );
  const stranger = personas["coordinator of another library"].person?.organisationId ?? "";
  const known = [...theirs, library.id, owner.id, ids.submission, ids.oversight, ids.mandate];
  const valueOf = (type: string, id: string, isFirstOfTwo: boolean): unknown => {
    switch (type) {
      case "uuid":
        return isFirstOfTwo ? stranger : id;
      case "uuid[]":
        return [isFirstOfTwo ? stranger : id];
      case "text":
        return taskNames[0];
      case "bigint":
        return 0;
      case "boolean":
        return true;
      case "jsonb":
        return JSON.stringify(mention);
      default:
        throw new Error(`Say in test/attack/jobs/calls.ts what a ${type} is.`);
    }
  };
  return functions.flatMap(({ name, types }) => {
    const areIds = types.filter((type) => type.startsWith("uuid")).length;
    return (areIds === 0 ? known.slice(0, 1) : known).map((id, turn) => ({
      name: areIds === 0 ? name : `${name} (${turn + 1})`,
      sql: `select * from ${name}(${types.map((type, place) => `$${place + 1}::${type}`).join(", ")})`,
      values: types.map((type, place) => valueOf(type, id, areIds > 1 && place === 0)),
    }));
  });
}

/** To nobody: whom a mail goes to is the database's to say, or the caller's own choice. */
const mention = {
  template: "mention",
  to: "iemand@elders.example",
  locale: "nl",
  values: { name: "Iemand", author: "x", organisationName: "x", part: "4.1", page: "/" },
};
