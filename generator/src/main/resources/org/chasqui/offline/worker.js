// Keeps what was read, for when there is no connection. It never fetches what nobody asked for but
// the few files that every page needs, and a page that says what is wrong.
(function () {
  var SITE = {};
  var scope = new URL(self.registration.scope);
  var named = "chasqui " + scope.pathname + " ";
  var CORE = named + "core " + SITE.version;
  var READ = named + "read";
  var PATIENCE = 3000;
  var MOST = 200;

  function here(path) {
    return new URL(path, scope).href;
  }

  // The page for when there is none, in the language of a page.
  function standIn(url) {
    var path = new URL(url).pathname.slice(scope.pathname.length);
    return here(SITE.offline[path.split("/")[0]] || SITE.offline[""] || Object.values(SITE.offline)[0]);
  }

  // In the languages that somebody reads here, not in all.
  function prepare(cache, url) {
    var page = standIn(url);
    return cache.match(page).then(function (answer) {
      return answer || cache.add(page);
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(
      Promise.all([caches.open(CORE), self.clients.matchAll({ includeUncontrolled: true })])
        .then(function (found) {
          var urls = found[1].map(function (client) { return client.url; }).filter(function (url) {
            return url.startsWith(scope.href);
          });
          return Promise.all([found[0].addAll(SITE.core.map(here))].concat(
            urls.slice(0, 1).map(function (url) { return prepare(found[0], url); })
          ));
        }).then(function () {
          return self.skipWaiting();
        })
    );
  });

  self.addEventListener("activate", function (event) {
    event.waitUntil(
      caches.keys().then(function (names) {
        return Promise.all(names.map(function (name) {
          return name.startsWith(named + "core ") && name !== CORE && caches.delete(name);
        }));
      }).then(function () {
        return self.clients.claim();
      })
    );
  });

  // What was read last counts more than what was saved some time ago.
  function kept(request) {
    return caches.open(READ).then(function (cache) {
      return cache.match(request);
    }).then(function (answer) {
      return answer || caches.match(request);
    });
  }

  function keep(request, answer) {
    if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) {
      return;
    }
    var copy = answer.clone();
    return caches.open(READ).then(function (cache) {
      // Last in the list is what was read last.
      return cache.delete(request).then(function () {
        return cache.put(request, copy);
      }).then(function () {
        return cache.keys();
      }).then(function (keys) {
        return Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map(function (old) {
          return cache.delete(old);
        }));
      });
    }).catch(function () {
      // The device may be full: reading goes on all the same.
    });
  }

  function missing(request) {
    return caches.open(CORE).then(function (cache) {
      return cache.match(standIn(request.url)).then(function (page) {
        return page || cache.keys().then(function (keys) {
          var pages = Object.values(SITE.offline).map(here);
          return cache.match(keys.filter(function (key) { return pages.indexOf(key.url) >= 0; })[0]);
        });
      });
    }).then(function (page) {
      return Response.redirect(page.url + "#" + encodeURIComponent(request.url), 302);
    });
  }

  function fromNetwork(event) {
    return fetch(event.request).then(function (answer) {
      event.waitUntil(keep(event.request, answer));
      return answer;
    });
  }

  // Who saves data has paid once for a lesson that is saved, and can update it when they like.
  function saved(request) {
    var line = self.navigator.connection || {};
    return !line.saveData ? Promise.resolve() : caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) {
        return name.startsWith(named + "saved ") && caches.match(request, { cacheName: name });
      }));
    }).then(function (answers) {
      return answers.filter(Boolean)[0];
    });
  }

  function page(event) {
    return saved(event.request).then(function (answer) {
      return answer || reached(event);
    });
  }

  function reached(event) {
    var request = event.request;
    var network = fromNetwork(event);
    event.waitUntil(network.then(function () {
      return caches.open(CORE).then(function (cache) { return prepare(cache, request.url); });
    }).catch(function () {}));
    // Nothing comes for a while: what was kept is better than a white page.
    var late = new Promise(function (resolve, reject) {
      setTimeout(function () {
        kept(request).then(function (answer) {
          return answer ? resolve(answer) : reject(new Error("not kept"));
        });
      }, PATIENCE);
    });
    return Promise.any([network, late]).catch(function () {
      return kept(request).then(function (answer) {
        return answer || missing(request);
      });
    });
  }

  // Its name changes with its content.
  function lasting(url) {
    return url.pathname.startsWith(scope.pathname + "theme/");
  }

  self.addEventListener("fetch", function (event) {
    var request = event.request;
    var url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== scope.origin
        || !url.pathname.startsWith(scope.pathname) || request.headers.has("range")) {
      return;
    }
    if (request.mode === "navigate") {
      event.respondWith(page(event));
    } else if (lasting(url)) {
      event.respondWith(kept(request).then(function (answer) {
        return answer || fromNetwork(event);
      }));
    } else if (["image", "script", "style", "font"].indexOf(request.destination) >= 0) {
      event.respondWith(fromNetwork(event).catch(function (trouble) {
        return kept(request).then(function (answer) {
          if (answer) {
            return answer;
          }
          throw trouble;
        });
      }));
    }
  });
})();
