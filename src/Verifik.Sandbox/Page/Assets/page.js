// The page on "/": the sandbox's settings (about) and its live events. It creates DOM nodes and never parses HTML.
const shown = 100;
const texts = await load("texts.json");
const about = await load("about.json");
const entries = [];
// The stored language may come from another application at the same address.
let language = [localStorage.getItem("language"), navigator.language.slice(0, 2)].find(name => name in texts) ?? "en";
let source = null;
let state = "paused";
let loaded = false;

async function load(name) {
  const response = await fetch(`/sandbox/${name}`);
  return response.json();
}

function text(name, values = {}) {
  return texts[language][name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

function node(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) { made[name] = value; } else { made.setAttribute(name, value); }
  }
  made.append(...children);
  return made;
}

function id(name) {
  return document.getElementById(name);
}

function time(value) {
  const moment = new Date(value);
  return node("time", { dateTime: value, title: moment.toLocaleString(language) }, moment.toLocaleTimeString(language, { hour12: false }));
}

// A button that copies a value and shows a short confirmation. A value in the button stays readable.
function copyButton(value, label) {
  const name = text("copyWhat", { what: label ?? value });
  const button = node("button", { type: "button", className: label ? "" : "code chip", title: name, "aria-label": name }, label ? text("copy") : value);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(value);
    button.classList.add("copied");
    button.dataset.copied = text("copied");
    id("news").textContent = text("copied");
    setTimeout(() => { button.classList.remove("copied"); }, 2000);
  });
  return button;
}

// Texts mark code with backticks, as in Markdown.
function marked(words) {
  return words.split("`").map((part, index) => index % 2 === 1 ? node("code", {}, part) : part);
}

function pretty(value) {
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

function block(title, value) {
  return [node("h3", {}, title), value ? node("pre", { tabIndex: 0 }, pretty(value)) : node("p", { className: "quiet" }, text("nothing"))];
}

function message(entry) {
  const otp = node("span", { className: "code otp" }, entry.code);
  return node("li", {}, node("div", { className: "row" }, otp, node("span", { className: "grow" }, entry.to), time(entry.at), copyButton(entry.code, entry.code)));
}

function request(entry) {
  const status = node("span", { className: `code status ${entry.status !== null && entry.status < 400 ? "good" : "bad"}` }, entry.status ?? text("dropped"));
  const summary = node("summary", {},
    node("span", { className: "code method" }, entry.method),
    node("span", { className: "code grow" }, entry.path),
    status,
    node("span", { className: "line" }, time(entry.at), node("span", { className: "quiet" }, text("took", { time: Math.round(entry.took) })),
      ...(entry.magic ? [node("span", { className: "tag" }, entry.magic)] : [])));
  const details = node("details", { open: entry.open ?? false }, summary, node("div", { className: "inside" },
    ...block(text("request"), [entry.authorization && `Authorization: ${entry.authorization}`, entry.body && pretty(entry.body)].filter(Boolean).join("\n\n")),
    ...block(text("answer"), entry.answer)));
  details.addEventListener("toggle", () => { entry.open = details.open; });
  return node("li", {}, details);
}

function operations(contract) {
  return [node("h3", {}, contract.title), ...contract.operations.map(operation => node("details", {},
    node("summary", {}, node("span", { className: "code method" }, operation.method), node("span", { className: "code grow" }, operation.path)),
    node("div", { className: "inside" }, node("p", { lang: "en" }, operation.summary), node("pre", { tabIndex: 0 }, operation.curl), copyButton(operation.curl, `curl ${operation.path}`))))];
}

function kinds(kind) {
  return entries.filter(entry => entry.kind === kind);
}

function fill(list, kind, make) {
  id(list).replaceChildren(...kinds(kind).slice(-shown).reverse().map(make));
  id(list).previousElementSibling.hidden = kinds(kind).length > 0;
}

function add(list, kind, make, entry) {
  id(list).prepend(make(entry));
  id(list).previousElementSibling.hidden = true;
  while (id(list).childElementCount > shown) {
    id(list).lastElementChild.remove();
  }
  entries.push(entry);
  if (kinds(kind).length > shown) {
    entries.splice(entries.findIndex(old => old.kind === kind), 1);
  }
}

function show() {
  document.documentElement.lang = language;
  document.querySelectorAll("[data-text]").forEach(element => { element.textContent = text(element.dataset.text); });
  document.querySelectorAll("[data-label]").forEach(element => { element.setAttribute("aria-label", text(element.dataset.label)); });
  document.querySelectorAll("#languages button").forEach(button => { button.setAttribute("aria-pressed", button.value === language); });
  document.querySelectorAll("a[href^='/sandbox/reference/']").forEach(link => { link.href = `/sandbox/reference/?lang=${language}`; });
  id("address").replaceChildren(copyButton(location.origin));
  id("account-list").replaceChildren(...about.accounts.map(account => node("li", {}, copyButton(account))));
  id("magic-list").replaceChildren(...about.magic.map(magic => node("li", {}, node("p", {}, ...marked(magic.effect[language])), copyButton(magic.phone), copyButton(magic.email))));
  id("operation-list").replaceChildren(...about.contracts.flatMap(operations));
  fill("message-list", "message", message);
  fill("request-list", "request", request);
  tell(state);
}

function tell(next) {
  state = next;
  id("state").dataset.state = state;
  id("state-text").textContent = text(state);
}

// A hidden page has no connection. It receives the missed events when it is visible again.
function listen() {
  source?.close();
  source = null;
  if (document.hidden) {
    tell("paused");
    return;
  }
  const after = entries.length > 0 ? entries[entries.length - 1].number : 0;
  source = new EventSource(`/sandbox/events?after=${after}`);
  source.addEventListener("open", () => tell("live"));
  source.addEventListener("error", () => tell("lost"));
  source.addEventListener("ready", () => { loaded = true; });
  source.addEventListener("message", event => take(event, "message-list", message));
  source.addEventListener("request", event => take(event, "request-list", request));
}

function take(event, list, make) {
  const entry = JSON.parse(event.data);
  add(list, entry.kind, make, entry);
  if (loaded && entry.kind === "message") {
    id("news").textContent = text("message", { to: entry.to, code: entry.code });
  }
}

id("languages").addEventListener("click", event => {
  if (event.target.value) {
    language = event.target.value;
    localStorage.setItem("language", language);
    show();
  }
});
document.addEventListener("visibilitychange", listen);
show();
listen();
