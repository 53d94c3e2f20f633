/** Packages that must never reach a browser: they hold connections, secrets or files. */
const SERVER_PACKAGES =
  "node_modules/(better-sqlite3|kysely|pg|bullmq|ioredis|better-auth|nodemailer|pino|prom-client|csv-parse|csv-stringify|sirv|uuid|tsx|vite|@remix-run/(node|dev|node-fetch-server|form-data-parser))/";

/** What is shipped to the browser as it stands. Routes and the root are shipped without their server half: the bundle test looks at those. */
const SHIPPED = "^app/(ui/|schemas/|domain/|entry\\.client)";

/** The only two places that know which adapter is real. */
const CONTAINERS = "^(app/container\\.server\\.ts|jobs/container\\.ts)$";

const FORBIDDEN = [
  {
    name: "no-circular",
    comment: "Two modules that need each other are one module, or a third one is missing.",
    from: {},
    to: { circular: true },
  },
  {
    name: "domain-is-pure",
    comment: "The domain decides; it imports nothing but the domain, so it can be read and tested alone.",
    from: { path: "^app/domain/" },
    to: { pathNot: ["^app/domain/", "node_modules/temporal-polyfill/"] },
  },
  {
    name: "only-zones-knows-temporal",
    comment: "kernel/zones.ts is the one place that turns local time into instants.",
    from: { path: "^(app|db|jobs)/", pathNot: "^app/domain/kernel/zones\\.ts$" },
    to: { path: "node_modules/temporal-polyfill/" },
  },
  {
    name: "ports-are-types",
    comment: "A port is the shape of something outside; it imports types of the domain, of other ports and of outside packages only.",
    from: { path: "^app/ports/" },
    to: { pathNot: "^app/(domain|ports)/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "ports-know-nothing-of-ours",
    comment: "A port that names a service, a table or an adapter is not a port.",
    from: { path: "^app/ports/" },
    to: { path: "^(app|db|jobs)/", pathNot: "^app/(domain|ports)/" },
  },
  {
    name: "routes-speak-http",
    comment: "A route parses, calls one service and responds. The database and the adapters belong to services and containers.",
    from: { path: "^app/routes/" },
    to: { path: ["^db/", "^jobs/", "^app/(adapters|edge|container|env|server)", "^app/routes/"] },
  },
  {
    name: "http-glue-has-no-database",
    comment: "Shared HTTP glue calls services too.",
    from: { path: "^app/http/" },
    to: { path: ["^db/", "^app/(adapters|routes|container|server)"] },
  },
  {
    name: "services-do-not-call-services",
    comment: "Lift the shared rule into the domain, the shared query into db/queries.",
    from: { path: "^app/services/" },
    to: { path: "^app/services/", pathNot: "^app/services/(deps|web-deps)\\.ts$" },
  },
  {
    name: "services-know-no-http",
    comment: "Routes, jobs and the command line call the same services: none of them may show inside.",
    from: { path: "^app/services/" },
    to: {
      path: ["^app/(routes|http|ui|edge|entry|root|server|container|env)", "^jobs/", "node_modules/(@remix-run|react|react-dom)/"],
      pathNot: "^app/ui/texts/",
    },
  },
  {
    name: "only-containers-import-adapters",
    comment: "Only the two containers know which adapter is real.",
    from: { path: "^(app|db|jobs)/", pathNot: [CONTAINERS, "^app/adapters/"] },
    to: { path: "^app/adapters/" },
  },
  {
    name: "adapters-stay-outside",
    comment: "An adapter fulfils a port. It knows neither use cases nor pages.",
    from: { path: "^app/adapters/" },
    to: { path: ["^app/(services|routes|http|edge|entry|root|server|container|env)", "^app/ui/(?!texts/)", "^jobs/"] },
  },
  {
    name: "ui-takes-data",
    comment: "Components take data and give markup.",
    from: { path: "^app/ui/" },
    to: { path: ["^app/", "^db/", "^jobs/"], pathNot: "^app/(ui|domain|schemas)/" },
  },
  {
    name: "schemas-are-shared",
    comment: "Schemas serve forms, actions and the API alike.",
    from: { path: "^app/schemas/" },
    to: { path: ["^app/", "^db/", "^jobs/"], pathNot: "^app/(schemas|domain)/" },
  },
  {
    name: "edge-runs-before-remix",
    comment: "The edge answers without Remix; what it imports every request pays for.",
    from: { path: "^app/edge/" },
    to: {
      path: ["^app/(routes|entry|root|server)", "^app/ui/(?!texts/)", "^jobs/", "node_modules/(@remix-run/(react|dev)|react|react-dom)/"],
    },
  },
  {
    name: "edge-is-given-its-parts",
    comment: "The server composes; the edge may know the shape of what it is given.",
    from: { path: "^app/(edge|http|routes)/" },
    to: { path: "^app/container", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "app-does-not-know-jobs",
    comment: "The web and the worker talk through the database.",
    from: { path: "^app/" },
    to: { path: "^jobs/" },
  },
  {
    name: "jobs-know-no-http",
    comment: "Jobs use the same services as the routes, not the routes' side of the house.",
    from: { path: "^jobs/" },
    to: { path: "^app/(routes|http|ui|edge|entry|root|server|container)", pathNot: "^app/ui/texts/" },
  },
  {
    name: "handlers-hold-no-rules",
    comment: "Payload in, one service call: no SQL in a handler.",
    from: { path: "^jobs/handlers/" },
    to: { path: ["^db/", "^jobs/(queue|relay|worker|supervisor|cli|container|env|schedules)"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "db-returns-domain-types",
    comment: "No row leaves db/, and nothing above it is known inside.",
    from: { path: "^db/" },
    to: { path: ["^app/", "^jobs/", "^tests/"], pathNot: "^app/(domain|ports)/" },
  },
  {
    name: "queries-open-nothing",
    comment: "Query modules take a handle or a transaction; opening either is the use case's business.",
    from: { path: "^db/queries/" },
    to: { path: "^db/(open|migrate|migrations)", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "one-file-knows-the-queue",
    comment: "Redis is replaceable and disposable because one file knows it.",
    from: { path: "^(app|db|jobs)/", pathNot: "^jobs/queue/bullmq\\.ts$" },
    to: { path: "node_modules/(bullmq|ioredis)/" },
  },
  {
    name: "sql-stays-in-the-house",
    comment: "SQL is written in db/, nowhere else. The account library gets its handle from the container.",
    from: { path: "^(app|jobs)/", pathNot: "^app/adapters/" },
    to: { path: "node_modules/(kysely|pg|better-sqlite3)/" },
  },
  {
    name: "product-does-not-know-tests",
    comment: "Nothing that ships may need the tests or a tool of development.",
    from: { path: "^(app|db|jobs)/" },
    to: { path: "^tests/" },
  },
  {
    name: "no-development-packages",
    comment: "`npm ci --omit=dev` must be enough to run. The pictures are drawn once, by whoever changes them.",
    from: { path: "^(app|db|jobs)/", pathNot: "^jobs/demo/art/" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "pictures-are-drawn-beforehand",
    comment: "Drawing them needs a browser, which the machine that runs the product does not have.",
    from: { path: "^(app|db|jobs)/", pathNot: "^jobs/demo/art/" },
    to: { path: "node_modules/playwright-core/", reachable: true },
  },
  {
    name: "no-undeclared-packages",
    comment: "A package that happens to be installed may be gone tomorrow: declare it.",
    from: { path: "^(app|db|jobs|tests)/" },
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "resolvable",
    comment: "An import that leads nowhere.",
    from: { path: "^(app|db|jobs|tests)/" },
    to: { couldNotResolve: true, pathNot: "^virtual:" },
  },
  {
    name: "browser-reaches-no-server-package",
    comment: "Nothing that ships to the browser can reach a server package, by any number of steps.",
    from: { path: SHIPPED },
    to: { path: SERVER_PACKAGES, reachable: true },
  },
  {
    name: "browser-reaches-no-node-module",
    comment: "Nothing that ships to the browser can reach a module of Node.",
    from: { path: SHIPPED },
    to: {
      path: "^(node:)?(assert|async_hooks|buffer|child_process|cluster|crypto|dns|events|fs|http|https|net|os|path|perf_hooks|process|stream|timers|tls|url|util|v8|vm|worker_threads|zlib)(/|$)",
      reachable: true,
    },
  },
  {
    name: "browser-reaches-no-server-file",
    comment: "Nothing that ships to the browser can reach the server's half of the house.",
    from: { path: SHIPPED },
    to: { path: "^(db/|jobs/|app/(services|adapters|edge|http)/|app/.*\\.server\\.)", reachable: true },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: FORBIDDEN.map((rule) => ({ severity: "error", ...rule })),
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|public)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
