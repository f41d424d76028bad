import type { TextHistoryQuery } from "../../gql/graphql.ts";

export type Version = TextHistoryQuery["history"]["entries"][number];
