/** What is looked for: two words that not every text has. */
export const searchText = "laaggeletterdheid kinderopvang";
/** As many as a page of documents shows. */
export const evidenceOnPage = 50;
/** As many as a page of members shows. */
export const membersOnPage = 50;
