/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Viewer {\n  viewer {\n    person {\n      id\n      name\n      email\n    }\n    hats {\n      id\n      kind\n      library\n      name\n      roles\n    }\n  }\n}": typeof types.ViewerDocument,
    "mutation AnswerIndicator($input: AnswerIndicatorInput!) {\n  answerIndicator(input: $input) {\n    ... on IndicatorAnswered {\n      answer {\n        id\n        ...Answer\n      }\n    }\n    ... on IndicatorAnswerConflict {\n      current {\n        id\n        ...Answer\n      }\n    }\n  }\n}\n\nfragment Answer on IndicatorAnswer {\n  id\n  verdict\n  explanation\n  version\n  workState\n  canAnswer\n  changedAt\n  assignee {\n    personId\n    name\n  }\n  changedBy {\n    personId\n    name\n  }\n}": typeof types.AnswerIndicatorDocument,
    "query NormPage($organisationId: ID!, $norm: String!, $locale: Locale!) {\n  selfEvaluation(organisationId: $organisationId) {\n    organisation {\n      id\n    }\n    cycle {\n      id\n    }\n    norm(code: $norm) {\n      code\n      wording(locale: $locale)\n      title(locale: $locale)\n      question(locale: $locale)\n      indicators {\n        code\n        ...IndicatorText\n        answer {\n          id\n          ...Answer\n        }\n      }\n      questions {\n        code\n        ...QuestionText\n      }\n    }\n  }\n}\n\nfragment IndicatorText on IndicatorEvaluation {\n  code\n  statement(locale: $locale)\n  guidance(locale: $locale)\n  placeholder(locale: $locale)\n}\n\nfragment QuestionText on AssessmentQuestion {\n  code\n  title(locale: $locale)\n  statement(locale: $locale)\n  derived(locale: $locale)\n  slots {\n    code\n    label(locale: $locale)\n  }\n}": typeof types.NormPageDocument,
    "query Overview($organisationId: ID!, $locale: Locale!) {\n  selfEvaluation(organisationId: $organisationId) {\n    organisation {\n      id\n      name\n    }\n    cycle {\n      id\n      ...CycleDates\n    }\n    norms {\n      code\n      title(locale: $locale)\n      ...NormProgress\n      indicators {\n        code\n        answer {\n          id\n          ...AnswerWork\n        }\n      }\n    }\n  }\n}\n\nfragment CycleDates on Cycle {\n  id\n  certificateExpiresOn\n  announcedQuarter\n  auditOn\n  submitBefore\n}\n\nfragment NormProgress on NormEvaluation {\n  code\n  workStates {\n    state\n    count\n  }\n}\n\nfragment AnswerWork on IndicatorAnswer {\n  id\n  workState\n  canAnswer\n  changedAt\n  assignee {\n    personId\n    name\n  }\n  changedBy {\n    personId\n    name\n  }\n}": typeof types.OverviewDocument,
};
const documents: Documents = {
    "query Viewer {\n  viewer {\n    person {\n      id\n      name\n      email\n    }\n    hats {\n      id\n      kind\n      library\n      name\n      roles\n    }\n  }\n}": types.ViewerDocument,
    "mutation AnswerIndicator($input: AnswerIndicatorInput!) {\n  answerIndicator(input: $input) {\n    ... on IndicatorAnswered {\n      answer {\n        id\n        ...Answer\n      }\n    }\n    ... on IndicatorAnswerConflict {\n      current {\n        id\n        ...Answer\n      }\n    }\n  }\n}\n\nfragment Answer on IndicatorAnswer {\n  id\n  verdict\n  explanation\n  version\n  workState\n  canAnswer\n  changedAt\n  assignee {\n    personId\n    name\n  }\n  changedBy {\n    personId\n    name\n  }\n}": types.AnswerIndicatorDocument,
    "query NormPage($organisationId: ID!, $norm: String!, $locale: Locale!) {\n  selfEvaluation(organisationId: $organisationId) {\n    organisation {\n      id\n    }\n    cycle {\n      id\n    }\n    norm(code: $norm) {\n      code\n      wording(locale: $locale)\n      title(locale: $locale)\n      question(locale: $locale)\n      indicators {\n        code\n        ...IndicatorText\n        answer {\n          id\n          ...Answer\n        }\n      }\n      questions {\n        code\n        ...QuestionText\n      }\n    }\n  }\n}\n\nfragment IndicatorText on IndicatorEvaluation {\n  code\n  statement(locale: $locale)\n  guidance(locale: $locale)\n  placeholder(locale: $locale)\n}\n\nfragment QuestionText on AssessmentQuestion {\n  code\n  title(locale: $locale)\n  statement(locale: $locale)\n  derived(locale: $locale)\n  slots {\n    code\n    label(locale: $locale)\n  }\n}": types.NormPageDocument,
    "query Overview($organisationId: ID!, $locale: Locale!) {\n  selfEvaluation(organisationId: $organisationId) {\n    organisation {\n      id\n      name\n    }\n    cycle {\n      id\n      ...CycleDates\n    }\n    norms {\n      code\n      title(locale: $locale)\n      ...NormProgress\n      indicators {\n        code\n        answer {\n          id\n          ...AnswerWork\n        }\n      }\n    }\n  }\n}\n\nfragment CycleDates on Cycle {\n  id\n  certificateExpiresOn\n  announcedQuarter\n  auditOn\n  submitBefore\n}\n\nfragment NormProgress on NormEvaluation {\n  code\n  workStates {\n    state\n    count\n  }\n}\n\nfragment AnswerWork on IndicatorAnswer {\n  id\n  workState\n  canAnswer\n  changedAt\n  assignee {\n    personId\n    name\n  }\n  changedBy {\n    personId\n    name\n  }\n}": types.OverviewDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    person {\n      id\n      name\n      email\n    }\n    hats {\n      id\n      kind\n      library\n      name\n      roles\n    }\n  }\n}"): (typeof documents)["query Viewer {\n  viewer {\n    person {\n      id\n      name\n      email\n    }\n    hats {\n      id\n      kind\n      library\n      name\n      roles\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AnswerIndicator($input: AnswerIndicatorInput!) {\n  answerIndicator(input: $input) {\n    ... on IndicatorAnswered {\n      answer {\n        id\n        ...Answer\n      }\n    }\n    ... on IndicatorAnswerConflict {\n      current {\n        id\n        ...Answer\n      }\n    }\n  }\n}\n\nfragment Answer on IndicatorAnswer {\n  id\n  verdict\n  explanation\n  version\n  workState\n  canAnswer\n  changedAt\n  assignee {\n    personId\n    name\n  }\n  changedBy {\n    personId\n    name\n  }\n}"): (typeof documents)["mutation AnswerIndicator($input: AnswerIndicatorInput!) {\n  answerIndicator(input: $input) {\n    ... on IndicatorAnswered {\n      answer {\n        id\n        ...Answer\n      }\n    }\n    ... on IndicatorAnswerConflict {\n      current {\n        id\n        ...Answer\n      }\n    }\n  }\n}\n\nfragment Answer on IndicatorAnswer {\n  id\n  verdict\n  explanation\n  version\n  workState\n  canAnswer\n  changedAt\n  assignee {\n    personId\n    name\n  }\n  changedBy {\n    personId\n    name\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query NormPage($organisationId: ID!, $norm: String!, $locale: Locale!) {\n  selfEvaluation(organisationId: $organisationId) {\n    organisation {\n      id\n    }\n    cycle {\n      id\n    }\n    norm(code: $norm) {\n      code\n      wording(locale: $locale)\n      title(locale: $locale)\n      question(locale: $locale)\n      indicators {\n        code\n        ...IndicatorText\n        answer {\n          id\n          ...Answer\n        }\n      }\n      questions {\n        code\n        ...QuestionText\n      }\n    }\n  }\n}\n\nfragment IndicatorText on IndicatorEvaluation {\n  code\n  statement(locale: $locale)\n  guidance(locale: $locale)\n  placeholder(locale: $locale)\n}\n\nfragment QuestionText on AssessmentQuestion {\n  code\n  title(locale: $locale)\n  statement(locale: $locale)\n  derived(locale: $locale)\n  slots {\n    code\n    label(locale: $locale)\n  }\n}"): (typeof documents)["query NormPage($organisationId: ID!, $norm: String!, $locale: Locale!) {\n  selfEvaluation(organisationId: $organisationId) {\n    organisation {\n      id\n    }\n    cycle {\n      id\n    }\n    norm(code: $norm) {\n      code\n      wording(locale: $locale)\n      title(locale: $locale)\n      question(locale: $locale)\n      indicators {\n        code\n        ...IndicatorText\n        answer {\n          id\n          ...Answer\n        }\n      }\n      questions {\n        code\n        ...QuestionText\n      }\n    }\n  }\n}\n\nfragment IndicatorText on IndicatorEvaluation {\n  code\n  statement(locale: $locale)\n  guidance(locale: $locale)\n  placeholder(locale: $locale)\n}\n\nfragment QuestionText on AssessmentQuestion {\n  code\n  title(locale: $locale)\n  statement(locale: $locale)\n  derived(locale: $locale)\n  slots {\n    code\n    label(locale: $locale)\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Overview($organisationId: ID!, $locale: Locale!) {\n  selfEvaluation(organisationId: $organisationId) {\n    organisation {\n      id\n      name\n    }\n    cycle {\n      id\n      ...CycleDates\n    }\n    norms {\n      code\n      title(locale: $locale)\n      ...NormProgress\n      indicators {\n        code\n        answer {\n          id\n          ...AnswerWork\n        }\n      }\n    }\n  }\n}\n\nfragment CycleDates on Cycle {\n  id\n  certificateExpiresOn\n  announcedQuarter\n  auditOn\n  submitBefore\n}\n\nfragment NormProgress on NormEvaluation {\n  code\n  workStates {\n    state\n    count\n  }\n}\n\nfragment AnswerWork on IndicatorAnswer {\n  id\n  workState\n  canAnswer\n  changedAt\n  assignee {\n    personId\n    name\n  }\n  changedBy {\n    personId\n    name\n  }\n}"): (typeof documents)["query Overview($organisationId: ID!, $locale: Locale!) {\n  selfEvaluation(organisationId: $organisationId) {\n    organisation {\n      id\n      name\n    }\n    cycle {\n      id\n      ...CycleDates\n    }\n    norms {\n      code\n      title(locale: $locale)\n      ...NormProgress\n      indicators {\n        code\n        answer {\n          id\n          ...AnswerWork\n        }\n      }\n    }\n  }\n}\n\nfragment CycleDates on Cycle {\n  id\n  certificateExpiresOn\n  announcedQuarter\n  auditOn\n  submitBefore\n}\n\nfragment NormProgress on NormEvaluation {\n  code\n  workStates {\n    state\n    count\n  }\n}\n\nfragment AnswerWork on IndicatorAnswer {\n  id\n  workState\n  canAnswer\n  changedAt\n  assignee {\n    personId\n    name\n  }\n  changedBy {\n    personId\n    name\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;