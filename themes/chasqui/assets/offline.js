// Keeps a whole lesson on the device when somebody asks for it, tells what an update would fetch,
// and lists what can be read without a connection.
(function () {
  var box = document.querySelector(".saving");
  var worker = document.body.dataset.worker;
  if (!box || !worker || !("serviceWorker" in navigator) || !("caches" in window)) {
    return;
  }
  var words = box.dataset;
  var status = box.querySelector("[role=status]");
  var scope = new URL(".", new URL(worker, location.href));
  var named = "chasqui " + scope.pathname + " ";
  var SAVED = named + "saved ";

  function size(bytes) {
    var big = bytes >= 1e6;
    var number = big ? bytes / 1e6 : Math.max(1, bytes / 1e3);
    var said = number.toLocaleString(document.documentElement.lang,
      { maximumFractionDigits: big ? 1 : 0 });
    return words[big ? "mega" : "kilo"].replace("{size}", said);
  }

  function json(answer) {
    if (!answer) {
      return null;
    }
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    return answer.json();
  }

  // What of a list is not yet in a cache: the hashes tell, which stand in a list of their own.
  function lacking(list, had) {
    return list.files.filter(function (file) {
      return had[file.url] !== file.hash;
    });
  }

  function total(files) {
    return files.reduce(function (sum, file) { return sum + file.bytes; }, 0);
  }

  function hashes(list) {
    var all = {};
    (list ? list.files : []).forEach(function (file) {
      all[file.url] = file.hash;
    });
    return all;
  }

  function Lesson(address) {
    this.address = address;
    this.done = address + "?done";
  }

  Lesson.prototype.cache = function () {
    return caches.open(SAVED + this.address);
  };

  Lesson.prototype.saved = function () {
    var address = this.address;
    return caches.has(SAVED + address).then(function (there) {
      return there ? caches.match(address, { cacheName: SAVED + address }).then(json) : null;
    });
  };

  Lesson.prototype.remove = function () {
    return caches.delete(SAVED + this.address);
  };

  // One file after the other: on a slow line each that is there stays, and the next try goes on
  // where this one stopped. The list comes last: with it the lesson counts as saved.
  Lesson.prototype.save = function (list, told) {
    var lesson = this;
    return lesson.cache().then(function (cache) {
      return Promise.all([cache.match(lesson.done).then(json), cache.match(lesson.address).then(json)])
        .then(function (before) {
          var had = before[0] || hashes(before[1]);
          var files = lacking(list, had);
          var step = function (i) {
            told(i, files.length);
            if (i === files.length) {
              return Promise.resolve();
            }
            var file = files[i];
            var url = new URL(file.url, lesson.address).href;
            return fetch(url, { cache: "no-cache" }).then(function (answer) {
              if (!answer.ok) {
                throw new Error(answer.status);
              }
              return answer.blob().then(function (blob) {
                var type = { headers: { "Content-Type": answer.headers.get("Content-Type") || "" } };
                return Promise.all([url].concat(file.also || []).map(function (each) {
                  return cache.put(new URL(each, lesson.address).href, new Response(blob, type));
                }));
              });
            }).then(function () {
              had[file.url] = file.hash;
              return cache.put(lesson.done, new Response(JSON.stringify(had)));
            }).then(function () {
              return step(i + 1);
            });
          };
          return step(0);
        }).then(function () {
          // What the lesson has no more goes.
          var wanted = {};
          list.files.forEach(function (file) {
            [file.url].concat(file.also || []).forEach(function (each) {
              wanted[new URL(each, lesson.address).href] = true;
            });
          });
          return cache.keys().then(function (keys) {
            return Promise.all(keys.map(function (key) {
              return wanted[key.url] || cache.delete(key);
            }));
          });
        }).then(function () {
          return cache.put(lesson.address, new Response(JSON.stringify(list)));
        });
    });
  };

  function say(text) {
    status.textContent = text;
  }

  function trouble(error) {
    say(words[error && error.name === "QuotaExceededError" ? "full" : "failed"]);
  }

  function lessonPage() {
    var lesson = new Lesson(new URL(words.list, location.href).href);
    var buttons = box.querySelectorAll("button");
    var label = buttons[0].querySelector("span");
    var first = label.innerHTML;
    var show = function (saved, fresh) {
      buttons[1].hidden = !saved;
      var files = saved && fresh ? lacking(fresh, hashes(saved)) : [];
      buttons[0].hidden = Boolean(saved) && !files.length;
      label.innerHTML = first;
      if (files.length) {
        label.textContent = words.update.replace("{size}", size(total(files)));
      }
      if (saved) {
        say(words.saved.replace("{size}", size(saved.bytes)));
      }
    };
    var list = function () {
      return fetch(lesson.address, { cache: "no-cache" }).then(json);
    };
    var save = function () {
      buttons[0].disabled = true;
      // Also for those who save data: they have asked for it.
      navigator.serviceWorker.register(worker).then(list).then(function (fresh) {
        return lesson.save(fresh, function (done, all) {
          say(words.saving.replace("{done}", done).replace("{all}", all));
        }).then(function () {
          if (navigator.storage && navigator.storage.persist) {
            navigator.storage.persist();
          }
          show(fresh, fresh);
        });
      }).catch(trouble).then(function () {
        var focused = document.activeElement === buttons[0] || document.activeElement === document.body;
        buttons[0].disabled = false;
        if (focused && buttons[0].hidden) {
          buttons[1].focus();
        }
      });
    };
    buttons[0].addEventListener("click", save);
    buttons[1].addEventListener("click", function () {
      lesson.remove().then(function () {
        show(null, null);
        say(words.removed);
        buttons[0].focus();
      });
    });
    // The page's own script loads this one when somebody wants to save, or has done so before.
    if ("now" in words) {
      save();
      return;
    }
    lesson.saved().then(function (saved) {
      show(saved, null);
      // A small list, and only for who has saved the lesson.
      return saved && list().then(function (fresh) {
        show(saved, fresh);
      });
    }).catch(function () {
      // Without a connection nobody knows what is new.
    });
  }

  function entry(parent, href, title, language, bytes) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = href;
    link.textContent = title;
    if (language) {
      link.lang = language;
      link.hreflang = language;
    }
    item.appendChild(link);
    if (bytes) {
      var small = document.createElement("small");
      small.textContent = " " + size(bytes);
      item.appendChild(small);
    }
    parent.appendChild(item);
    parent.parentNode.hidden = false;
    return item;
  }

  function savedLessons(names) {
    var list = box.querySelector("ul.lessons");
    return Promise.all(names.filter(function (name) {
      return name.startsWith(SAVED);
    }).map(function (name) {
      var lesson = new Lesson(name.slice(SAVED.length));
      return lesson.saved().then(function (saved) {
        if (!saved) {
          return;
        }
        var home = new URL(".", lesson.address).href;
        var item = entry(list, home, saved.title, saved.language, saved.bytes);
        var button = document.createElement("button");
        button.type = "button";
        button.className = "button second";
        button.textContent = words.remove;
        button.setAttribute("aria-label", words.remove + ": " + saved.title);
        button.addEventListener("click", function () {
          lesson.remove().then(function () {
            item.remove();
            list.parentNode.hidden = !list.children.length;
            say(words.removed);
          });
        });
        item.appendChild(document.createTextNode(" "));
        item.appendChild(button);
      });
    }));
  }

  function readPages() {
    var list = box.querySelector("ul.pages");
    return caches.open(named + "read").then(function (cache) {
      return cache.keys().then(function (keys) {
        var pages = keys.filter(function (key) {
          return /\/$|\.html$/.test(new URL(key.url).pathname);
        }).reverse().slice(0, 30);
        return Promise.all(pages.map(function (key) {
          return cache.match(key).then(function (answer) { return answer.text(); });
        })).then(function (texts) {
          var own = document.documentElement.lang;
          var read = texts.map(function (text, i) {
            var page = new DOMParser().parseFromString(text, "text/html");
            page.from = pages[i].url;
            return page;
          }).filter(function (page) {
            return !page.querySelector(".saving[data-lists], body.missing");
          });
          // Those in the reader's language come first; of each of the others its language is told.
          [true, false].forEach(function (mine) {
            read.forEach(function (page) {
              var language = page.documentElement.lang;
              if ((language === own) === mine) {
                var item = entry(list, page.from, page.title.split(" · ")[0], language);
                if (!mine) {
                  var note = document.createElement("span");
                  note.className = "lang-note";
                  note.textContent = language.toUpperCase();
                  item.append(" ", note);
                }
              }
            });
          });
        });
      });
    });
  }

  function offlinePage() {
    var missed = decodeURIComponent(location.hash.slice(1));
    var link = box.querySelector(".missed a");
    if (missed.startsWith(scope.href)) {
      link.href = missed;
      link.textContent = decodeURI(missed.slice(scope.href.length));
      link.parentNode.hidden = false;
    }
    caches.keys().then(savedLessons).then(readPages).then(function () {
      box.querySelector(".none").hidden =
        Boolean(box.querySelector("ul.lessons li, ul.pages li"));
    });
  }

  if (words.list) {
    lessonPage();
  } else {
    offlinePage();
  }
})();
