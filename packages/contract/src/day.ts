import * as z from "zod/mini";
import { firstDay, lastDay } from "./limits.ts";

/** A day that people agree on or write about; further away is a slip of the keyboard. */
export const day = z.pipe(
  z.iso.date("Een dag die bestaat, zoals 2027-03-01."),
  z
    .string()
    .check(
      z.refine(
        (text) => text >= firstDay && text <= lastDay,
        `Een dag van ${firstDay} tot en met ${lastDay}.`,
      ),
    ),
);
