/**
 * The hat in which this tab asks. It follows the address (`/o/:organisation`), so that two tabs can
 * act for two; the last one is kept for a visit that starts without an organisation.
 */
const kept = "toetssteen.hat";

/** An organisation or a mandate; their ids are made apart, and may be alike. */
interface Hat {
  readonly kind: "ORGANISATION" | "MANDATE";
  readonly id: string;
}

/** As the server takes it: `organisation:<id>`, `mandate:<id>`. */
export function hatText({ kind, id }: Hat): string {
  return `${kind.toLowerCase()}:${id}`;
}

/** An organisation as hat, where only its id is kept: with words that weren't sent yet, or a file that is being sent. */
export function organisationHat(id: string): string {
  return hatText({ kind: "ORGANISATION", id });
}

let current: string | null = null;

/**
 * Whom this document was made for. Somebody else may sign in with the same browser meanwhile; what is sent from here is
 * then refused, and never theirs.
 */
let person: string | null = null;

export function personNow(): string | null {
  return person;
}

export function belongTo(personId: string): void {
  person ??= personId;
}

export function hatNow(): string | null {
  return current;
}

export function actAs(hat: Hat): void {
  current = hatText(hat);
  try {
    localStorage.setItem(kept, current);
  } catch {
    // Without storage the next visit asks again.
  }
}

/** Whether somebody has worked in this browser for an organisation or a mandate. */
export function hasActed(): boolean {
  try {
    return localStorage.getItem(kept) !== null;
  } catch {
    return false;
  }
}

/** The one of these that was acted for last in this browser; the release before this one kept its id alone. */
export function lastOf<H extends Hat>(hats: readonly H[]): H | undefined {
  try {
    const last = localStorage.getItem(kept);
    return hats.find((hat) => hatText(hat) === last) ?? hats.find(({ id }) => id === last);
  } catch {
    return undefined;
  }
}
