// Sent by `chasqui serve` only: reloads the page when it has changed, and shows what is
// wrong when it could not be built. Not part of the built site.
(() => {
  "use strict";
  const built = document.currentScript.dataset.build;
  const box = document.createElement("dialog");
  box.id = "chasqui-problems";
  box.setAttribute("aria-label", "The site could not be built");
  const text = document.createElement("pre");
  text.setAttribute("role", "alert");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Hide";
  close.addEventListener("click", () => box.close());
  box.append(close, text);
  // Set through the object model, which a content security policy lets pass.
  Object.assign(box.style, {
    position: "fixed", inset: "1rem", width: "auto", height: "auto", margin: "0", padding: "1rem",
    maxWidth: "none", maxHeight: "none", overflow: "auto", zIndex: "2147483647",
    background: "#1d1f24", color: "#f4f4f4", border: "3px solid #e5484d",
  });
  Object.assign(text.style, {
    font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre", margin: "1rem 0 0",
    background: "none", color: "inherit", overflow: "visible", border: "0", padding: "0",
  });
  Object.assign(close.style, { font: "inherit", padding: ".3rem .8rem" });

  const show = (problems) => {
    text.textContent = problems;
    if (!box.isConnected) document.body.append(box);
    box.open = true; // not show(): that would take the cursor out of what somebody is writing
  };
  const listen = () => {
    const source = new EventSource("/.chasqui/live?path=" + encodeURIComponent(location.pathname));
    source.onmessage = (event) => {
      const state = JSON.parse(event.data);
      if (state.build !== built) {
        source.close();
        location.reload();
      } else if (state.problems) {
        show(state.problems);
      } else {
        box.close();
      }
    };
    addEventListener("pagehide", () => source.close());
  };
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
