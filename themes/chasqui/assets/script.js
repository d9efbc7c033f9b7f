// All that scripts do here: choose dark or light, copy code and links, close a menu, keep what was read for
// when there is no connection. Everything else is HTML.
(function () {
  var root = document.documentElement;
  var toggle = document.querySelector("button.theme");
  if (toggle) {
    var dark = function () {
      return root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
    };
    var show = function () {
      toggle.setAttribute("aria-pressed", dark());
    };
    toggle.setAttribute("aria-label", toggle.dataset.dark);
    toggle.hidden = false;
    show();
    toggle.addEventListener("click", function () {
      root.dataset.theme = dark() ? "light" : "dark";
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch (e) {
        // Private windows may refuse; the choice then lasts as long as the page.
      }
      show();
    });
  }

  var words = document.body.dataset;
  var copy;
  if (navigator.clipboard && words.copy) {
    var status = document.createElement("div");
    status.className = "hidden";
    status.setAttribute("role", "status");
    document.body.appendChild(status);
    copy = function (text, place, usual) {
      navigator.clipboard.writeText(text).then(function () {
        status.textContent = place.textContent = words.copied;
        setTimeout(function () {
          place.textContent = usual;
          status.textContent = "";
        }, 2000);
      });
    };
    document.querySelectorAll(".text pre > code").forEach(function (code) {
      var pre = code.parentNode;
      if (pre.closest(".code-output, .code-error")) {
        return;
      }
      // The button must stay in place while long lines scroll.
      var box = document.createElement("div");
      box.className = "codebox";
      pre.replaceWith(box);
      box.appendChild(pre);
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = words.copy;
      button.addEventListener("click", function () {
        copy(code.textContent, button, words.copy);
      });
      box.appendChild(button);
    });
  }

  // The link of a section is copied when it is followed, with a finger or with the keyboard.
  document.querySelectorAll(".heading-anchor").forEach(function (link) {
    link.removeAttribute("aria-hidden");
    link.tabIndex = 0;
    link.setAttribute("aria-label", words.link);
    link.addEventListener("click", function () {
      if (copy) {
        copy(link.href, link, "");
      }
    });
  });

  // A menu closes with Escape, and when one clicks elsewhere.
  var menus = document.querySelectorAll(".top details, .launch details");
  var close = function (except) {
    menus.forEach(function (menu) {
      if (menu !== except) {
        menu.open = false;
      }
    });
  };
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      menus.forEach(function (menu) {
        if (menu.open && menu.contains(document.activeElement)) {
          menu.querySelector("summary").focus();
        }
      });
      close();
    }
  });
  document.addEventListener("click", function (event) {
    close(event.target.closest("details"));
  });

  // "/" leads to the search, unless one writes or has switched it off there.
  var find = document.querySelector("a.find");
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !find
        || event.target.closest("input, textarea, select, [contenteditable]")) {
      return;
    }
    try {
      if (localStorage.getItem("search-key") === "off") {
        return;
      }
    } catch (e) {
      // See above.
    }
    event.preventDefault();
    var input = document.querySelector("form.search input");
    if (input) {
      input.focus();
    } else {
      location.href = find.href;
    }
  });

  // All solutions at once, where there are several.
  var all = document.querySelector("button[data-hide]");
  var solutions = document.querySelectorAll("details.solution");
  if (all && solutions.length > 1) {
    var labels = [all.textContent, all.dataset.hide];
    all.hidden = false;
    all.addEventListener("click", function () {
      var open = all.textContent === labels[0];
      solutions.forEach(function (solution) {
        solution.open = open;
        var around = solution.parentNode.closest("details");
        if (open && around) {
          around.open = true;
        }
      });
      all.textContent = labels[open ? 1 : 0];
    });
  }

  // Tabs: without scripts every panel stands on the page. In all sets of a group the same is chosen:
  // what authors named as such, or else the same label. The Workbench's "tab" stands alone.
  var sets = [];
  var last = {};
  var openTab = function (set, key) {
    set.tabs.forEach(function (tab, i) {
      var chosen = set.keys[i] === key;
      tab.setAttribute("aria-selected", chosen);
      tab.tabIndex = chosen ? 0 : -1;
      set.panels[i].hidden = !chosen;
    });
  };
  var choose = function (group, key) {
    last[group] = key;
    sets.forEach(function (set) {
      if (set.group === group && set.keys.indexOf(key) >= 0) {
        openTab(set, key);
      }
    });
  };
  document.querySelectorAll(".tab-set").forEach(function (box, n) {
    var panels = [].slice.call(box.querySelectorAll(":scope > .tab-item"));
    if (panels.length < 2) {
      return;
    }
    var group = box.dataset.group || (box.matches(".tab") ? n : "");
    var list = document.createElement("div");
    var keys = [];
    list.setAttribute("role", "tablist");
    var tabs = panels.map(function (panel, i) {
      var label = panel.querySelector(".tab-label");
      var tab = document.createElement("button");
      tab.type = "button";
      tab.id = "tab-" + n + "-" + i;
      tab.setAttribute("role", "tab");
      tab.textContent = label.firstChild.textContent.trim() || label.textContent.trim();
      keys[i] = panel.dataset.sync || tab.textContent;
      // A heading that what follows stands below must still be heard.
      label.classList.add("hidden");
      panel.id = panel.id || tab.id + "-panel";
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.removeAttribute("aria-label");
      panel.setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", function () {
        choose(group, keys[i]);
        try {
          if (group !== n) {
            localStorage.setItem("tab" + group, keys[i]);
          }
        } catch (e) {
          // See above.
        }
      });
      list.appendChild(tab);
      return tab;
    });
    list.addEventListener("keydown", function (event) {
      var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        var rtl = getComputedStyle(list).direction === "rtl" ? -1 : 1;
        var at = tabs.indexOf(document.activeElement) + step * rtl;
        tabs[(at + tabs.length) % tabs.length].focus();
        tabs[(at + tabs.length) % tabs.length].click();
      }
    });
    box.insertBefore(list, box.firstChild);
    sets.push({ tabs: tabs, panels: panels, keys: keys, group: group });
    try {
      last[group] = last[group] || localStorage.getItem("tab" + group);
    } catch (e) {
      // See above.
    }
    last[group] = last[group] || keys[0];
    openTab(sets[sets.length - 1], keys.indexOf(last[group]) < 0 ? keys[0] : last[group]);
  });

  // Who has asked to save data is not sent a script that they did not ask for.
  var line = navigator.connection || {};
  var keeps = words.worker && "serviceWorker" in navigator && "caches" in window;
  if (keeps && !line.saveData) {
    addEventListener("load", function () {
      navigator.serviceWorker.register(words.worker).catch(function () {
        // A private window, or a disk: pages are then not kept.
      });
    });
  }

  // The hub that a learner chose before comes first; without scripts all are plain links.
  var launch = document.querySelector(".launch[data-open]");
  if (launch) {
    var said = launch.dataset;
    var choice = launch.querySelector("details");
    var panel = choice.lastElementChild;
    var label = choice.querySelector("summary").lastChild;
    var usual = label.textContent;
    var pull = launch.querySelector("[data-kind=nbgitpuller]");
    var make = function (tag, type, into, text) {
      var element = document.createElement(tag);
      element.className = tag === "button" ? "button second" : type;
      if (tag === "button") {
        element.type = type;
      }
      element.textContent = text || "";
      into.appendChild(element);
      return element;
    };
    var mine = make("a", "button", launch);
    launch.insertBefore(mine, choice);
    var form = make("form", "", panel);
    var field = make("label", "", form, said.own + " ");
    var own = make("input", "", field);
    own.type = "url";
    own.placeholder = "https://";
    make("button", "submit", form, said.go);
    var forget = make("button", "button", panel, said.forget);
    var news = make("p", "small", panel);
    news.setAttribute("role", "status");
    form.hidden = !pull;
    form.noValidate = true;
    // A hub of this page, or the address of any other that can pull notebooks.
    var hubOf = function (id) {
      var link = launch.querySelector('[data-hub="' + CSS.escape(id) + '"]');
      if (link) {
        var name = link.dataset.name || link.textContent;
        return { href: link.href, name: name, say: said.open.replace("{hub}", link.textContent === name
          ? name : "Binder (" + name + ")") };
      }
      return id.indexOf("https://") === 0 && pull && {
        href: id + pull.href.slice(pull.href.indexOf("hub/user-redirect/")),
        name: new URL(id).host,
        say: said.open.replace("{hub}", new URL(id).host)
      };
    };
    var use = function (id, text) {
      var hub = id && hubOf(id);
      mine.hidden = forget.hidden = !hub;
      mine.href = hub ? hub.href : "";
      mine.textContent = hub ? hub.say : "";
      label.textContent = hub ? said.other : usual;
      news.textContent = text || (hub ? said.kept.replace("{hub}", hub.name) : "");
    };
    var keep = function (id, text) {
      try {
        localStorage[id ? "setItem" : "removeItem"]("hub", id);
      } catch (e) {
        // See above.
      }
      use(id, text);
    };
    try {
      use(localStorage.getItem("hub"));
    } catch (e) {
      use();
    }
    launch.addEventListener("click", function (event) {
      if (event.target.dataset.hub) {
        keep(event.target.dataset.hub);
      }
    });
    forget.addEventListener("click", function () {
      keep("", said.forgotten);
      choice.querySelector("summary").focus();
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var found = /^https:\/\/[\w.:-]+(?=[/?#]|$)(\/(?!hub(\/|$)|user\/)[\w.~-]+)*/.exec(own.value.trim());
      own.setAttribute("aria-invalid", !found);
      if (found) {
        keep(found[0] + "/");
        mine.focus();
      } else {
        news.textContent = said.wrong;
        own.focus();
      }
    });
  }

  // What saves a lesson comes only to who wants it, or has saved this one.
  var saving = document.querySelector(".saving[data-script]");
  if (keeps && saving) {
    var list = new URL(saving.dataset.list, location.href).href;
    var load = function () {
      var script = document.createElement("script");
      script.src = saving.dataset.script;
      document.head.appendChild(script);
    };
    caches.keys().then(function (names) {
      saving.hidden = false;
      if (names.some(function (name) { return name.endsWith("saved " + list); })) {
        load();
      } else {
        saving.querySelector("button").addEventListener("click", function () {
          saving.dataset.now = "";
          load();
        }, { once: true });
      }
    }, function () {
      // As above.
    });
  }

  // What is folded must be seen on paper.
  var folded = [];
  addEventListener("beforeprint", function () {
    folded = [].slice.call(document.querySelectorAll("main details:not([open]):not(.contents)"));
    folded.forEach(function (d) {
      d.open = true;
    });
  });
  addEventListener("afterprint", function () {
    folded.forEach(function (d) {
      d.open = false;
    });
  });
  if (matchMedia("(min-width: 64rem)").matches) {
    document.querySelectorAll(".beside > .contents").forEach(function (d) {
      d.open = true;
    });
  }
})();
