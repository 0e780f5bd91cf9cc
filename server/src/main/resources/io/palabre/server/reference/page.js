// SPDX-License-Identifier: Apache-2.0
// Writes the description of the API out as a page: routes, events, shapes. Text only ever becomes text.
const api = await (await fetch("/api/openapi.json")).json();
const methods = ["get", "post", "put", "patch", "delete"];

function node(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) made.setAttribute(name, value);
  made.append(...children.flat().filter((child) => child !== undefined && child !== ""));
  return made;
}

const lastPart = (reference) => reference.slice(reference.lastIndexOf("/") + 1);
const resolved = (thing) => (thing?.$ref ? thing.$ref.slice(2).split("/").reduce((at, key) => at[key], api) : thing);

/** What a shape is, in a few words; a named one is a link. */
function type(schema) {
  if (schema === undefined || schema === true) return ["anything"];
  if (schema.$ref) return [node("a", { href: `#shape-${lastPart(schema.$ref)}` }, lastPart(schema.$ref))];
  if (schema.oneOf ?? schema.anyOf) return (schema.oneOf ?? schema.anyOf).flatMap((one, i) => [i ? " or " : "", ...type(one)]);
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (schema.enum) return [schema.enum.map((value) => JSON.stringify(value)).join(" | ")];
  if (schema.type === "array") return ["list of ", ...type(schema.items)];
  if (schema.allOf) return schema.allOf.flatMap((one, i) => [i ? " and " : "", ...type(one)]);
  return [[schema.type].flat().join(" or ") + (schema.format ? ` (${schema.format})` : "")];
}

function limits(schema) {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = schema;
  const words = [];
  if (schema.default !== undefined) words.push(`default ${JSON.stringify(schema.default)}`);
  if (minimum !== undefined || maximum !== undefined) words.push(`from ${minimum ?? "…"} to ${maximum ?? "…"}`);
  if (minLength !== undefined || maxLength !== undefined) words.push(`${minLength ?? 0} to ${maxLength ?? "…"} characters`);
  if (minItems !== undefined || maxItems !== undefined) words.push(`${minItems ?? 0} to ${maxItems ?? "…"} entries`);
  if (pattern) words.push(pattern);
  return words.join(", ");
}

function row(name, required, schema, description) {
  const more = [description ?? schema?.description, limits(schema ?? {})].filter(Boolean).join("; ");
  return node("tr", {}, node("td", {}, name, required ? "" : "?"), node("td", {}, type(schema)), node("td", {}, more));
}

/** The fields of a shape. */
function fields(schema) {
  const whole = schema?.$ref ? resolved(schema) : schema;
  if (!whole?.properties) return node("p", {}, type(schema), " ", node("span", { class: "quiet" }, limits(whole ?? {})));
  const required = new Set(whole.required);
  return node("table", {}, Object.entries(whole.properties).map(([name, of]) => row(name, required.has(name), of)));
}

const content = (thing) => Object.values(thing?.content ?? {})[0]?.schema;

/** A shape under a title: its name when it has one, else its fields. */
const titled = (title, schema) =>
  schema === undefined
    ? [node("p", {}, title)]
    : schema.$ref
      ? [node("p", {}, title, ": ", type(schema))]
      : [node("p", {}, title, ":"), fields(schema)];

function operation(path, method, shared, op) {
  const parameters = [...(shared ?? []), ...(op.parameters ?? [])].map(resolved);
  const body = resolved(op.requestBody);
  return node("article", { id: op.operationId },
    node("h3", {}, node("span", { class: "method" }, method.toUpperCase()), ` ${path}`),
    node("p", {}, op.summary ?? ""),
    op.description ? node("p", { class: "quiet" }, op.description) : undefined,
    op.security?.length === 0 ? node("p", { class: "quiet" }, "Without signing in.") : undefined,
    parameters.length > 0
      ? node("table", {}, parameters.map((p) => row(p.name, p.required, p.schema, [`in ${p.in}`, p.description].filter(Boolean).join("; "))))
      : undefined,
    body ? titled(body.required ? "Takes" : "May take", content(body)) : undefined,
    Object.entries(op.responses).flatMap(([status, answer]) => {
      const whole = resolved(answer);
      return titled(`${status === "default" ? "Otherwise" : status} ${whole.description}`, content(whole));
    }));
}

function clientEvent([name, { takes, answers }]) {
  return node("article", { id: `say-${name}` }, node("h3", {}, name), titled("Takes", takes), titled("Is acknowledged with", answers));
}

const serverEvent = ([name, schema]) => node("article", { id: `hear-${name}` }, node("h3", {}, name), titled("Carries", schema));

const shape = ([name, schema]) =>
  node("article", { id: `shape-${name}` }, node("h3", {}, name), schema.description ? node("p", {}, schema.description) : undefined, fields(schema));

function sections() {
  const byTag = new Map(api.tags.map((tag) => [tag.name, []]));
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of methods.filter((one) => item[one])) {
      byTag.get(item[method].tags?.[0])?.push(operation(path, method, item.parameters, item[method]));
    }
  }
  return [
    ...byTag,
    ["events: a client says", Object.entries(api["x-events"].client).map(clientEvent)],
    ["events: a client hears", Object.entries(api["x-events"].server).map(serverEvent)],
    ["shapes", Object.entries(api.components.schemas).map(shape)],
  ];
}

const main = document.getElementById("reference");
const contents = document.getElementById("contents");
main.replaceChildren(node("p", { class: "quiet" }, api.info.description));
for (const [title, articles] of sections()) {
  main.append(node("section", {}, node("h2", {}, title), articles));
  const links = articles.map((one) => node("a", { href: `#${one.id}` }, one.querySelector("h3").textContent));
  contents.append(node("section", {}, node("h2", {}, title), links));
}

document.getElementById("find").addEventListener("input", ({ target }) => {
  const wanted = target.value.toLowerCase();
  for (const article of main.querySelectorAll("article")) {
    article.hidden = !article.textContent.toLowerCase().includes(wanted);
    const link = contents.querySelector(`a[href="#${CSS.escape(article.id)}"]`);
    if (link) link.hidden = article.hidden;
  }
  for (const section of document.querySelectorAll("main > section")) {
    section.hidden = section.querySelector("article:not([hidden])") === null;
  }
});
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
