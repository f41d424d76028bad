import { testPages } from "./usable.ts";

// A file of their own: two of them are looked at side by side.
testPages((route) => route.startsWith("/o/$organisation/"));
