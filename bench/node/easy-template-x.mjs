import { load, serve } from "./serve.mjs";

const { TemplateHandler } = load("easy-template-x");

const handler = new TemplateHandler();

await serve((template, data) => handler.process(template, data));
