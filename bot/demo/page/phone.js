// One phone: somebody's chats, what they can do in them, and what is being done for them.

import { rich } from "./text.js";

const PLACES = ["private", "group", "team"];
const FACES = { private: "#0f6a63", group: "#2f6a34", team: "#5b4b9e" };
const STAYS = 4500;

const icon = (name) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
};

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function button(className, label, act) {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

export class Phone {
  // app: {parts, words, language, ask(what, wanted)...}
  constructor(app, who, place, number) {
    this.app = app;
    this.number = number;
    this.who = who;
    this.place = place;
    this.drawn = new Map();
    this.read = new Map();
    this.drafts = new Map();
    this.context = null;
    this.pressedAt = 0;
    this.toasted = null;
    this.following = true;
    this.node = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.node.querySelector(selector);
    this.listen();
  }

  listen() {
    const area = this.find("textarea");
    this.find(".who").addEventListener("change", (event) => this.become(event.target.value));
    this.find(".composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(area.value);
    });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send(area.value);
      }
      if (event.key === "Escape") this.setContext(null);
    });
    area.addEventListener("input", () => {
      if (this.context?.kind !== "edit") this.drafts.set(this.key, area.value);
      this.fit();
    });
    this.find(".context button").addEventListener("click", () => this.setContext(null));
    const log = this.find(".log");
    log.addEventListener("scroll", () => {
      if (log.clientHeight) this.following = log.scrollHeight - log.scrollTop - log.clientHeight < 90;
    });
    new ResizeObserver(() => this.follow()).observe(log);
    log.addEventListener("click", (event) => this.choose(event.target.closest(".bubble")));
    this.find(".leave").addEventListener("click", () => this.act("leave"));
    this.opens(".attach", ".attachments", () => this.attachments());
    this.opens(".slash", ".commands", () => this.commands());
  }

  // Under a finger nothing hovers: a tap on a message shows what can be done with it.
  choose(bubble) {
    const before = this.find(".chosen");
    before?.classList.remove("chosen");
    if (bubble !== before) bubble?.classList.add("chosen");
  }

  follow() {
    const log = this.find(".log");
    if (this.following) log.scrollTop = log.scrollHeight;
  }

  // A button that opens a small menu above the line.
  opens(opener, menu, fill) {
    const trigger = this.find(opener);
    const list = this.find(menu);
    const close = (refocus) => {
      list.hidden = true;
      trigger.setAttribute("aria-expanded", "false");
      if (refocus) trigger.focus();
    };
    trigger.addEventListener("click", () => {
      const opening = list.hidden;
      this.node.querySelectorAll("[role=menu]").forEach((other) => { other.hidden = true; });
      if (!opening) return close(true);
      list.replaceChildren(...fill().map((item) => {
        item.setAttribute("role", "menuitem");
        item.addEventListener("click", () => close(true));
        return item;
      }));
      list.hidden = false;
      trigger.setAttribute("aria-expanded", "true");
      list.querySelector("button")?.focus();
    });
    list.addEventListener("keydown", (event) => {
      const items = [...list.querySelectorAll("button")];
      const at = items.indexOf(document.activeElement);
      if (event.key === "Escape") close(true);
      if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
      if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length].focus();
    });
    list.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !list.contains(event.relatedTarget) && event.relatedTarget !== trigger) close(false);
    });
  }

  attachments() {
    const { files } = this.app.words;
    return Object.entries(files).map(([kind, label]) => button("", label, () => this.act("send", { kind, ...this.answered() })));
  }

  commands() {
    return this.app.parts.town.bot.commands.map((command) => {
      const item = button("", "", () => this.act("write", { text: `/${command.command}` }));
      item.append(element("b", "", `/${command.command}`), ` ${command.description}`);
      return item;
    });
  }

  // What the person does

  act(verb, wanted = {}) {
    return this.app.ask("act", { do: verb, who: this.who, place: this.place, ...wanted })
      .then((done) => { if (!done) this.toast(this.app.words.impossible, false); return done; });
  }

  answered() {
    return this.context?.kind === "reply" ? { reply_to: this.context.id } : {};
  }

  async send(text) {
    if (!text.trim()) return;
    const { key } = this;
    const edit = this.context?.kind === "edit" ? this.context.id : null;
    const done = await (edit === null
      ? this.act("write", { text, ...this.answered() })
      : this.act("edit", { text, message: edit }));
    if (!done) return;
    if (edit === null) this.drafts.delete(key);
    this.setContext(null);
    this.resume();
  }

  // What was begun in this chat, and not sent.
  resume() {
    this.find("textarea").value = this.drafts.get(this.key) ?? "";
    this.fit();
  }

  async press(message, choice) {
    this.pressedAt = Date.now();
    const done = await this.act("press", { message: message.id, label: choice.text });
    if (done && choice.url) this.show(choice.url.includes("start=") ? "private" : "group");
  }

  setContext(context, text = "") {
    const bar = this.find(".context");
    const area = this.find("textarea");
    const leaving = this.context?.kind === "edit" && context?.kind !== "edit";
    this.context = context;
    bar.hidden = !context;
    if (leaving) this.resume();
    if (!context) return;
    const { words } = this.app;
    bar.querySelector("p").replaceChildren(
      element("b", "", context.kind === "edit" ? words.editing : words.replying(context.name)),
      element("span", "", text),
    );
    if (context.kind === "edit") area.value = text;
    this.fit();
    area.focus({ preventScroll: true });
  }

  // A line that is not shown has no height yet.
  fit() {
    const area = this.find("textarea");
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${Math.min(area.scrollHeight, 120)}px`;
  }

  // Whose phone it is, and which chat it shows

  become(who) {
    this.who = who;
    if (this.place === "team" && !this.inside("team")) this.place = "private";
    this.toasted = null;
    this.find(".toasts").replaceChildren();
    this.changed();
  }

  // A new town: nothing was read in it yet.
  begin(who, place) {
    this.read.clear();
    this.drafts.clear();
    this.place = place;
    this.become(who);
  }

  show(place) {
    this.place = place;
    this.changed();
  }

  changed() {
    this.setContext(null);
    this.resume();
    this.drawn.clear();
    this.find(".log").replaceChildren();
    this.draw();
    this.app.switched();
  }

  get key() {
    return `${this.who}:${this.place}`;
  }

  inside(place) {
    return place === "private" || this.app.parts.town.groups[place].inside.includes(this.who);
  }

  chat(place = this.place) {
    return this.app.parts[place === "private" ? `chat:private:${this.who}` : `chat:${place}`];
  }

  person(who) {
    return this.app.parts.town.cast.find((one) => one.who === who);
  }

  title() {
    return this.place === "private" ? this.app.words.botName : this.app.parts.town.groups[this.place].title;
  }

  // Drawing

  draw() {
    if (!this.app.parts.town || !this.chat()) return;
    this.drawPeople();
    this.drawTabs();
    this.drawHead();
    this.drawLog();
    this.drawDoor();
    this.drawToasts();
  }

  drawPeople() {
    const { words, parts } = this.app;
    const select = this.find(".who");
    const made = parts.town.cast.map(({ who, first, last }) => new Option(`${first} ${last} · ${words.roles[who]}`, who));
    const before = [...select.options].map((option) => option.text).join();
    if (before !== made.map((option) => option.text).join()) select.replaceChildren(...made);
    select.value = this.who;
    this.node.setAttribute("aria-label", words.phoneOf(this.number, this.person(this.who).first));
  }

  drawTabs() {
    const { words } = this.app;
    const tabs = this.find(".tabs");
    const wanted = PLACES.filter((place) => place !== "team" || this.inside("team"));
    for (const place of PLACES) {
      let tab = tabs.querySelector(`[data-place=${place}]`);
      if (!wanted.includes(place)) { tab?.remove(); continue; }
      if (!tab) {
        tab = button("", "", () => this.show(place));
        tab.dataset.place = place;
        tab.setAttribute("role", "tab");
        tab.addEventListener("keydown", (event) => this.moveTab(event));
        tabs.append(tab);
      }
      const chosen = place === this.place;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      const news = !chosen && this.news(place);
      tab.replaceChildren(words.tabs[place], ...(news ? [element("span", "dot", element("span", "hush", words.unread))] : []));
    }
  }

  moveTab(event) {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const all = [...this.find(".tabs").children];
    const step = event.key === "ArrowRight" ? 1 : all.length - 1;
    const next = all[(all.indexOf(event.currentTarget) + step) % all.length];
    next.click();
    next.focus();
  }

  news(place) {
    const last = this.inside(place) ? this.chat(place)?.messages.at(-1) : null;
    return Boolean(last) && last.who !== this.who && (this.read.get(`${this.who}:${place}`) ?? 0) < last.id;
  }

  drawHead() {
    const { words, parts } = this.app;
    const group = parts.town.groups[this.place];
    const avatar = this.find(".avatar");
    avatar.textContent = group ? group.title.slice(0, 1) : "🤝";
    avatar.style.background = FACES[this.place];
    this.find("h2").textContent = this.title();
    this.find(".sub").textContent = group ? words.members(group.inside.length) : words.botSub;
    this.find(".leave").hidden = this.place !== "group" || !this.inside("group");
    this.find(".log").setAttribute("aria-label", words.messages(this.title()));
    this.find("textarea").setAttribute("aria-label", words.writeTo(this.title()));
    this.find("textarea").placeholder = words.write;
    this.find(".slash").hidden = this.place !== "private" || !parts.town.bot.commands.length;
  }

  drawLog() {
    const log = this.find(".log");
    const { messages, pinned } = this.inside(this.place) ? this.chat() : { messages: [], pinned: [] };
    const first = this.drawn.size === 0;
    const standing = new Set(messages.map((message) => message.id));
    for (const [id, was] of this.drawn) {
      if (standing.has(id)) continue;
      was.node.remove();
      was.mark?.remove();
      this.drawn.delete(id);
    }
    let day = "";
    messages.forEach((message, i) => {
      const date = this.app.day(message.at);
      const signature = JSON.stringify([this.app.language, message, date !== day && date]);
      const was = this.drawn.get(message.id);
      if (was?.signature !== signature) {
        const node = this.message(message, messages[i - 1]);
        const mark = date !== day ? element("p", "day", date) : null;
        was?.mark?.remove();
        if (was) this.replace(was.node, node);
        else { log.append(node); if (!first) node.classList.add("fresh"); }
        if (mark) node.before(mark);
        this.drawn.set(message.id, { signature, node, mark });
        if (!first && !was) this.heard(message);
        if (!was && message.who === this.who) this.following = true;
      }
      day = date;
    });
    this.drawPinned(messages.find((message) => message.id === pinned[0]));
    if (first) this.following = true;
    this.follow();
    if (messages.length) this.read.set(this.key, messages.at(-1).id);
  }

  // Keep the keyboard where it was when a message changes under it.
  replace(old, node) {
    const held = old.contains(document.activeElement);
    old.replaceWith(node);
    if (held) node.querySelector(".keys button, .tools button")?.focus({ preventScroll: true });
  }

  // The bot asks for a reply to the person who just pressed: Telegram opens it for them.
  heard(message) {
    if (message.asks && Date.now() - this.pressedAt < 8000) {
      this.setContext({ kind: "reply", id: message.id, name: message.name }, message.text);
    }
  }

  drawPinned(message) {
    const bar = this.find(".pinned");
    bar.hidden = !message;
    if (message) bar.replaceChildren(element("b", "", this.app.words.pinned), " ", message.text.split("\n")[0]);
  }

  message(message, before) {
    const { words } = this.app;
    if (message.service) return element("p", "service", words.service[message.service.kind](message.service.name));
    const mine = message.who === this.who;
    const bubble = element("div", "bubble");
    const shownName = !mine && this.place !== "private" && (before?.who !== message.who || before?.service);
    if (shownName) {
      const tone = message.who === "bot" ? 0 : this.index(message.who);
      bubble.append(element("p", `name tone-${tone}`, message.who === "bot" ? words.botName : message.name));
    }
    if (message.reply) bubble.append(element("p", "quote", element("b", "", message.reply.name), element("span", "", message.reply.text)));
    if (message.file) bubble.append(this.file(message));
    const when = element("time", "when", (message.edited ? `${words.edited} · ` : "") + this.app.hour(message.at));
    if (message.text) {
      const onCommand = mine || !this.inside(this.place) ? null : (said) => this.act("write", { text: said });
      bubble.append(element("p", "text", rich(message.text, message.entities, onCommand), when));
    } else bubble.append(when);
    const node = element("article", `message ${mine ? "mine" : ""} ${message.who === "bot" ? "bot" : ""}`, bubble);
    node.dataset.id = message.id;
    node.setAttribute("aria-label", `${mine ? words.you : message.who === "bot" ? words.botName : message.name}, ${this.app.hour(message.at)}`);
    bubble.append(this.tools(message, mine));
    if (message.rows.length) node.append(this.keys(message));
    return node;
  }

  file({ file, who, text }) {
    const name = file.name || this.app.words.sent[file.kind];
    if (who !== "bot" || !file.id) return element("p", `file ${file.kind}`, name);
    const node = document.createElement(file.kind === "photo" ? "img" : "a");
    if (file.kind === "photo") {
      node.className = "picture";
      node.src = `/file/${file.id}`;
      node.alt = text.split("\n")[0] || name;
      // It takes its height only when it has come.
      node.addEventListener("load", () => this.follow(), { once: true });
    } else {
      node.className = "file document";
      node.href = `/file/${file.id}`;
      node.download = name;
      node.textContent = name;
    }
    return node;
  }

  index(who) {
    return Math.max(0, this.app.parts.town.cast.findIndex((one) => one.who === who));
  }

  keys(message) {
    return element("div", "keys", ...message.rows.map((row) => element("div", "row", ...row.map((choice) => {
      const key = button("", choice.text, () => this.press(message, choice));
      if (choice.url) key.append(icon("link"));
      return key;
    }))));
  }

  tools(message, mine) {
    const { words } = this.app;
    const name = mine ? words.you : message.who === "bot" ? words.botName : message.name;
    const reply = button("", icon("reply"), () => this.setContext({ kind: "reply", id: message.id, name }, message.text));
    reply.append(element("span", "hush", words.reply));
    const made = element("div", "tools", reply);
    if (mine && message.text) {
      const edit = button("", icon("edit"), () => this.setContext({ kind: "edit", id: message.id }, message.text));
      edit.append(element("span", "hush", words.edit));
      made.append(edit);
    }
    return made;
  }

  // What stands in the place of the composer: the door of a closed group, the bot's own welcome.
  drawDoor() {
    const { words, parts, language } = this.app;
    const group = parts.town.groups[this.place];
    const outside = !this.inside(this.place);
    const unmet = this.place === "private" && !this.chat().messages.length;
    const muted = Boolean(group?.muted.includes(this.who));
    const asking = Boolean(group?.asking.includes(this.who));
    this.find(".composer").hidden = outside || unmet || muted;
    const state = [language, this.who, this.place, outside, unmet, muted, asking, parts.town.bot.description].join();
    if (this.doorState === state) return;
    this.doorState = state;
    const door = this.find(".door");
    door.hidden = !(outside || unmet || muted);
    door.className = `door ${muted ? "muted" : ""}`;
    if (outside) door.replaceChildren(icon("lock"), element("h3", "", words.closed), element("p", "", asking ? words.asking : words.closedLead), ...(asking ? [] : [button("main", words.askIn, () => this.askIn())]));
    else if (unmet) door.replaceChildren(element("div", "face", "🤝"), element("p", "about", parts.town.bot.description), button("main", words.openLink, () => this.act("start", { by_link: true })), element("p", "small", words.openLinkLead), button("plain", words.start, () => this.act("start")));
    else if (muted) door.replaceChildren(element("p", "", words.muted));
  }

  async askIn() {
    if (await this.act("ask")) this.show("private");
  }

  drawToasts() {
    const toasts = this.app.parts.town.toasts[this.who];
    const from = this.toasted ?? toasts.length;
    this.toasted = toasts.length;
    for (const toast of toasts.slice(from)) this.toast(toast.text, toast.alert);
  }

  toast(text, alert) {
    const shown = element("div", alert ? "toast alert" : "toast", element("p", "", text));
    const gone = () => shown.remove();
    if (alert) shown.append(button("", this.app.words.ok, gone));
    this.find(".toasts").replaceChildren(shown);
    setTimeout(gone, alert ? 2 * STAYS : STAYS);
  }

  // A story acts on this phone

  perform(act) {
    this.node.classList.add("acting");
    if (act.do === "Taps") this.aim(act.label, act.seconds);
    if (act.do === "Writes" || act.do === "Replies") this.ghost(act.text, act.seconds);
  }

  rest() {
    this.node.classList.remove("acting");
    this.find(".ghost").hidden = true;
    clearInterval(this.typing);
    this.node.querySelectorAll(".aimed").forEach((key) => key.classList.remove("aimed"));
  }

  aim(label) {
    const keys = [...this.node.querySelectorAll(".keys button")].filter((key) => key.textContent === label);
    const key = keys.at(-1);
    key?.classList.add("aimed");
    key?.scrollIntoView({ block: "nearest", behavior: this.app.calm ? "auto" : "smooth" });
  }

  ghost(text, seconds) {
    const ghost = this.find(".ghost");
    ghost.hidden = false;
    const started = Date.now();
    const type = () => {
      const part = seconds ? Math.min(1, (Date.now() - started) / (seconds * 900)) : 1;
      ghost.textContent = this.app.calm ? text : text.slice(0, Math.ceil(text.length * part));
      if (part >= 1) clearInterval(this.typing);
    };
    clearInterval(this.typing);
    this.typing = setInterval(type, 40);
    type();
  }
}
