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

    /* What a new item brings along stands in its row, unless somebody filled it in. */
    document.addEventListener("htmx:afterSwap", (event) => {
        if (event.detail.target.id === "saved") {
            document.querySelectorAll("#saved [data-cell]").forEach((cell) => {
                const input = document.getElementById(cell.dataset.cell);
                if (input && input.value === "" && input !== document.activeElement) {
                    input.value = cell.value;
                }
            });
        }
    });

    /* What the check found stands at its field, too. */
    document.addEventListener("htmx:oobAfterSwap", (event) => {
        if (event.detail.target.id !== "check") {
            return;
        }
        form.querySelectorAll("[aria-invalid]").forEach((input) => window.fieldErrors.clear(input));
        document.querySelectorAll("#check [data-fault]").forEach((fault) => {
            const input = document.getElementById(fault.getAttribute("href").slice(1));
            if (input && form.contains(input)) {
                const error = document.createElement("p");
                error.className = "error";
                error.id = input.id + "-error";
                error.textContent = fault.dataset.fault;
                window.fieldErrors.place(input, error);
            }
        });
    });

    window.saving.join(() => unsaved);
})();
