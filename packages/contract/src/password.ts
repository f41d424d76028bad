/** Length in UTF-16 units, as browsers count `maxlength`. The maximum keeps a flood of long passwords cheap to refuse. */
export const passwordLength = { min: 12, max: 128 } as const;
