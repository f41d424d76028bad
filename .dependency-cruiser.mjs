/**
 * The structure of the house, held for every import, those of types too: what stands lower on a list knows nothing of
 * what stands above it, what stands together on a line knows nothing of each other, and nothing goes round in a circle.
 * `docs/architecture.md` tells why; `npm run structure` draws it.
 */

/** Concepts; each may use another, but for a circle. Only the register and entrances know all of them. */
const slices = [
  "access-log",
  "activity",
  "comment",
  "discussion",
  "evidence",
  "files",
  "history",
  "library-profile",
  "membership",
  "organisation",
  "oversight",
  "passage",
  "plan",
  "planning",
  "printing",
  "search",
  "self-evaluation",
  "submission",
  "work",
];

const server = layersIn("server/src/", [
  {
    name: "programs",
    files: ["main", "migrate", "worker", "make-ready"],
    folders: ["operator"],
    together: true,
  },
  { name: "entrance", folders: ["entrance"] },
  { name: "demo", folders: ["demo"] },
  { name: "register, worker", folders: ["register", "worker"] },
  { name: "concepts", folders: slices, together: true },
  { name: "migrating, embedded", folders: ["migrating", "embedded"] },
  { name: "identity, installation, norms", folders: ["identity", "installation", "norms"] },
  { name: "graphql, jobs", folders: ["graphql", "jobs"] },
  { name: "tenancy, mail, watch", folders: ["tenancy", "mail", "watch"] },
  {
    name: "rights, persistence, storage, log",
    folders: ["rights", "persistence", "storage", "log"],
  },
  {
    name: "base",
    files: ["end-signals", "env", "node-version", "refusal", "start-error"],
    folders: ["addresses"],
    together: true,
  },
]);

const web = layersIn("web/src/", [
  {
    name: "routes",
    files: ["main", "router", "routeTree\\.gen"],
    folders: ["routes"],
    together: true,
  },
  { name: "features", folders: ["features"] },
  { name: "ui", folders: ["ui"] },
  { name: "i18n", folders: ["i18n"], together: true },
  {
    name: "network, address, spreadsheet",
    files: ["environment\\.d"],
    folders: ["network", "address", "spreadsheet", "gql"],
    together: true,
  },
]);

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {readonly string[]} folders
 * @property {readonly string[]} [files] without their ending
 * @property {boolean} [together] whether what is in it may use each other
 */

/** @param {string} root @param {readonly Layer[]} layers from the highest to the lowest */
function layersIn(root, layers) {
  const path = (/** @type {readonly string[]} */ names) => `^${root}(?:${names.join("|")})`;
  const unlisted = {
    name: "every file stands on a layer",
    severity: "error",
    from: { path: `^${root}`, pathNot: path(layers.flatMap(parts)) },
    to: {},
  };
  const rules = layers.flatMap((layer, at) => {
    const above = layers.slice(0, at).flatMap(parts);
    const up = {
      name: `${layer.name} is used by what stands above`,
      severity: "error",
      from: { path: path(parts(layer)) },
      to: { path: path(above) },
    };
    const aside = parts(layer).map((part) => ({
      name: `${layer.name} don't use each other`,
      severity: "error",
      from: { path: path([part]) },
      to: { path: path(parts(layer)), pathNot: path([part]) },
    }));
    return [...(above.length > 0 ? [up] : []), ...(layer.together ? [] : aside)];
  });
  return [unlisted, ...rules];
}

/** @param {Layer} layer @returns {string[]} the beginnings of the paths in it */
function parts({ folders, files = [] }) {
  return [...folders.map((folder) => `${folder}/`), ...files.map((file) => `${file}\\.tsx?$`)];
}

export default {
  forbidden: [
    {
      name: "scopes are opened by the gate alone",
      severity: "error",
      from: { path: "^server/src/", pathNot: "^server/src/(?:tenancy|demo|entrance/app\\.ts)" },
      to: { path: "^server/src/tenancy/scope\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    { name: "no circle", severity: "error", from: {}, to: { circular: true } },
    ...server,
    ...web,
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    exclude: { path: "\\.test\\.tsx?$|/dist/|/dist-types/|\\.po\\b|\\.css$" },
    doNotFollow: { path: "node_modules" },
  },
};
