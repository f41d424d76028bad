import { longestFileName } from "@toetssteen/contract";

/** What a name must not hold anywhere: direction marks and the invisible, with which it can pretend another ending. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
/** What Windows can't keep. */
const unkept = /[<>:"|?*]/g;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The name of a file as it may be kept and offered: one component, that every system takes. Never empty. */
export function cleanFileName(sent: string): string {
  const last = sent.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const bare = last
    .replaceAll(invisible, "")
    .normalize("NFC")
    .replaceAll(unkept, "_")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[. ]+/, "")
    .replace(/[. ]+$/, "");
  if (bare === "") return "bestand";
  return shortened(reservedOnWindows.test(bare) ? `_${bare}` : bare);
}

/** Cut before its ending, between characters. */
function shortened(name: string): string {
  if (name.length <= longestFileName) return name;
  const [ending = ""] = /\.[^.]{1,10}$/.exec(name) ?? [];
  const room = longestFileName - ending.length;
  return `${name
    .slice(0, room)
    .toWellFormed()
    .replace(/\uFFFD$/, "")}${ending}`;
}
