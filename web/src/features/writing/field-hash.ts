/** By which a link finds the box of a part, or of the cycle as a whole: `veld-4.1-plan`. */
export function fieldHash(part: string | null, field: string): string {
  return ["veld", part, field.toLowerCase()].filter(Boolean).join("-");
}
