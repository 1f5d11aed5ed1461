/*
 * The editor of a revision saves as one types, through htmx. Whatever leads away waits for what is under way (saving.js),
 * and nothing is sent any more once the form itself is.
 */
(function () {
    "use strict";

    const form = document.getElementById("editor");
    if (!form || !form.hasAttribute("hx-post")) {
        return;
    }
    let unsaved = false;
    let leaving = false;
    let ended = () => {};

    ["input", "change"].forEach((name) => form.addEventListener(name, () => (unsaved = true)));

    form.addEventListener("submit", () => {
        unsaved = false;
        leaving = true;
    });
    window.addEventListener("pageshow", () => (leaving = false));

    document.addEventListener("htmx:beforeRequest", (event) => {
        if (event.detail.elt !== form) {
            return;
        }
        if (leaving) {
            event.preventDefault();
            return;
        }
        unsaved = false;
        window.saving.during(new Promise((resolve) => (ended = resolve)));
    });

    document.addEventListener("htmx:afterRequest", (event) => {
        if (event.detail.elt === form) {
            unsaved = unsaved || !event.detail.successful;
            ended();
        }
    });

    window.saving.join(() => unsaved);
})();
