# An image of the sandbox. Not built yet where this was written, for want of a running Docker: its steps were run one by
# one outside of it. `docker build -t mockta .` tells.
FROM node:22-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && cp -rL dist /built

FROM node:22-slim
ENV NODE_ENV=production MOCKTA_HOST=0.0.0.0 MOCKTA_DATA=/data
WORKDIR /app
COPY --from=build /src/package.json /src/LICENSE /src/NOTICE ./
COPY --from=build /src/seeds ./seeds
COPY --from=build /built ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4010
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4010/_sandbox/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
