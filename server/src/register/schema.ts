import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AccessLogResolver } from "../access-log/access-log.resolver.ts";
import { ActivityResolver } from "../activity/activity.resolver.ts";
import { CommentResolver } from "../comment/comment.resolver.ts";
import { WorkResolver } from "../work/work.resolver.ts";
import { EvidenceFileResolver } from "../evidence/evidence-file.resolver.ts";
import { EvidenceResolver } from "../evidence/evidence.resolver.ts";
import { SeveralDocumentsResolver } from "../evidence/several.resolver.ts";
import { SearchResolver } from "../search/search.resolver.ts";
import { HistoryResolver } from "../history/history.resolver.ts";
import { LibraryProfileResolver } from "../library-profile/library-profile.resolver.ts";
import { InvitationResolver } from "../membership/invitation.resolver.ts";
import { MembersResolver } from "../membership/membership.resolver.ts";
import { PassageResolver } from "../passage/passage.resolver.ts";
import { PlanResolver } from "../plan/plan.resolver.ts";
import { DiscussionResolver } from "../discussion/discussion.resolver.ts";
import { OverseenResolver } from "../oversight/overseen.resolver.ts";
import { OversightResolver } from "../oversight/oversight.resolver.ts";
import { PlanningResolver } from "../planning/planning.resolver.ts";
import { IndicatorAnswerResolver } from "../self-evaluation/indicator-answer.resolver.ts";
import { SelfEvaluationResolver } from "../self-evaluation/self-evaluation.resolver.ts";
import { ReadingResolver } from "../submission/reading.resolver.ts";
import { SubmissionResolver } from "../submission/submission.resolver.ts";
import { ViewerResolver } from "../membership/viewer.resolver.ts";
import { withoutRule } from "../graphql/access.ts";
import { withCheckedArguments } from "../graphql/arguments.ts";
import { readDirectly } from "../graphql/direct-fields.ts";
import { nameTypesAtOnce } from "../graphql/type-names.ts";

/**
 * The schema that is served.
 * @throws when a type or root field has no rule of access, so that a server with a hole in it does not start
 */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ViewerResolver,
      MembersResolver,
      InvitationResolver,
      LibraryProfileResolver,
      SelfEvaluationResolver,
      IndicatorAnswerResolver,
      WorkResolver,
      CommentResolver,
      PassageResolver,
      PlanResolver,
      DiscussionResolver,
      EvidenceResolver,
      EvidenceFileResolver,
      SeveralDocumentsResolver,
      HistoryResolver,
      SearchResolver,
      ActivityResolver,
      OversightResolver,
      OverseenResolver,
      SubmissionResolver,
      ReadingResolver,
      PlanningResolver,
      AccessLogResolver,
    ],
    validate: false,
  });
  readDirectly(schema);
  nameTypesAtOnce(schema);
  const missing = withoutRule(schema);
  if (missing.length > 0) throw new Error(`No rule of access for ${missing.join(", ")}.`);
  return withCheckedArguments(schema);
}
