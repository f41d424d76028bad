/**
 * The hat in which this tab asks. It follows the address (`/o/:organisation`), so that two tabs can
 * wear two hats; the last one worn is kept for a visit that starts without an organisation.
 */
const kept = "toetssteen.hat";

let worn: string | null = null;

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
  return worn;
}

export function wear(hat: string): void {
  worn = hat;
  try {
    localStorage.setItem(kept, hat);
  } catch {
    // Without storage the next visit asks again.
  }
}

export function lastWorn(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}
