import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { finishUpload, setFileRemoved, startUpload } from "./evidence-file.service.ts";
import { FinishUploadInput, RemoveFileInput, StartUploadInput } from "./evidence.input.ts";
import { EvidenceFile } from "./evidence-file.type.ts";

@Resolver()
export class EvidenceFileResolver {
  @Mutation(() => EvidenceFile, {
    description: "Makes room for a file; its bytes are then sent by PUT to /files/<id>.",
  })
  @Needs("evidence.write")
  startUpload(
    @Arg("input", () => StartUploadInput) input: StartUploadInput,
    @Ctx() { scope }: Context,
  ): Promise<EvidenceFile> {
    return startUpload(scope, input);
  }

  @Mutation(() => EvidenceFile, { description: "Takes a file of which all bytes came." })
  @Needs("evidence.write")
  finishUpload(
    @Arg("input", () => FinishUploadInput) input: FinishUploadInput,
    @Ctx() context: Context,
  ): Promise<EvidenceFile> {
    return finishUpload(context, input);
  }

  @Mutation(() => EvidenceFile, {
    description: "Removes a file with its versions, or brings it back.",
  })
  @Needs("evidence.write")
  removeFile(
    @Arg("input", () => RemoveFileInput) input: RemoveFileInput,
    @Ctx() { scope }: Context,
  ): Promise<EvidenceFile> {
    return setFileRemoved(scope, input);
  }
}
