/** A version of a file, or an object, of an organisation. */
export interface OfOrganisation {
  readonly organisationId: string;
  readonly id: string;
}

/** What a worker may know and say of files; see `migrating/file-functions.ts`. */
export interface FileRows {
  /** The object of a file that waits for its scan; null when it doesn't (any more). */
  quarantinedObject(file: OfOrganisation): Promise<string | null>;
  /** Files that should have been scanned by now. */
  overdueScans(): Promise<OfOrganisation[]>;
  settleScan(file: OfOrganisation, objectId: string, infected: boolean): Promise<void>;
  /** @returns how many uploads */
  forgetUploads(): Promise<number>;
  /** Those of these objects that no row knows. */
  unknownObjects(objects: readonly OfOrganisation[]): Promise<OfOrganisation[]>;
  close(): Promise<void>;
}
