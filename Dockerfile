# syntax=docker/dockerfile:1
# One image for all roles: docker run … glasnik [all | web | worker | migrate | cli …]

FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build \
 && npm prune --omit=dev \
    # The image is a Node already; the one in node_modules is for machines with an older Node.
 && rm -rf node_modules/node node_modules/.bin/node dist/studio.stamp.json studio

FROM node:26-slim
LABEL org.opencontainers.image.title="Glasnik" \
      org.opencontainers.image.licenses="EUPL-1.2"
# An image starts empty, with the page for the first steps; GLASNIK_DEMO=on loads the demonstration.
ENV NODE_ENV=production \
    GLASNIK_HOST=0.0.0.0 \
    GLASNIK_PORT=4600 \
    GLASNIK_DATA=/data \
    GLASNIK_DEMO=off
WORKDIR /app
RUN mkdir /data && chown node:node /data
# The program is root's and the process is not: what runs cannot change itself.
COPY --from=build /app ./
USER node
VOLUME /data
EXPOSE 4600
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.GLASNIK_PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "src/main.ts"]
CMD ["all"]
