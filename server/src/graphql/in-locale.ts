import { Arg } from "type-graphql";
import { localeEnum } from "./enums.ts";

/** The argument of a field whose words are there in each language of the norms; Dutch where nothing is asked. */
export const InLocale = () => Arg("locale", () => localeEnum, { defaultValue: localeEnum.NL });
