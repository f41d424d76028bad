import { createContext, use } from "react";

/** Where in the house a page of the self-evaluation is, and who works there. The same for all that stands on the page. */
export interface DossierPlace {
  readonly organisationId: string;
  readonly cycleId: string;
  readonly personId: string;
  /** What is written later than it was typed is sent under the hat of this page. */
  readonly hat: string;
}

export const DossierPlaceContext = createContext<DossierPlace | null>(null);

/** @throws outside a page of the self-evaluation */
export function useDossierPlace(): DossierPlace {
  const place = use(DossierPlaceContext);
  if (place === null) throw new Error("This belongs on a page of the self-evaluation.");
  return place;
}
