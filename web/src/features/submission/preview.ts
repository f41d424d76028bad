import type { SubmissionPreviewQuery } from "../../gql/graphql.ts";

/** What stands before submitting a norm. */
export type Preview = NonNullable<SubmissionPreviewQuery["submissionPreview"]>;
