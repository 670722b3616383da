import { load, serve } from "./serve.mjs";

const Docxtemplater = load("docxtemplater");
const PizZip = load("pizzip");

await serve((template, data) => {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
  document.render(data);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
});
