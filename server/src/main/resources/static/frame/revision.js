/*
 * A revision: what is folded opens when a link leads into it, and the guide is shown beside. Its editor saves as one types, through htmx. Whatever leads away waits for what is under way (saving.js),
 * and nothing is sent any more once the form itself is.
 */
(function () {
    "use strict";

    function unfold(id) {
        const target = id && document.getElementById(id);
        for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
            fold.open = true;
        }
        return target;
    }

    document.addEventListener("click", (event) => {
        const link = event.target.closest("a[href^='#']");
        const target = link && unfold(link.getAttribute("href").slice(1));
        if (target && target.matches("input, select, textarea")) {
            event.preventDefault();
            location.hash = target.id;
            target.focus();
        }
    });
    unfold(location.hash.slice(1));

    /* Links of the guide lead to pages that no frame may hold. */
    const beside = document.getElementById("beside");
    if (beside) {
        beside.addEventListener("load", () =>
            beside.contentDocument
                .querySelectorAll("a[href]:not([href^='#'])")
                .forEach((link) => link.setAttribute("target", "_blank")),
        );
    }

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
        if (banner()) {
            tell(banner());
        }
        /* What can't be read can't be shown: until it is mended the guide stays as it was. */
        if (beside && beside.contentDocument.URL !== "about:blank" && !document.querySelector("#check [data-fault]")) {
            beside.contentWindow.location.reload();
        }
    });

    /* A chosen file goes at once, with all that is typed; only what is sent whole takes files along. */
    window.addEventListener(
        "change",
        (event) => {
            const chooser = event.target.closest("[data-attaches]");
            if (chooser) {
                event.stopImmediatePropagation();
                if (chooser.value) {
                    form.requestSubmit(chooser.closest(".own-forms").querySelector("[data-attach]"));
                }
            }
        },
        true,
    );

    /* Whoever adds a row to a form puts it at its end. */
    form.addEventListener("input", (event) => {
        const row = event.target.closest("tr");
        const order = row && row.querySelector("[name$='.order']");
        const before = row && row.previousElementSibling && row.previousElementSibling.querySelector("[name$='.order']");
        if (order && before && order !== event.target && !order.value && /^\d+$/.test(before.value)) {
            order.value = Number(before.value) + 10;
        }
    });

    /* Errors that are known are told before anybody is asked whether to submit, and only as long as they are there. */
    function tell(banner) {
        const faults = document.querySelectorAll("#check .check-list [data-fault]");
        if (!faults.length) {
            banner.remove();
            return;
        }
        banner.querySelector("details")?.remove();
        banner.querySelector("b").textContent = document.querySelector("#check b").textContent;
        banner.querySelector("ul").replaceChildren(
            ...Array.from(faults, (fault) => {
                const line = document.createElement("li");
                const link = document.createElement("a");
                link.href = fault.getAttribute("href");
                link.textContent = fault.textContent;
                line.append(link);
                return line;
            }),
        );
    }

    const banner = () => document.querySelector("main .errors");

    /* On the window, so that nobody asks before. What has yet to be saved may have mended them: then the server tells. */
    window.addEventListener(
        "click",
        (event) => {
            const submits = event.target.closest("button[formaction$='/submit']");
            if (!submits || unsaved || !document.querySelector("#check [data-fault]")) {
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            if (!banner()) {
                document.getElementById("refused").after(document.getElementById("refused").content.cloneNode(true));
            }
            tell(banner());
            banner().focus();
        },
        true,
    );

    window.saving.join(() => unsaved);
})();
