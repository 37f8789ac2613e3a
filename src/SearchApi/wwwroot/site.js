// Makes the search box better where scripts run; every page works without this file.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const input = form?.querySelector("input[type=search]");
  if (!input) {
    return;
  }

  const box = input.parentElement;
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.list);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  box.append(list);
  form.append(status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  let suggestions = [];
  let selected = -1;
  let typed = input.value;
  let timer = 0;
  let running = null;

  const plural = new Intl.PluralRules(document.documentElement.lang);
  const count = (number) => {
    const rule = plural.select(number);
    const words = rule === "one" ? form.dataset.one : rule === "few" ? form.dataset.few : form.dataset.many;
    return words.replace("{0}", number);
  };

  const close = () => {
    list.hidden = true;
    selected = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const select = (place) => {
    selected = place;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
    if (place < 0) {
      input.removeAttribute("aria-activedescendant");
      input.value = typed;
      return;
    }

    const option = list.children[place];
    input.setAttribute("aria-activedescendant", option.id);
    input.value = suggestions[place].text;
    option.scrollIntoView({ block: "nearest" });
  };

  const show = () => {
    list.replaceChildren(...suggestions.map((suggestion, number) => {
      const option = document.createElement("li");
      option.id = `suggestion-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.lang = suggestion.language;
      option.textContent = suggestion.text;
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => {
        input.value = suggestion.text;
        close();
        form.requestSubmit();
      });
      return option;
    }));
    selected = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = suggestions.length === 0 ? form.dataset.none : count(suggestions.length);
  };

  const ask = async () => {
    running?.abort();
    typed = input.value;
    if (typed.trim().length < 2) {
      suggestions = [];
      close();
      status.textContent = "";
      return;
    }

    running = new AbortController();
    try {
      const response = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: running.signal });
      if (response.ok && input.value === typed && document.activeElement === input) {
        suggestions = (await response.json()).suggestions;
        show();
      }
    } catch {
      // Cancelled by a newer letter, or the server is down: the form still works.
    }
  };

  const cancel = () => {
    clearTimeout(timer);
    running?.abort();
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 20); // Keys struck together ask once; a completion takes a millisecond.
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      cancel(); // A late reply must not open the list again.
      input.value = typed;
      close();
      event.preventDefault();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && suggestions.length > 0) {
      if (list.hidden) {
        show();
      }

      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = suggestions.length + 1;
      select(((selected + 1 + step + places) % places) - 1);
      event.preventDefault();
    } else if (event.key === "Enter") {
      cancel();
      close();
    }
  });

  document.addEventListener("keydown", (event) => {
    const isShortcut = (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey);
    const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (isShortcut && !isTyping) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
