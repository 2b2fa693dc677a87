# The server and nothing else: .dockerignore lets in no file that could open a report.
FROM node:24-bookworm-slim

WORKDIR /app
ENV NODE_ENV=production

# The optional packages are a Node and a PostgreSQL for development; this image has the one and asks for the other.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force

COPY src ./src
COPY migrations ./migrations

USER node
EXPOSE 8080

HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Small heaps: the server keeps no state, and a collection costs less than the memory.
CMD ["node", "--max-semi-space-size=2", "--max-old-space-size=64", "src/server/main.ts"]
