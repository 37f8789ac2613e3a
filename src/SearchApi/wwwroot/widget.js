/*! <ministry-search>: search of a ministry's archive for any page. No dependencies, no cookies, no inline code. Apache-2.0 */
"use strict";
(() => {
  const script = document.currentScript;
  const home = script ? new URL(script.src).origin : location.origin;
  const pause = 20; // ms after the last key: keys struck together ask once, and a search costs less than the wait that would save it
  const pauseToAsk = 350; // a question is asked when it seems finished

  const texts = {
    be: {
      label: "Пошук па архіве навін", placeholder: "Слова або пытанне", search: "Знайсці", list: "Вынікі", answer: "Адказ архіва", all: "Усе вынікі",
      how: "Вынікі з’яўляюцца падчас набору. Выбар — стрэлкамі ўверх і ўніз, адкрыць — Enter, схаваць — Esc.",
      none: "Нічога не знайшлося", down: "Пошук зараз недаступны. Націсніце Enter, каб адкрыць яго асобна.", of: "з", opening: "Адкрываецца", ready: "Адказ гатовы", untitled: "Без загалоўка",
      count: { one: "вынік", few: "вынікі", many: "вынікаў", other: "вынікаў" }, language: { be: "беларуская", ru: "руская", en: "англійская" }
    },
    ru: {
      label: "Поиск по архиву новостей", placeholder: "Слово или вопрос", search: "Найти", list: "Результаты", answer: "Ответ архива", all: "Все результаты",
      how: "Результаты появляются по мере набора. Выбор — стрелками вверх и вниз, открыть — Enter, скрыть — Esc.",
      none: "Ничего не нашлось", down: "Поиск сейчас недоступен. Нажмите Enter, чтобы открыть его отдельно.", of: "из", opening: "Открывается", ready: "Ответ готов", untitled: "Без заголовка",
      count: { one: "результат", few: "результата", many: "результатов", other: "результатов" }, language: { be: "белорусский", ru: "русский", en: "английский" }
    },
    en: {
      label: "Search the news archive", placeholder: "A word or a question", search: "Search", list: "Results", answer: "The archive’s answer", all: "All results",
      how: "Results appear as you type. Choose with the up and down arrows, open with Enter, close with Escape.",
      none: "Nothing found", down: "Search is not available right now. Press Enter to open it on its own page.", of: "of", opening: "Opening", ready: "An answer is ready", untitled: "Untitled",
      count: { one: "result", other: "results" }, language: { be: "Belarusian", ru: "Russian", en: "English" }
    }
  };

  // What may begin a question; a question mark at the end makes one of anything.
  const asking = /\?\s*$|^\s*(хто|што|дзе|калі|колькі|чаму|як|які|якая|якое|якія|кто|что|где|когда|сколько|почему|как|какой|какая|какое|какие|who|what|where|when|why|how|which)\s+\S+\s+\S+/iu;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host { --ink: var(--ministry-search-ink, #1e1c19); --soft: var(--ministry-search-soft, #5b564e); --paper: var(--ministry-search-paper, #fff); --line: var(--ministry-search-line, #857e72); --accent: var(--ministry-search-accent, #9b1c2c); --on-accent: var(--ministry-search-on-accent, #fff); --mark: var(--ministry-search-mark, #fbe5a2); --chosen: var(--ministry-search-chosen, #fdeccb); --radius: var(--ministry-search-radius, .375rem);
  display: block; position: relative; container-type: inline-size; color: var(--ink); font: var(--ministry-search-font, 1rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif); text-align: start; }
@media (prefers-color-scheme: dark) { :host(:not([theme=light])) { --ink: var(--ministry-search-ink, #ece7dc); --soft: var(--ministry-search-soft, #b1a99b); --paper: var(--ministry-search-paper, #201e1b); --line: var(--ministry-search-line, #8b8376); --accent: var(--ministry-search-accent, #f0878f); --on-accent: var(--ministry-search-on-accent, #1d0a0c); --mark: var(--ministry-search-mark, #574708); --chosen: var(--ministry-search-chosen, #43351a); } }
:host([theme=dark]) { --ink: var(--ministry-search-ink, #ece7dc); --soft: var(--ministry-search-soft, #b1a99b); --paper: var(--ministry-search-paper, #201e1b); --line: var(--ministry-search-line, #8b8376); --accent: var(--ministry-search-accent, #f0878f); --on-accent: var(--ministry-search-on-accent, #1d0a0c); --mark: var(--ministry-search-mark, #574708); --chosen: var(--ministry-search-chosen, #43351a); }
:host([hidden]) { display: none; }
*, ::before, ::after { box-sizing: border-box; }
form { margin: 0; }
.box { display: flex; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); }
.box:focus-within { border-color: var(--accent); box-shadow: 0 0 0 .125rem var(--accent); }
input { flex: 1; min-width: 0; border: 0; background: none; color: inherit; font: inherit; padding: .6875rem .875rem; border-radius: var(--radius); appearance: none; text-overflow: ellipsis; }
input:focus { outline: none; }
input::placeholder { color: var(--soft); opacity: 1; }
button { border: 0; margin: .1875rem; padding: .5rem 1rem; min-height: 2.25rem; border-radius: calc(var(--radius) - .125rem); background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 700; cursor: pointer; }
:focus-visible { outline: .1875rem solid var(--accent); outline-offset: .125rem; }
.panel { position: absolute; z-index: 1000; inset: calc(100% + .25rem) 0 auto; max-height: min(30rem, 75vh); overflow-y: auto; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 .5rem 1.5rem rgb(0 0 0 / .2); }
[hidden] { display: none !important; }
ul { margin: 0; padding: .25rem 0; list-style: none; }
li { padding: .5625rem .875rem; cursor: pointer; border-inline-start: .25rem solid transparent; overflow-wrap: anywhere; }
li:hover, li[aria-selected=true] { background: var(--chosen); }
li[aria-selected=true] { border-color: var(--accent); }
.title, .snippet { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.title { font-weight: 600; -webkit-line-clamp: 3; }
.snippet { font-size: .9375em; }
.about { font-size: .8125em; color: var(--soft); }
mark { background: var(--mark); color: inherit; border-radius: .125rem; }
.answer { padding: .75rem 1rem; border-bottom: 1px solid var(--line); }
.answer h2 { margin: 0; font-size: .75em; letter-spacing: .05em; text-transform: uppercase; color: var(--soft); }
.answer p { margin: .25rem 0 0; }
.short { font-size: 1.25em; font-weight: 700; }
.date { display: block; }
blockquote { margin: .375rem 0 0; padding-inline-start: .75rem; border-inline-start: .1875rem solid var(--line); font-size: .9375em; }
.foot, .message { margin: 0; padding: .625rem 1rem; font-size: .9375em; }
.foot { border-top: 1px solid var(--line); }
a { color: var(--accent); display: inline-block; padding: .125rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (max-width: 20rem) { button { padding-inline: .625rem; } .snippet { display: none; } }
@media (forced-colors: active) { li[aria-selected=true] { outline: .125rem solid; outline-offset: -.125rem; } }
`);

  const make = (name, properties = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "text") {
        element.textContent = value;
      } else {
        element.setAttribute(key, value);
      }
    }

    element.append(...children);
    return element;
  };

  // Text with its highlights in mark elements; offsets count UTF-16 code units, as strings do here.
  const marked = (text, spans) => {
    const parts = [];
    let at = 0;
    for (const span of spans ?? []) {
      if (span.start >= at && span.start + span.length <= text.length) {
        parts.push(text.slice(at, span.start), make("mark", { text: text.slice(span.start, span.start + span.length) }));
        at = span.start + span.length;
      }
    }

    parts.push(text.slice(at));
    return parts;
  };

  const followable = (address) => /^https?:\/\//i.test(address ?? "");

  const instances = [];
  document.addEventListener("keydown", (event) => {
    const isShortcut = (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) || (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey);
    const target = event.composedPath()[0];
    const isTyping = target instanceof Element && (target.closest("input, textarea, select") || target.isContentEditable);
    if (isShortcut && !(isTyping && event.key === "/") && instances.length > 0 && !event.defaultPrevented) {
      event.preventDefault();
      instances[0].focus();
    }
  });

  class MinistrySearch extends HTMLElement {
    static observedAttributes = ["lang", "placeholder"];

    #input;
    #results = [];
    #selected = -1;
    #timer = 0;
    #timerToAsk = 0;
    #searching = null;
    #asking = null;
    #parts = null;

    get #texts() {
      const code = (this.lang || this.closest("[lang]")?.lang || document.documentElement.lang || "ru").slice(0, 2).toLowerCase();
      return texts[code] ?? texts.ru;
    }

    get #language() {
      return Object.keys(texts).find((code) => texts[code] === this.#texts);
    }

    get #endpoint() {
      const given = this.getAttribute("endpoint");
      return followable(given) ? given.replace(/\/+$/, "") : home;
    }

    connectedCallback() {
      instances.push(this);
      if (!this.#parts) {
        this.#build();
      }

      this.#label();
    }

    disconnectedCallback() {
      instances.splice(instances.indexOf(this), 1);
      this.#cancel();
    }

    attributeChangedCallback() {
      if (this.#parts) {
        this.#label();
      }
    }

    focus(options) {
      this.#input?.focus(options);
      this.#input?.select();
    }

    #build() {
      const given = this.querySelector("input[name=q]")?.value ?? "";
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      const input = make("input", {
        id: "q", name: "q", type: "search", part: "input", role: "combobox", autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "1000",
        "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "list", "aria-describedby": "how"
      });
      const label = make("label", { for: "q", class: "unseen" });
      const how = make("p", { id: "how", class: "unseen" });
      const button = make("button", { type: "submit", part: "button" });
      const ui = make("input", { type: "hidden", name: "ui" });
      const form = make("form", { role: "search", method: "get", part: "form" }, label, make("div", { class: "box", part: "box" }, input, button), how, ui);
      const answer = make("section", { class: "answer", part: "answer", "aria-labelledby": "answer" });
      const list = make("ul", { id: "list", role: "listbox", part: "results" });
      const message = make("p", { class: "message", part: "message" });
      const all = make("a", { part: "all" });
      const foot = make("p", { class: "foot" }, all);
      const panel = make("div", { class: "panel", part: "panel" }, answer, list, message, foot);
      const status = make("p", { class: "unseen", role: "status" });
      root.append(form, panel, status);
      this.#input = input;
      input.value = given; // What the page's own form was filled with.
      this.#parts = { form, label, how, button, ui, answer, list, message, all, foot, panel, status };
      answer.hidden = message.hidden = foot.hidden = panel.hidden = true;
      form.addEventListener("submit", () => this.#cancel());
      input.addEventListener("input", () => this.#typed());
      input.addEventListener("keydown", (event) => this.#key(event));
      input.addEventListener("focus", () => {
        if (this.#input.value.trim().length > 1 && !list.childElementCount) {
          this.#typed();
        }
      });
      this.addEventListener("focusout", (event) => {
        if (!event.relatedTarget || !this.contains(event.relatedTarget) && !root.contains(event.relatedTarget)) {
          this.#close();
        }
      });
      panel.addEventListener("pointerdown", (event) => {
        if (!event.target.closest("a")) {
          event.preventDefault(); // The focus stays in the field.
        }
      });
    }

    #label() {
      const { form, label, how, button, ui, list, all } = this.#parts;
      const words = this.#texts;
      const place = instances.indexOf(this);
      label.textContent = words.label;
      form.setAttribute("aria-label", place > 0 ? `${words.label} ${place + 1}` : words.label);
      how.textContent = words.how;
      button.textContent = words.search;
      all.textContent = words.all;
      this.#input.placeholder = this.getAttribute("placeholder") ?? words.placeholder;
      list.setAttribute("aria-label", words.list);
      ui.value = this.#language;
      form.action = `${this.#endpoint}/`;
      form.lang = this.#language;
    }

    #typed() {
      clearTimeout(this.#timer);
      clearTimeout(this.#timerToAsk);
      this.#searching?.abort();
      this.#asking?.abort();
      const query = this.#input.value;
      this.#parts.answer.hidden = true;
      if (query.trim().length < 2) {
        this.#results = [];
        this.#parts.list.replaceChildren();
        this.#close();
        this.#say("");
        return;
      }

      this.#timer = setTimeout(() => this.#search(query), pause);
      if (asking.test(query)) {
        this.#timerToAsk = setTimeout(() => this.#ask(query), pauseToAsk);
      }
    }

    async #fetch(path, signal, body) {
      const key = this.getAttribute("key");
      const headers = { Accept: "application/json" };
      if (key) {
        headers["X-Archive-Key"] = key;
      }

      if (body) {
        headers["Content-Type"] = "application/json";
      }

      const response = await fetch(this.#endpoint + path, {
        signal, headers, method: body ? "POST" : "GET", body: body && JSON.stringify(body), credentials: "omit", referrerPolicy: "strict-origin-when-cross-origin"
      });
      if (!response.ok) {
        throw new Error(String(response.status));
      }

      return response.json();
    }

    async #search(query) {
      const cancel = this.#searching = new AbortController();
      const size = Math.min(Math.max(Number(this.getAttribute("results")) || 6, 1), 20);
      try {
        const reply = await this.#fetch(`/v1/search?q=${encodeURIComponent(query)}&size=${size}`, cancel.signal);
        if (!cancel.signal.aborted) {
          this.#show(query, reply);
        }
      } catch (failure) {
        if (!cancel.signal.aborted && failure.name !== "AbortError") {
          this.#results = [];
          this.#parts.list.replaceChildren();
          this.#tell(this.#texts.down);
        }
      }
    }

    async #ask(question) {
      const cancel = this.#asking = new AbortController();
      try {
        const reply = await this.#fetch("/v1/ask", cancel.signal, { question });
        if (!cancel.signal.aborted && reply.status !== "no_answer" && reply.citations.length > 0) {
          this.#answer(reply);
        }
      } catch {
        // The results are there; an answer is an extra.
      }
    }

    #show(query, reply) {
      const { list, message, foot, all } = this.#parts;
      const words = this.#texts;
      this.#results = reply.results;
      list.replaceChildren(...reply.results.map((result, number) => this.#option(result, number)));
      this.#select(-1);
      all.href = `${this.#endpoint}/?q=${encodeURIComponent(query)}&ui=${this.#language}`;
      foot.hidden = reply.total <= reply.results.length;
      if (reply.results.length === 0) {
        this.#tell(words.none);
        return;
      }

      message.hidden = true;
      list.hidden = false;
      this.#open();
      const rule = new Intl.PluralRules(this.#language).select(reply.total);
      this.#say(`${reply.total} ${words.count[rule] ?? words.count.other}`);
    }

    #option(result, number) {
      const about = [result.published, this.#texts.language[result.language]].filter(Boolean).join(" · ");
      const option = make("li", { id: `option-${number}`, role: "option", part: "result", "aria-selected": "false", "aria-posinset": String(number + 1), "aria-setsize": String(this.#results.length) },
        make("div", { class: "title", part: "title", lang: result.language }, ...marked(result.title || this.#texts.untitled, result.titleHighlights)),
        make("div", { class: "snippet", part: "snippet", lang: result.language }, ...marked(result.snippet.text, result.snippet.highlights)),
        make("div", { class: "about", part: "about", text: about }));
      option.addEventListener("click", (event) => this.#confirm(number, event.ctrlKey || event.metaKey));
      option.addEventListener("auxclick", (event) => event.button === 1 && this.#confirm(number, true));
      return option;
    }

    #answer(reply) {
      const { answer } = this.#parts;
      const words = this.#texts;
      const citation = reply.citations[0];
      const address = followable(citation.link) ? citation.link : `${this.#endpoint}/documents/${encodeURIComponent(citation.id)}`;
      const short = reply.shortAnswer && reply.shortAnswer.length < 120 ? reply.shortAnswer : reply.answer;
      answer.replaceChildren(
        make("h2", { id: "answer", text: words.answer }),
        make("p", { class: "short", lang: reply.language, text: short }),
        make("blockquote", { lang: citation.language, text: citation.quote }),
        make("p", { class: "about" }, make("a", { href: address, lang: citation.language, text: citation.title || words.untitled }), make("span", { class: "date", text: citation.published ?? "" })));
      answer.hidden = false;
      this.#open();
      this.#say(`${words.ready}: ${short}`);
    }

    #tell(text) {
      const { list, message, foot } = this.#parts;
      list.hidden = foot.hidden = true;
      message.textContent = text;
      message.hidden = false;
      this.#open();
      this.#say(text);
    }

    #say(text) {
      this.#parts.status.textContent = text;
    }

    #open() {
      if (this.shadowRoot.activeElement) {
        this.#parts.panel.hidden = false;
        this.#input.setAttribute("aria-expanded", String(!this.#parts.list.hidden));
      }
    }

    #close() {
      this.#parts.panel.hidden = true;
      this.#input.setAttribute("aria-expanded", "false");
      this.#select(-1);
    }

    #cancel() {
      clearTimeout(this.#timer);
      clearTimeout(this.#timerToAsk);
      this.#searching?.abort();
      this.#asking?.abort();
    }

    #select(number) {
      const options = [...this.#parts.list.children];
      this.#selected = number;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === number)));
      if (number < 0) {
        this.#input.removeAttribute("aria-activedescendant");
        return;
      }

      this.#input.setAttribute("aria-activedescendant", options[number].id);
      options[number].scrollIntoView({ block: "nearest" });
      this.#say(`${this.#results[number].title || this.#texts.untitled}, ${number + 1} ${this.#texts.of} ${options.length}`);
    }

    #confirm(number, isNewTab) {
      const result = this.#results[number];
      const address = this.getAttribute("open") !== "reader" && followable(result.link)
        ? result.link
        : `${this.#endpoint}/documents/${encodeURIComponent(result.id)}?q=${encodeURIComponent(this.#input.value)}&ui=${this.#language}`;
      const isGoing = this.dispatchEvent(new CustomEvent("ministry-search-open", { bubbles: true, composed: true, cancelable: true, detail: { id: result.id, url: address } }));
      this.#input.focus();
      this.#say(`${this.#texts.opening}: ${result.title}`);
      if (!isGoing) {
        this.#close();
      } else if (isNewTab) {
        open(address, "_blank", "noopener");
      } else {
        this.#close();
        location.assign(address);
      }
    }

    #key(event) {
      const count = this.#parts.list.hidden ? 0 : this.#results.length;
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
        event.preventDefault();
        this.#open();
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.#select((this.#selected + 1 + step + count + 1) % (count + 1) - 1);
      } else if (event.key === "Enter" && this.#selected >= 0 && !this.#parts.panel.hidden) {
        event.preventDefault();
        this.#confirm(this.#selected, event.ctrlKey || event.metaKey);
      } else if (event.key === "Escape" && !this.#parts.panel.hidden) {
        event.preventDefault();
        this.#cancel();
        this.#close();
      }
    }
  }

  if (!customElements.get("ministry-search")) {
    customElements.define("ministry-search", MinistrySearch);
  }
})();
