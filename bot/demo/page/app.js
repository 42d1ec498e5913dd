// The page: what the server tells, what the visitor asks, three phones.

import { Hood } from "./hood.js";
import { Phone } from "./phone.js";
import { WORDS } from "./words.js";

const ZONE = "America/Toronto";
const FIRST = [["lea", "private"], ["jeanne", "group"], ["marc", "team"]];
const AT = { private: 0, group: 1, team: 2 };
const THEMES = ["auto", "light", "dark"];
const byId = (id) => document.getElementById(id);

function remembered(name, fallback, allowed) {
  try { const kept = localStorage.getItem(name); return allowed.includes(kept) ? kept : fallback; } catch { return fallback; }
}

function remember(name, value) {
  try { localStorage.setItem(name, value); } catch { /* a private window keeps nothing */ }
}

const app = {
  parts: {},
  language: remembered("language", "fr", ["fr", "en"]),
  theme: remembered("theme", "auto", THEMES),
  active: 0,
  get words() { return WORDS[this.language]; },
  get calm() { return matchMedia("(prefers-reduced-motion: reduce)").matches; },

  async ask(what, wanted) {
    const answer = await fetch(`/ask/${what}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wanted),
    }).catch(() => null);
    return Boolean(answer?.ok);
  },

  format(options, moment) {
    const locale = this.language === "fr" ? "fr-CA" : "en-CA";
    return new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(moment);
  },
  hour(seconds) { return this.format({ hour: "numeric", minute: "2-digit" }, seconds * 1000); },
  day(seconds) { return this.format({ weekday: "long", day: "numeric", month: "long" }, seconds * 1000); },
  second(text) { return this.format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }, new Date(text)); },
  moment(text) { return this.format({ day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }, new Date(text)); },
  name(to) {
    const person = this.parts.town.cast.find(({ who }) => who === to);
    return person ? person.first : this.parts.town.groups[to].title;
  },
  switched() { drawWhich(); },
};

const phones = FIRST.map(([who, place], i) => new Phone(app, who, place, i + 1));
const hood = new Hood(app);

// Words and colours

function drawWords() {
  const { words } = app;
  document.documentElement.lang = app.language;
  document.title = words.title;
  document.querySelectorAll("[data-word]").forEach((node) => { node.textContent = words[node.dataset.word]; });
  document.querySelectorAll("[data-word-label]").forEach((node) => { node.setAttribute("aria-label", words[node.dataset.wordLabel]); });
  byId("language").textContent = words.language;
  byId("language").lang = app.language === "fr" ? "en" : "fr";
  drawTheme();
}

function drawTheme() {
  document.documentElement.dataset.theme = app.theme;
  byId("theme-name").textContent = app.words.theme[app.theme];
  byId("theme").title = app.words.theme[app.theme];
}

byId("theme").addEventListener("click", () => {
  app.theme = THEMES[(THEMES.indexOf(app.theme) + 1) % THEMES.length];
  remember("theme", app.theme);
  drawTheme();
});

byId("language").addEventListener("click", async () => {
  app.language = app.language === "fr" ? "en" : "fr";
  remember("language", app.language);
  drawWords();
  drawAll();
  if (untouched()) await app.ask("reset", { language: app.language });
  else phones[app.active].toast(app.words.nextLanguage, false);
});

// A town where nobody has spoken to the bot yet may change its language at once.
function untouched() {
  const chats = Object.entries(app.parts).filter(([name]) => name.startsWith("chat:private:"));
  return chats.every(([, chat]) => chat.messages.length === 0) && !isPlaying();
}

byId("reset").addEventListener("click", async () => {
  await app.ask("reset", { language: app.language });
  phones.forEach((phone, i) => phone.begin(...FIRST[i]));
});

document.querySelectorAll("[data-seconds]").forEach((button) => {
  button.addEventListener("click", () => app.ask("clock", { seconds: Number(button.dataset.seconds) }));
});

// The stories

function drawStories() {
  const stories = app.parts.stories?.[app.language] ?? [];
  const text = app.language + JSON.stringify(stories);
  const list = byId("story-list");
  if (list.dataset.drawn === text) return;
  list.dataset.drawn = text;
  list.replaceChildren(...stories.map(({ name, title }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.story = name;
    button.setAttribute("aria-label", app.words.play(title));
    button.append(symbol("play"), title);
    button.addEventListener("click", () => play(name));
    return button;
  }));
}

function symbol(name) {
  const holder = document.createElement("template");
  holder.innerHTML = `<svg aria-hidden="true"><use href="#i-${name}"/></svg>`;
  return holder.content;
}

async function play(name) {
  phones.forEach((phone, i) => phone.begin(...FIRST[i]));
  await app.ask("story", { name, language: app.language, speed: Number(byId("speed").value) });
  byId("pause").focus();
}

function storyTitle(name) {
  return app.parts.stories[app.language].find((story) => story.name === name).title;
}

function isPlaying() {
  return Boolean(app.parts.story) && !app.parts.story.ending;
}

function drawStory() {
  const { story } = app.parts;
  const playing = isPlaying();
  byId("story-now").hidden = !story;
  byId("story-now").classList.toggle("over", !playing);
  document.body.classList.toggle("playing", playing);
  byId("pause").hidden = byId("stop").hidden = !playing;
  document.querySelectorAll("[data-story]").forEach((button) => {
    if (playing && story.name === button.dataset.story) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
  if (!story) return;
  const chapter = byId("chapter");
  const told = playing ? story.chapter : app.words.storyEnded[story.ending](storyTitle(story.name));
  if (chapter.textContent !== told) chapter.textContent = told;
  byId("progress").max = story.steps;
  byId("progress").setAttribute("value", story.step);
  byId("pause").replaceChildren(symbol(story.paused ? "play" : "pause"), story.paused ? app.words.resume : app.words.pause);
  perform(story, playing);
}

byId("pause").addEventListener("click", () => app.ask("pause", { paused: !app.parts.story.paused }));
byId("speed").addEventListener("change", () => app.ask("speed", { speed: Number(byId("speed").value) }));
byId("stop").addEventListener("click", () => app.ask("stop", {}));

// A story shows each act on the phone of who does it.
let performed = "";
function perform(story, playing) {
  const act = playing ? story.act : null;
  const token = act ? `${story.step}:${act.do}` : "";
  if (token === performed) return;
  performed = token;
  phones.forEach((phone) => phone.rest());
  document.body.classList.toggle("passing", act?.do === "Passes");
  if (!act?.who) return;
  const place = act.place ?? (act.do === "Asks" ? "group" : "private");
  const shown = phones.findIndex((phone) => phone.who === act.who && phone.place === place);
  const own = phones.findIndex((phone) => phone.who === act.who);
  const at = shown >= 0 ? shown : own >= 0 && !(own > 0 && place === "private") ? own : act.do === "Asks" ? 0 : AT[place];
  const phone = phones[at];
  if (phone.who !== act.who) phone.become(act.who);
  if (phone.place !== place) phone.show(place);
  activate(at);
  if (!act.done) phone.perform(act);
}

// Which phone is before the eyes on a small screen

function activate(at) {
  app.active = at;
  phones.forEach((phone, i) => phone.node.classList.toggle("active", i === at));
  phones[at].follow();
  drawWhich();
}

function drawWhich() {
  if (!app.parts.town) return;
  const list = byId("which");
  if (list.childElementCount !== phones.length) {
    list.replaceChildren(...phones.map((_, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.addEventListener("click", () => activate(i));
      return button;
    }));
  }
  [...list.children].forEach((button, i) => {
    const place = document.createElement("small");
    place.textContent = app.words.tabs[phones[i].place];
    button.replaceChildren(phones[i].person(phones[i].who).first, " ", place);
    button.setAttribute("aria-pressed", String(i === app.active));
  });
}

// What the server tells

function drawAll() {
  drawStories();
  phones.forEach((phone) => { phone.doorState = ""; phone.draw(); });
  drawStory();
  drawWhich();
  hood.draw();
  drawNow();
}

function drawNow() {
  if (!app.parts.clock) return;
  byId("now").textContent = app.format({ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }, app.parts.clock.now * 1000);
}

function told({ part, value }) {
  app.parts[part] = value;
  if (part === "story") drawStory();
  else if (part === "stories") drawStories();
  else if (part === "machine") hood.draw();
  else if (part === "clock") drawNow();
  else phones.forEach((phone) => phone.draw());
  if (part === "town") drawWhich();
}

function listen() {
  const events = new EventSource("/events");
  events.onmessage = (event) => { byId("lost").hidden = true; told(JSON.parse(event.data)); };
  events.onerror = () => { byId("lost").textContent = app.words.lost; byId("lost").hidden = false; };
}

byId("phones").append(...phones.map((phone) => phone.node));
drawWords();
activate(0);
listen();
