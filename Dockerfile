# The commands of README.md's "Growing": build with everything, then keep what production needs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/client/package.json packages/client/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# The release of the SQLite driver for Node.js 24 has its binary in it, so nothing is compiled.
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund better-sqlite3@13.2.0

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE api.php.md ./
COPY docs docs
# The database, uploads, mails and the file that tells the first start's secrets; all else belongs to root.
RUN mkdir -m 700 data && chown node:node data
VOLUME /app/data
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# What `npm start` runs, without npm and a shell between the signals and the process.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=8", "dist/src/main.js", "start"]
