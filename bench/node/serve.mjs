// Answers each line on stdin, {"data": path, "output": path or nothing}, by rendering once and
// printing the seconds that it took. What a call needs is timed: reading the template, rendering,
// and making the zip; reading the data is not.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [packages, templatePath] = process.argv.slice(2);

export const load = createRequire(`${packages}/`);

export async function serve(render) {
  const template = readFileSync(templatePath);
  const data = new Map();
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (!data.has(request.data)) {
      data.set(request.data, JSON.parse(readFileSync(request.data, "utf-8")));
    }
    global.gc();
    const start = performance.now();
    const file = await render(template, data.get(request.data));
    const seconds = (performance.now() - start) / 1000;
    if (request.output) {
      writeFileSync(request.output, file);
    }
    console.log(JSON.stringify({ seconds }));
  }
}
