// The translator's desk of `chasqui serve`. Texts reach the page as text, never as HTML.
(() => {
  "use strict";
  const root = document.documentElement;
  const language = root.dataset.language;
  const from = root.dataset.source;
  const words = JSON.parse(root.dataset.words);
  const say = (text) => words[text] || text;
  const $ = (id) => document.getElementById(id);
  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "class") node.className = value;
      else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value);
    }
    node.append(...children);
    return node;
  };

  const api = (what) => `/_translate/${language}/${what}`;
  const ask = async (what) => {
    const answer = await fetch(api(what));
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };
  const send = (what, sheet, entry, translations) => {
    const form = new URLSearchParams({ sheet, context: entry.context, id: entry.id });
    translations.forEach((text) => form.append("translation", text));
    entry.translations.forEach((text) => form.append("before", text));
    return fetch(api(what), {
      method: "POST", body: form, headers: { "X-Chasqui-Token": root.dataset.token },
    });
  };

  // Which words came and went, by the longest common run of words.
  const difference = (old, now) => {
    const a = old.split(/(\s+)/), b = now.split(/(\s+)/);
    const t = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        t[i][j] = a[i] === b[j] ? t[i + 1][j + 1] + 1 : Math.max(t[i + 1][j], t[i][j + 1]);
      }
    }
    const out = document.createDocumentFragment();
    for (let i = 0, j = 0; i < a.length || j < b.length;) {
      if (i < a.length && j < b.length && a[i] === b[j]) { out.append(a[i]); i++; j++; }
      else if (j === b.length || (i < a.length && t[i + 1][j] >= t[i][j + 1])) {
        out.append(make("del", {}, a[i++]));
      } else out.append(make("ins", {}, b[j++]));
    }
    return out;
  };

  // What was typed and is not saved yet, by page and text: it stays when another page is opened.
  const typed = new Map();
  addEventListener("beforeunload", (event) => { if (typed.size) event.preventDefault(); });

  let current = "";
  let timer = 0;
  const told = (text) => {
    $("said").textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { $("said").textContent = ""; }, 4000);
  };

  const problems = (list, found) => {
    list.replaceChildren(...found.map((p) => make("li", { class: p.severity }, `${p.code}: ${p.message}`)));
  };

  // What a colour says is said in words, too.
  const states = {
    untranslated: say("not translated yet"),
    outdated: say("the source has changed"),
    cosmetic: say("the source has changed a little"),
  };

  const row = (sheet, entry, index) => {
    const article = make("article", { class: entry.state });
    const place = JSON.stringify([sheet.name, entry.context, entry.id]);
    const kept = typed.get(place);
    const list = make("ul", { class: "problems", "aria-live": "polite" });
    const fields = entry.translations.map((text, form) => {
      const label = `${say("Translation")} ${index + 1}` + (entry.plural ? `, ${say("plural form")} ${form}` : "");
      const field = make("textarea", {
        lang: language, dir: root.dataset.direction, spellcheck: "true", "aria-label": label, rows: "2",
      });
      field.value = kept ? kept[form] : text;
      return field;
    });
    const values = () => fields.map((field) => field.value);
    let waiting = 0;
    let turn = 0;
    const quiet = () => { clearTimeout(waiting); return ++turn; };
    const check = () => {
      const mine = quiet();
      waiting = setTimeout(async () => {
        if (values().some((text) => !text)) return problems(list, []);
        const answer = await send("check", sheet.name, entry, values());
        const found = answer.ok ? (await answer.json()).problems : [];
        if (mine === turn) problems(list, found);
      }, 300);
    };
    const changed = () => {
      if (values().every((text, form) => text === entry.translations[form])) typed.delete(place);
      else typed.set(place, values());
    };
    // What somebody else wrote is shown, what was typed here stays: saving again decides.
    const conflict = (now) => {
      if (!now.translations.length) return told(say("The source has no such text any more."));
      entry.translations = now.translations;
      changed();
      list.replaceChildren(make("li", { class: "error" },
        `${say("Somebody else wrote this meanwhile; save again to replace it:")} `,
        make("span", { lang: language, dir: root.dataset.direction }, now.translations.join(" / "))));
      told(say("Somebody else has changed this meanwhile."));
    };
    let saving = false;
    const save = async () => {
      if (saving) return;
      saving = true;
      quiet();
      try { await write(); } catch (error) { told(say("It could not be saved.")); } finally { saving = false; }
    };
    const write = async () => {
      const answer = await send("save", sheet.name, entry, values());
      if (answer.status === 409) return conflict(await answer.json());
      if (answer.status === 423) return told(await answer.text());
      if (!answer.ok) return told(say("It could not be saved."));
      const saved = await answer.json();
      typed.delete(place);
      Object.assign(entry, { translations: saved.translations, state: saved.state, previous: "" });
      tell();
      problems(list, saved.problems);
      pages();
      if (saved.problems.some((p) => p.severity === "error")) {
        return told(say("Saved, but readers see the source until it is mended."));
      }
      told(say("Saved"));
      return next(article);
    };
    const use = (text, field = fields[0]) => { field.value = text; field.focus(); changed(); check(); };
    const copy = (field) => use(fields.indexOf(field) > 0 ? entry.plural : entry.id, field);
    fields.forEach((field) => {
      field.addEventListener("input", () => { changed(); check(); });
      field.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); save(); }
        else if (event.altKey && event.key === "ArrowDown") { event.preventDefault(); step(field, 1); }
        else if (event.altKey && event.key === "ArrowUp") { event.preventDefault(); step(field, -1); }
        else if (event.altKey && event.key.toLowerCase() === "c") { event.preventDefault(); copy(field); }
      });
    });
    const about = make("p", { class: "about" });
    const tell = () => {
      article.className = entry.state;
      about.replaceChildren(make("span", { lang: "en" }, entry.about[0] || ""));
      if (states[entry.state]) about.append(" ", make("strong", {}, states[entry.state]));
    };
    tell();
    article.append(about);
    // What authors and other translators have written about this text.
    const notes = entry.about.slice(1).filter((line) => !line.startsWith("preview: "));
    if (notes.length) article.append(make("p", { class: "help" }, `${say("From the author:")} `,
      make("span", { lang: from, dir: root.dataset.sourceDirection }, notes.join(" "))));
    const comments = entry.comments.filter((line) => line.trim());
    if (comments.length) article.append(make("p", { class: "help" }, `${say("Comment:")} `,
      make("span", { dir: "auto" }, comments.join(" "))));
    const source = make("div", { class: "source", lang: from, dir: root.dataset.sourceDirection });
    if (entry.previous) source.append(difference(entry.previous, entry.id));
    else source.append(entry.id + (entry.plural ? "\n" + entry.plural : ""));
    const buttons = make("div", { class: "row" },
      make("button", { type: "button", onclick: save }, say("Save")),
      make("button", { type: "button", onclick: () => fields.forEach(copy) }, say("Copy the source")));
    article.append(source, make("div", {}, ...fields, list, buttons));
    const terms = Object.entries(entry.terms);
    if (terms.length) {
      article.append(make("p", { class: "help terms" }, `${say("In the glossary:")} `,
        ...terms.map(([term, said]) => make("span", {}, `${term} → ${said.join(", ")}`))));
    }
    entry.suggestions.forEach((s) => article.append(make("p", { class: "help" },
      make("button", { type: "button", onclick: () => use(s.text) }, say("Use this")), ` ${s.percent} % · ${s.text}`)));
    problems(list, entry.problems);
    return article;
  };

  const step = (field, by) => {
    const all = [...document.querySelectorAll("#sheet textarea")];
    const to = all[all.indexOf(field) + by];
    if (to) to.focus();
  };
  const next = (from) => {
    for (let node = from.nextElementSibling; node; node = node.nextElementSibling) {
      if (!node.classList.contains("translated")) return node.querySelector("textarea").focus();
    }
    return from.querySelector("textarea").focus();
  };

  const open = async (name) => {
    current = name;
    const sheet = await ask("sheet?name=" + encodeURIComponent(name));
    history.replaceState(null, "", "#" + encodeURIComponent(name));
    const top = [make("h2", { lang: from }, sheet.title)];
    if (sheet.broken) top.push(make("p", { class: "broken" }, say("The catalogue of this page cannot be read, so nothing is written. Mend it first: 'chasqui translate check' tells where.")));
    if (sheet.preview) top.push(make("p", { class: "seen" }, make("a", { href: sheet.preview, target: "chasqui-preview" }, say("Preview of the page"))));
    $("sheet").replaceChildren(...top, ...sheet.entries.map((entry, i) => row(sheet, entry, i)));
    const preview = $("preview");
    preview.hidden = !sheet.preview;
    preview.title = say("Preview of the page");
    if (sheet.preview) preview.src = sheet.preview;
    pages();
    const first = document.querySelector("#sheet article:not(.translated) textarea") || document.querySelector("#sheet textarea");
    if (first) first.focus();
  };

  const pages = async () => {
    const { sheets } = await ask("sheets");
    $("sheets").replaceChildren(...sheets.map((sheet) => {
      const left = sheet.messages - sheet.translated;
      const button = make("button", { type: "button", class: left ? "" : "done", onclick: () => open(sheet.name) },
        make("span", { lang: from }, sheet.title), left ? `${left} ${say("to do")}` : "✓");
      if (sheet.name === current) button.setAttribute("aria-current", "true");
      if (!left) button.lastChild.textContent = "✓";
      return button;
    }));
    return sheets;
  };

  $("languages").setAttribute("aria-label", say("Languages"));
  $("sheets").setAttribute("aria-label", say("Pages of the site"));
  $("keys").append(
    make("kbd", {}, "Ctrl+Enter"), ` ${say("save, then the next one to do")} · `,
    make("kbd", {}, "Alt+↑ ↓"), ` ${say("one up, one down")} · `, make("kbd", {}, "Alt+C"), ` ${say("copy the source")}`);
  const wanted = () => decodeURIComponent(location.hash.slice(1));
  addEventListener("hashchange", () => { if (wanted() !== current) open(wanted()).catch((error) => told(String(error.message || error))); });
  (async () => {
    const sheets = await pages();
    const first = sheets.find((s) => s.name === wanted()) || sheets.find((s) => s.translated < s.messages) || sheets[0];
    if (first) await open(first.name);
  })().catch((error) => told(String(error.message || error)));
})();
