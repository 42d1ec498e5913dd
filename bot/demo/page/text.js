// A message's text with its marks, as nodes: nothing that anybody wrote is ever read as HTML.

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", spoiler: "span", text_link: "a", url: "a",
};

// Offsets and lengths are UTF-16 units, as in the Bot API and in JavaScript.
export function rich(text, entities, onCommand) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, sorted, 0, text.length, onCommand);
}

function nodes(text, entities, from, to, onCommand) {
  const made = document.createDocumentFragment();
  let at = from;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    if (entity.offset < at || entity.offset >= to) continue;
    made.append(text.slice(at, entity.offset));
    const end = Math.min(entity.offset + entity.length, to);
    const inner = nodes(text, entities.slice(i + 1), entity.offset, end, onCommand);
    made.append(marked(entity, inner, text.slice(entity.offset, end), onCommand));
    at = end;
  }
  made.append(text.slice(at, to));
  return made;
}

function marked(entity, inner, said, onCommand) {
  if (entity.type === "bot_command" && onCommand) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "command";
    button.append(inner);
    button.addEventListener("click", () => onCommand(said));
    return button;
  }
  const node = document.createElement(TAGS[entity.type] ?? "span");
  if (node.tagName === "A") {
    const address = entity.url ?? said;
    if (/^https?:/i.test(address)) {
      node.href = address;
      node.target = "_blank";
      node.rel = "noreferrer noopener";
    }
  }
  node.append(inner);
  return node;
}
