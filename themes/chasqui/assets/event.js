// When an event is on the reader's own clock, where that shows another hour. Only events load this.
(function () {
  var said = document.querySelector("[data-local]");
  var times = [].map.call(said.parentNode.querySelectorAll("time"), function (time) {
    return time.dateTime;
  });
  var here = function (written) {
    var zone = /([+-])(\d\d):(\d\d)$/.exec(written) || [0, "+", 0, 0];
    var minutes = (zone[1] + "1") * (zone[2] * 60 + +zone[3]);
    return -new Date(written).getTimezoneOffset() === minutes;
  };
  if (times.every(here)) {
    return;
  }
  var format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  said.textContent = said.dataset.local.replace(
    "{time}",
    format.formatRange(new Date(times[0]), new Date(times[times.length - 1]))
  );
  said.hidden = false;
})();
