// Under the hood: the rows behind what one sees, the weather, the bot's life.

const EVERY = 600;

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export class Hood {
  constructor(app) {
    this.app = app;
    this.node = document.getElementById("hood");
    this.opener = document.getElementById("hood-button");
    this.drawn = {};
    this.opener.addEventListener("click", () => this.toggle(this.node.hidden));
    document.getElementById("hood-close").addEventListener("click", () => this.toggle(false));
    this.node.addEventListener("keydown", (event) => { if (event.key === "Escape") this.toggle(false); });
    document.getElementById("robot-button").addEventListener("click", () => {
      this.app.ask("robot", { run: this.app.parts.machine.robot === "stopped" });
    });
  }

  toggle(open) {
    this.node.hidden = !open;
    document.body.classList.toggle("with-hood", open);
    this.opener.setAttribute("aria-expanded", String(open));
    clearInterval(this.looking);
    if (open) {
      this.drawn = {};
      this.draw();
      this.look();
      this.looking = setInterval(() => this.look(), EVERY);
      document.getElementById("hood-close").focus();
    } else {
      this.opener.focus();
    }
  }

  async look() {
    const answer = await fetch("/rows").catch(() => null);
    if (!answer?.ok) return;
    const rows = await answer.json();
    this.fill("inbox", rows.inbox, () => rows.inbox.map((row) => this.arrival(row)));
    this.fill("outbox", rows.outbox, () => this.steps(rows.outbox));
    this.fill("agenda", rows.agenda, () => rows.agenda.map((row) => this.due(row)));
  }

  fill(name, rows, make) {
    const text = this.app.language + JSON.stringify(rows);
    if (this.drawn[name] === text) return;
    this.drawn[name] = text;
    const list = rows.length ? element("ol", "", ...make()) : element("p", "", this.app.words.nothing);
    document.getElementById(name).replaceChildren(list);
  }

  chip(state) {
    return element("span", `chip ${state}`, this.app.words.states[state]);
  }

  arrival(row) {
    const { words } = this.app;
    const item = element("li", "entry", element("code", "", `#${row.seq}`), element("span", "what", words.kinds[row.kind], " ", element("small", "", row.key)), this.chip(row.state));
    if (row.attempts > 1) item.append(element("small", "", words.tries(row.attempts)));
    if (row.error) item.append(element("small", "error", row.error));
    return item;
  }

  // Rows of one step of a transaction bear the same moment.
  steps(rows) {
    const steps = [];
    for (const row of rows) {
      if (steps.at(-1)?.at !== row.created_at) steps.push({ at: row.created_at, rows: [] });
      steps.at(-1).rows.push(row);
    }
    return steps.map((step) => element("li", "step", element("time", "", this.app.second(step.at)), ...step.rows.map((row) => this.departure(row))));
  }

  departure(row) {
    const { words } = this.app;
    const shown = element("div", "entry", element("code", "", `#${row.seq}`), element("span", "what", row.method, " ", element("small", "", row.to ? this.app.name(row.to) : "")), this.chip(row.state));
    if (row.attempts > 1) shown.append(element("small", "", words.tries(row.attempts)));
    if (row.error && row.state !== "done") shown.append(element("small", "error", row.error));
    return shown;
  }

  due(row) {
    return element("li", "entry", element("span", "what", row.name, " ", element("small", "", row.key)), element("time", "", this.app.moment(row.due_at)));
  }

  draw() {
    const { words, parts } = this.app;
    if (!parts.machine) return;
    const { robot, weather, held } = parts.machine;
    document.getElementById("held").textContent = words.held(held);
    document.getElementById("trouble").hidden = robot !== "stopped" && weather === "fair";
    const state = document.getElementById("robot-state");
    state.textContent = words.robotStates[robot];
    state.className = `chip ${robot}`;
    document.getElementById("robot-button").textContent = robot === "stopped" ? words.restart : words.kill;
    const set = document.getElementById("weather");
    if (set.dataset.language !== this.app.language) {
      set.dataset.language = this.app.language;
      set.querySelectorAll("label").forEach((label) => label.remove());
      for (const [name, label] of Object.entries(words.weathers)) {
        const input = element("input");
        input.type = "radio";
        input.name = "weather";
        input.value = name;
        input.addEventListener("change", () => this.app.ask("weather", { weather: name }));
        set.append(element("label", "", input, element("span", "", label)));
      }
    }
    set.querySelector(`[value=${weather}]`).checked = true;
  }
}
