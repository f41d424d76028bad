/**
 * Who asks, as far as the request says. Nothing of it is checked here: the database turns the secret into rights
 * when the scope opens, or into none.
 */
export type Principal = (
  | { readonly kind: "nobody" }
  | { readonly kind: "session"; readonly token: string }
) & {
  /** Where they come from, in the one form that `networkOf` gives it; for sharing what is everybody's. */
  readonly address?: string;
};

export const nobody: Principal = { kind: "nobody" };

/** The text that goes into `app.principal`; empty for nobody. It is a secret and travels only as a bind parameter. */
export function principalSetting(principal: Principal): string {
  switch (principal.kind) {
    case "nobody":
      return "";
    case "session":
      return `session:${principal.token}`;
  }
}
