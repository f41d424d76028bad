/**
 * A text as `fold` of the contract makes it, by the database. The columns `folded` hold the same expression, written out
 * in their migration; a test holds all three to each other.
 */
export const foldedSql = (text: string): string =>
  `regexp_replace(translate(replace(replace(replace(replace(lower(regexp_replace(normalize(translate(${text}, '\`´', ''), NFKD),
    '[''"\\u2018-\\u201f\\u2032-\\u2037\\u2039\\u203a\\u00ab\\u00bb\\u02b9-\\u02bf\\u02c8\\u00ad\\u0300-\\u036f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff]', '', 'g')
    collate "pg_c_utf8"), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ςøđðłħŧı‐‑‒–—―−⁃', 'σoddlhti--------'),
    '(?<=[0-9])\\.(?=[0-9]{3}(?![0-9]))', '', 'g')`;

/** The order of names, after {@link foldedSql}: numbers in names by what they count. */
export const byName = "collate toetssteen.by_name";
