import type { ErrorCode } from "./error-codes.ts";

/** How bad an error is for the person who sees it: mend the input, wait and try again, or tell whoever keeps the system. */
export type Severity = "refused" | "retry" | "fault";

interface ErrorText {
  readonly severity: Severity;
  readonly status: number;
  readonly nl: string;
  readonly en: string;
}

/**
 * Every error a person can meet, with the text on screen. `docs/errors.md` explains each; a test holds the two together.
 */
export const errors = {
  UNAUTHENTICATED: {
    severity: "refused",
    status: 401,
    nl: "Je bent niet (meer) ingelogd. Log in en ga verder waar je was.",
    en: "You are not signed in (any more). Sign in and carry on where you were.",
  },
  FORBIDDEN: {
    severity: "refused",
    status: 403,
    nl: "Dit kun je niet bekijken of doen met de rol die je nu hebt. Kies een andere rol of vraag je beheerder.",
    en: "You can't see or do this in your current role. Switch roles or ask your administrator.",
  },
  NOT_FOUND: {
    severity: "refused",
    status: 404,
    nl: "Dit bestaat niet, of het is niet voor jou te zien.",
    en: "This doesn't exist, or it isn't yours to see.",
  },
  INVALID_INPUT: {
    severity: "refused",
    status: 400,
    nl: "Er klopt iets niet aan wat je invulde. Bij het veld staat wat er wel kan.",
    en: "Something in what you entered isn't right. The field says what would be.",
  },
  NOT_APPLICABLE: {
    severity: "refused",
    status: 409,
    nl: "Deze indicator geldt nu niet voor jullie organisatie. Wat er stond, is bewaard.",
    en: "This indicator doesn't apply to your organisation now. What was there is kept.",
  },
  NOT_ANSWERED: {
    severity: "refused",
    status: 409,
    nl: "Nog niet alles heeft een ja of nee. Antwoord eerst op wat openstaat; daarna kun je indienen.",
    en: "Not everything has a ja or nee yet. Answer what is open first; then you can submit.",
  },
  NOTHING_WRITTEN: {
    severity: "refused",
    status: 409,
    nl: "Bij deze norm staat nog niets. Schrijf eerst iets, of koppel een bewijsstuk; daarna kun je indienen.",
    en: "Nothing is written for this standard yet. Write something first, or link a document; then you can submit.",
  },
  NOTHING_CHANGED: {
    severity: "refused",
    status: 409,
    nl: "Sinds de vorige keer is er niets veranderd. Auditors lezen al wat hier staat, dus opnieuw indienen hoeft niet.",
    en: "Nothing has changed since the last time. Auditors already read what stands here, so there is no need to submit again.",
  },
  ID_TAKEN: {
    severity: "refused",
    status: 409,
    nl: "Dit is al eerder verstuurd, maar met iets anders erin. Wat er toen stond, geldt. Laad de pagina opnieuw en kijk wat er nu staat.",
    en: "This was sent before, with something else in it. What it said then counts. Reload the page and see what is there now.",
  },
  CONFLICT_OF_INTEREST: {
    severity: "refused",
    status: 409,
    nl: "Deze auditor hoort zelf bij deze bibliotheek en kan haar daarom niet beoordelen. Kies een andere auditor.",
    en: "This auditor belongs to this library and therefore can't judge it. Choose another auditor.",
  },
  LAST_ADMINISTRATOR: {
    severity: "refused",
    status: 409,
    nl: "Dit is de laatste beheerder. Maak eerst iemand anders beheerder.",
    en: "This is the last administrator. Make somebody else administrator first.",
  },
  INVITATION_CLOSED: {
    severity: "refused",
    status: 409,
    nl: "Deze uitnodiging geldt niet (meer) voor jou. Vraag de beheerder om een nieuwe.",
    en: "This invitation is not (or no longer) for you. Ask the administrator for a new one.",
  },
  UPLOAD_INCOMPLETE: {
    severity: "retry",
    status: 409,
    nl: "Het bestand kwam niet heel over. Stuur het nog eens.",
    en: "The file didn't arrive whole. Send it again.",
  },
  UPLOAD_CLOSED: {
    severity: "refused",
    status: 409,
    nl: "Dit bestand is al helemaal ontvangen. Laad de pagina opnieuw.",
    en: "This file has been received already. Reload the page.",
  },
  FILE_NOT_ALLOWED: {
    severity: "refused",
    status: 415,
    nl: "Dit soort bestand kan hier niet. Wat wel kan: pdf, Word, Excel, PowerPoint, OpenDocument, afbeeldingen en platte tekst.",
    en: "This kind of file can't be kept here. What can: pdf, Word, Excel, PowerPoint, OpenDocument, images and plain text.",
  },
  FILE_MISNAMED: {
    severity: "refused",
    status: 415,
    nl: "In dit bestand staat gewone tekst, maar zijn naam zegt iets anders. Sla het op als txt, of maak er een echte pdf van.",
    en: "This file holds plain text, but its name says something else. Save it as txt, or make a real pdf of it.",
  },
  FILE_NOT_READY: {
    severity: "retry",
    status: 409,
    nl: "Dit bestand wordt nog nagekeken op virussen. Probeer het zo opnieuw.",
    en: "This file is still being checked for viruses. Try again shortly.",
  },
  FILE_INFECTED: {
    severity: "refused",
    status: 409,
    nl: "In dit bestand zit een virus. Het is niet bewaard. Verwijder het hier en kijk je computer na.",
    en: "There is a virus in this file. It wasn't kept. Remove it here and have your computer checked.",
  },
  FILE_LOST: {
    severity: "refused",
    status: 410,
    nl: "Dit bestand is er niet meer. Voeg het opnieuw toe, of vraag je beheerder om het terug te zetten.",
    en: "This file no longer exists. Add it again, or ask your administrator to have it put back.",
  },
  STORAGE_UNAVAILABLE: {
    severity: "retry",
    status: 503,
    nl: "Bestanden kunnen nu niet worden bewaard of gelezen. Er is niets half bewaard. Probeer het later opnieuw.",
    en: "Files can't be stored or read right now. Nothing was half saved. Try again later.",
  },
  PRINT_TOO_LARGE: {
    severity: "refused",
    status: 413,
    nl: "Dit is te groot of te ingewikkeld om in één keer te maken. Download het per norm. Is dit al één norm? Kort dan de langste teksten in, of haal lange rijen bijzondere tekens eruit.",
    en: "This is too large or too complicated to make in one go. Download it one standard at a time. Is this one standard already? Then shorten the longest texts, or take out long rows of special characters.",
  },
  INVALID_CREDENTIALS: {
    severity: "refused",
    status: 401,
    nl: "Dit e-mailadres en wachtwoord horen niet bij elkaar.",
    en: "This e-mail address and password don't belong together.",
  },
  TOO_MANY_ATTEMPTS: {
    severity: "retry",
    status: 429,
    nl: "Dit is te vaak geprobeerd. Wacht een tijdje en probeer het opnieuw.",
    en: "This was tried too often. Wait a while and try again.",
  },
  TOO_MANY_MAILS: {
    severity: "retry",
    status: 429,
    nl: "Er is vandaag al veel mail verstuurd. Probeer het over een uur nog eens; lukt het dan niet, dan morgen.",
    en: "A lot of mail has been sent today. Try again in an hour; if that doesn't work, tomorrow.",
  },
  INVALID_CODE: {
    severity: "refused",
    status: 400,
    nl: "Deze code klopt niet of is al gebruikt. Wacht op de volgende code en probeer het opnieuw.",
    en: "This code isn't right or has been used before. Wait for the next one and try again.",
  },
  WRONG_PASSWORD: {
    severity: "refused",
    status: 400,
    nl: "Dit is niet je huidige wachtwoord.",
    en: "This isn't your current password.",
  },
  SIGN_IN_AGAIN: {
    severity: "refused",
    status: 401,
    nl: "Dit duurde te lang of de code klopte te vaak niet. Begin opnieuw met je e-mailadres en wachtwoord.",
    en: "This took too long, or the code was wrong too often. Start again with your e-mail address and password.",
  },
  SIGN_IN_FIRST: {
    severity: "refused",
    status: 409,
    nl: "Je hebt al een account met dit e-mailadres. Log eerst in en open de uitnodiging dan opnieuw.",
    en: "You already have an account with this e-mail address. Sign in first, then open the invitation again.",
  },
  LINK_EXPIRED: {
    severity: "refused",
    status: 410,
    nl: "Deze link is verlopen of al gebruikt. Vraag een nieuwe aan.",
    en: "This link has expired or was used before. Ask for a new one.",
  },
  SECOND_FACTOR_CHANGED: {
    severity: "refused",
    status: 409,
    nl: "De tweede stap bij het inloggen staat nu anders dan op deze pagina. Laad de pagina opnieuw.",
    en: "The second step of signing in is set differently now than on this page. Reload the page.",
  },
  ACCOUNT_BLOCKED: {
    severity: "refused",
    status: 403,
    nl: "Dit account is geblokkeerd. Neem contact op met wie Toetssteen voor jullie beheert.",
    en: "This account is blocked. Contact whoever runs Toetssteen for you.",
  },
  FOREIGN_ORIGIN: {
    severity: "refused",
    status: 403,
    nl: "Dit verzoek komt van een andere website en is niet uitgevoerd.",
    en: "This request came from another website and wasn't carried out.",
  },
  UNKNOWN_DOCUMENT: {
    severity: "refused",
    status: 400,
    nl: "Deze versie van de pagina is verouderd. Laad de pagina opnieuw; wat je typte, is bewaard.",
    en: "This version of the page is out of date. Reload it; what you typed is kept.",
  },
  INVALID_DOCUMENT: {
    severity: "refused",
    status: 400,
    nl: "Dit verzoek is niet goed opgebouwd.",
    en: "This request isn't well formed.",
  },
  BUSY: {
    severity: "retry",
    status: 503,
    nl: "Het is nu te druk. We proberen het zo opnieuw; wat je typte, is bewaard.",
    en: "It's too busy now. We'll try again shortly; what you typed is kept.",
  },
  INTERNAL: {
    severity: "fault",
    status: 500,
    nl: "Er ging bij ons iets mis. Er is niets half bewaard. Probeer het opnieuw.",
    en: "Something went wrong on our side. Nothing was half saved. Try again.",
  },
} as const satisfies Record<ErrorCode, ErrorText>;
