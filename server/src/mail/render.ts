import { asFragment, asHtml, asText, type Content, type Locale } from "./content.ts";
import { type Mail, templates } from "./mail.ts";

/** A mail as it is read. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The inside of `html`. */
  readonly fragment: string;
}

const closing: Readonly<Record<Locale, (publicUrl: string) => string>> = {
  nl: (publicUrl) =>
    `Deze mail komt van Toetssteen (${publicUrl}). Je kunt hem niet beantwoorden. Heb je een vraag, stel hem dan aan de beheerder van je organisatie.`,
  en: (publicUrl) =>
    `This mail comes from Toetssteen (${publicUrl}). You can't reply to it. If you have a question, ask the administrator of your organisation.`,
};

/** @param publicUrl the origin that people see; every link leads there */
export function render({ template, locale, values }: Mail, publicUrl: string): Rendered {
  const { subject, blocks } = templates[template].compose(locale, values);
  const content: Content = { subject, blocks: [...blocks, closing[locale](publicUrl)] };
  const fragment = asFragment(content, publicUrl);
  return {
    subject,
    text: asText(content, publicUrl),
    html: asHtml(locale, subject, fragment),
    fragment,
  };
}
