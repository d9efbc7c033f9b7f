// Search without a server. What is loaded, and in which form: docs/decisions/search.md.
(function () {
  var form = document.querySelector("form.search");
  var input = form.elements.q;
  var words = form.dataset;
  var status = document.querySelector("p.found");
  var list = document.querySelector("ol.found");
  var kinds = document.querySelector(".kinds");
  var elsewhere = document.querySelector(".elsewhere");
  var letters = document.querySelector(".letters");
  var onDisk = location.protocol === "file:";
  var index, stop, last, timer, turn = 0, chosen = "", shown = 0;

  // Pieces are scripts, because from a disk a browser loads nothing else.
  var pieces = {}, arrived = {};
  window.chasquiSearch = function (name, content) {
    if (content) {
      arrived[name](content);
    } else {
      begin(name);
    }
  };
  var load = function (name) {
    return pieces[name] || (pieces[name] = new Promise(function (done, failed) {
      arrived[name] = done;
      var script = document.createElement("script");
      script.src = name + ".js";
      script.onerror = function () {
        delete pieces[name];
        failed();
      };
      document.head.appendChild(script);
    }));
  };

  var LETTERS = { "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i" };
  var fold = function (text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u064b-\u065f\u0640]+/g, "")
      .replace(/[œæßøłđı]/g, function (c) { return LETTERS[c]; });
  };
  var split = function (text) {
    return fold(text).match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu) || [];
  };

  // Numbers as the index writes them.
  var place = {}, n = 0;
  for (var code = 33; code < 127; code++) {
    if (code !== 34 && code !== 92) {
      place[String.fromCharCode(code)] = n++;
    }
  }
  var decode = function (text, each) {
    var at = 0, page = -1;
    var number = function () {
      var high = 0;
      while (place[text[at]] >= 44) {
        high = high * 28 + place[text[at++]] - 43;
      }
      return high * 44 + place[text[at++]];
    };
    while (at < text.length) {
      var n = number(), section = 0;
      page += (n >> 2) + 1;
      if (place[text[at]] >= 72) {
        section = place[text[at++]] - 71;
        if (section === 20) {
          section += number();
        }
      }
      each(page, n & 3, section);
    }
  };

  var parsed = {};
  var lines = function (piece) {
    return load("w." + index.words[piece]).then(function (text) {
      return parsed[piece] || (parsed[piece] = text.split("\n").map(function (line) {
        var told = line.split("\t");
        if (told.length < 2) {
          var pair = line.split("=");
          return { name: pair[0], means: pair[1], forms: [] };
        }
        var forms = told[0].split(" ");
        return {
          pages: told[1],
          often: told[2],
          forms: forms.map(function (form, i) {
            return i ? forms[0].slice(0, parseInt(form[0], 36)) + form.slice(1) : form;
          })
        };
      }));
    });
  };
  var pieceOf = function (word) {
    var i = index.starts.length - 1;
    while (i > 0 && index.starts[i] > word) {
      i--;
    }
    return i;
  };

  // Whether one letter more, less, other or exchanged makes one of the other.
  var alike = function (a, b) {
    if (Math.abs(a.length - b.length) > 1) {
      return false;
    }
    var i = 0;
    while (i < a.length && a[i] === b[i]) {
      i++;
    }
    var same = function (x, y) { return a.slice(i + x) === b.slice(i + y); };
    return same(1, 1) || same(1, 0) || same(0, 1)
      || (a[i] === b[i + 1] && a[i + 1] === b[i] && same(2, 2));
  };

  // What is written of a word: [how well it fits, line] for each word of the index that fits.
  var look = function (word, begun, meant) {
    var from = pieceOf(word), to = begun && word.length > 1 ? pieceOf(word + "\uffff") : from;
    var wanted = [];
    for (var i = from; i <= Math.min(to, from + 3); i++) {
      wanted.push(lines(i));
    }
    return Promise.all(wanted).then(function (all) {
      all = [].concat.apply([], all);
      var hits = [], names = [];
      all.forEach(function (line) {
        var fits = 0;
        line.forms.forEach(function (form) {
          if (form === word) {
            fits = 1;
          } else if (begun && word.length > 1 && form.startsWith(word)) {
            fits = Math.max(fits, 0.7 * word.length / form.length);
          }
        });
        if (line.name === word && !meant) {
          names.push(line.means);
        } else if (fits) {
          hits.push([fits, line]);
        }
      });
      if (names.length) {
        return Promise.all(split(names.join(" ")).map(function (w) { return look(w, false, true); }))
          .then(function (more) { return hits.concat.apply(hits, more); });
      }
      return hits.length || word.length < 4 ? hits : forgive(word, all);
    });
  };
  // A typing error, or a form that stands nowhere: what is nearest to it.
  var forgive = function (word, all) {
    var hits = [];
    var near = function (form) {
      var i = 0;
      while (i < word.length && word[i] === form[i]) {
        i++;
      }
      return i >= Math.max(5, word.length - 3) ? 0.3 : 0;
    };
    all.forEach(function (line) {
      line.forms.some(function (form) {
        var fits = form.length > 3 && alike(word, form) ? 0.5 : near(form);
        if (fits) {
          hits.push([fits, line, form]);
        }
        return fits;
      });
    });
    var best = Math.max.apply(null, hits.map(function (hit) { return hit[0]; }));
    return hits.filter(function (hit) { return hit[0] === best; });
  };

  var WEIGHT = [1, 2, 5, 9];
  var rank = function (found) {
    var pages = {}, total = index.kinds.reduce(function (sum, kind) { return sum + kind[1]; }, 0);
    found.forEach(function (hits, i) {
      hits.forEach(function (hit) {
        var of = [];
        decode(hit[1].pages, function (page, weight, section) {
          of.push([page, weight, section]);
        });
        var rare = Math.log(1 + total / (hit[1].often || of.length));
        of.forEach(function (p) {
          var page = pages[p[0]] || (pages[p[0]] = { page: p[0], best: [], where: {} });
          var score = WEIGHT[p[1]] * rare * hit[0];
          page.best[i] = Math.max(page.best[i] || 0, score);
          page.where[p[2]] = (page.where[p[2]] || 0) + score;
        });
      });
    });
    return Object.values(pages).map(function (page) {
      var sum = 0, matched = 0, section = 0;
      page.best.forEach(function (score) {
        sum += score;
        matched++;
      });
      Object.keys(page.where).forEach(function (s) {
        if (+s && (!section || page.where[s] > page.where[section])) {
          section = +s;
        }
      });
      // Nothing is gained by a heading if the title says as much.
      if (page.where[0] >= page.where[section]) {
        section = 0;
      }
      page.section = section;
      page.score = sum * Math.pow(matched / found.length, 2);
      return page;
    }).sort(function (a, b) { return b.score - a.score || a.page - b.page; });
  };
  var kindOf = function (page) {
    for (var i = 0; page >= index.kinds[i][1]; i++) {
      page -= index.kinds[i][1];
    }
    return index.kinds[i][0];
  };

  var element = function (name, parent, text) {
    var made = document.createElement(name);
    made.textContent = text || "";
    parent.appendChild(made);
    return made;
  };
  var slug = function (heading) {
    return fold(heading).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  };
  // The titles of a piece, each with what it belongs to.
  var titles = function (page) {
    return load("p." + index.pages[Math.floor(page / index.size)]).then(function (piece) {
      var i = page % index.size, own = piece[i], above = i;
      while (above > 0 && piece[above][2] === "=") {
        above--;
      }
      return { path: own[0] + (onDisk ? "index.html" : ""), title: own[1],
        above: piece[above][2].replace(/^=$/, ""), headings: own.slice(3) };
    });
  };
  var entry = function (hit, page) {
    var li = document.createElement("li");
    element("a", li, page.title).href = page.path;
    element("small", li, page.above || words[kindOf(hit.page)]);
    var at = 2 * hit.section - 2, heading = page.headings[at + 1];
    li.anchor = "";
    if (hit.section && heading) {
      li.anchor = page.headings[at] || slug(heading);
      element("a", element("p", li), heading).href = page.path + "#" + li.anchor;
    }
    li.page = page;
    return li;
  };

  // A sentence around the words, of the page itself: only where that costs little.
  var excerpts = function (items, query) {
    var net = navigator.connection || {};
    if (onDisk || net.saveData || /2g/.test(net.effectiveType)) {
      return;
    }
    items.forEach(function (li) {
      fetch(li.page.path).then(function (r) { return r.ok ? r.text() : ""; }).then(function (html) {
        var page = new DOMParser().parseFromString(html, "text/html");
        var start = li.anchor && page.getElementById(li.anchor);
        var text = "";
        var blocks = page.querySelectorAll("main :is(p, li, dd, td, pre):not(nav *, .notice *)");
        blocks.forEach(function (block) {
          var after = !start || start.compareDocumentPosition(block) & 4;
          if (after && !text && split(block.textContent).some(query)) {
            text = block.textContent.trim().replace(/\s+/g, " ");
          }
        });
        if (text) {
          mark(element("p", li), text, query);
        }
      }, function () {});
    });
  };
  var mark = function (p, text, query) {
    var parts = text.split(/([\p{L}\p{N}\p{M}]+)/u);
    var first = parts.findIndex(function (part) { return split(part).some(query); });
    var from = Math.max(0, first - 24);
    parts.slice(from, first + 36).forEach(function (part) {
      if (split(part).some(query)) {
        element("mark", p, part);
      } else {
        p.append(part);
      }
    });
    if (from) {
      p.prepend("… ");
    }
    if (first + 36 < parts.length) {
      p.append(" …");
    }
  };

  var more = function (state) {
    var mine = turn;
    var next = state.hits.slice(shown, shown + (shown ? 10 : 5));
    return Promise.all(next.map(function (hit) { return titles(hit.page); })).then(function (pages) {
      if (mine !== turn) {
        return;
      }
      var items = pages.map(function (page, i) { return list.appendChild(entry(next[i], page)); });
      var continued = shown > 0;
      shown += items.length;
      if (continued && items.length) {
        items[0].firstChild.focus();
      }
      if (shown < state.hits.length) {
        var button = element("button", element("li", list), words.more);
        button.type = "button";
        button.className = "button second";
        button.onclick = function () {
          button.parentNode.remove();
          more(state);
        };
      }
      setTimeout(function () {
        if (mine === turn) {
          excerpts(items, state.query);
        }
      }, 600);
    });
  };
  var filter = function (state) {
    var counts = {};
    state.all.forEach(function (hit) {
      counts[kindOf(hit.page)] = (counts[kindOf(hit.page)] || 0) + 1;
    });
    kinds.hidden = Object.keys(counts).length < 2;
    kinds.querySelectorAll("label").forEach(function (label) { label.remove(); });
    if (!counts[chosen]) {
      chosen = "";
    }
    [["", state.all.length]].concat(index.kinds).forEach(function (kind) {
      if (!kind[0] || counts[kind[0]]) {
        var label = element("label", kinds);
        var radio = element("input", label);
        radio.type = "radio";
        radio.name = "kind";
        radio.checked = chosen === kind[0];
        radio.onchange = function () {
          chosen = kind[0];
          show(state);
        };
        label.append((kind[0] ? words[kind[0]] : words.all) + " " + (counts[kind[0]] || state.all.length));
      }
    });
  };
  var show = function (state) {
    state.hits = state.all.filter(function (hit) { return !chosen || kindOf(hit.page) === chosen; });
    list.textContent = "";
    shown = 0;
    turn++;
    status.textContent = state.hits.length
      ? (state.instead ? words.forgiven.replace("{words}", state.instead) + " " : "")
        + words.results.replace("{n}", state.hits.length)
      : words.none;
    elsewhere.hidden = state.hits.length > 0;
    elsewhere.querySelectorAll("a").forEach(function (a) {
      a.search = "?q=" + encodeURIComponent(input.value);
    });
    return more(state);
  };

  var search = function () {
    var typed = input.value.trim();
    var mine = ++turn;
    history.replaceState(null, "", typed ? "?q=" + encodeURIComponent(typed) : location.pathname);
    letters.hidden = !!typed;
    if (!typed) {
      list.textContent = status.textContent = "";
      kinds.hidden = elsewhere.hidden = true;
      return;
    }
    var asked = split(typed), telling = asked.filter(function (w) { return stop.indexOf(w) < 0; });
    asked = telling.length ? telling : asked;
    var begun = /[\p{L}\p{N}]$/u.test(input.value);
    Promise.all(asked.map(function (w, i) { return look(w, begun && i === asked.length - 1); }))
      .then(function (found) {
        if (mine !== turn) {
          return;
        }
        var forms = {}, instead = [];
        found.forEach(function (hits) {
          hits.forEach(function (hit) {
            hit[1].forms.forEach(function (form) { forms[form] = 1; });
            if (hit[2]) {
              instead.push(hit[2]);
            }
          });
        });
        var state = { all: rank(found), instead: instead.slice(0, 3).join(", "),
          query: function (word) { return forms[word]; } };
        filter(state);
        return show(state);
      }).catch(function () {
        status.textContent = words.failed;
        letters.hidden = false;
      });
  };

  var begin = function (given) {
    index = given;
    stop = given.stop.split(" ");
    var q = new URLSearchParams(location.search).get("q");
    if (q && !input.value) {
      input.value = q;
    }
    if (input.value) {
      search();
    }
    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(search, 150);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      clearTimeout(timer);
      search();
    });
  };

  // Arrows go through the results, Escape back to the words.
  document.addEventListener("keydown", function (event) {
    var links = [input].concat([].slice.call(list.querySelectorAll("li > a")));
    var at = links.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0 && links[at + step]) {
      event.preventDefault();
      links[at + step].focus();
    } else if (event.key === "Escape" && at > 0) {
      input.focus();
    }
  });

  // The key is an offer, not a trap: who speaks to the browser switches it off.
  var key = document.querySelector(".key"), box = key.querySelector("input");
  try {
    box.checked = localStorage.getItem("search-key") !== "off";
    key.hidden = false;
    box.onchange = function () {
      localStorage.setItem("search-key", box.checked ? "on" : "off");
    };
  } catch (e) {
    // Private windows may refuse; then the key stays as it is.
  }
})();
