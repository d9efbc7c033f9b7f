// All that scripts do here: choose dark or light, copy code, close a menu. Everything else is HTML.
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
  if (navigator.clipboard && words.copy) {
    var status = document.createElement("div");
    status.className = "hidden";
    status.setAttribute("role", "status");
    document.body.appendChild(status);
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
        navigator.clipboard.writeText(code.textContent).then(function () {
          status.textContent = words.copied;
          button.textContent = words.copied;
          setTimeout(function () {
            button.textContent = words.copy;
            status.textContent = "";
          }, 2000);
        });
      });
      box.appendChild(button);
    });
  }

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

  // What is folded must be seen on paper, and when a link leads into it.
  addEventListener("beforeprint", function () {
    document.querySelectorAll("main details:not(.contents)").forEach(function (d) {
      d.open = true;
    });
  });
  var contents = document.querySelector("main > .contents");
  if (contents && matchMedia("(min-width: 64rem)").matches) {
    contents.open = true;
  }
})();
