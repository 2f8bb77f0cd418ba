/* After `npm ci`: packs the large files once, beside themselves; WhiteNoise hands out the packed ones. */

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const folders = {
  "node_modules/@kern-ux/native/dist": /\.min\.css$/,
  "node_modules/maplibre-gl/dist": /^maplibre-gl(-worker|-shared)?\.(mjs|css)$/,
};

for (const [folder, wanted] of Object.entries(folders)) {
  for (const name of readdirSync(folder).filter((one) => wanted.test(one))) {
    const body = readFileSync(`${folder}/${name}`);
    if (body.length < 1024) continue;
    writeFileSync(`${folder}/${name}.gz`, gzipSync(body, { level: 9 }));
    writeFileSync(`${folder}/${name}.br`, brotliCompressSync(body));
  }
}
