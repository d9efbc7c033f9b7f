// This site keeps no pages any more: whatever was kept goes, and this script with it.
self.addEventListener("install", function () {
  self.skipWaiting();
});
self.addEventListener("activate", function (event) {
  var named = "chasqui " + new URL(self.registration.scope).pathname + " ";
  event.waitUntil(
    caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) {
        return name.startsWith(named) && caches.delete(name);
      }));
    }).then(function () {
      return self.registration.unregister();
    })
  );
});
