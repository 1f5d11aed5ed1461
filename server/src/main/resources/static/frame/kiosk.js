/* A self-service terminal: the bar's way back, and nothing of one visitor left to the next. */
(function () {
    "use strict";

    const START = "/kiosk";
    const TRAIL = "trail";
    const bar = document.querySelector("[data-idle]");
    if (!bar) {
        return;
    }
    const atStart = location.pathname === START;
    const dialog = document.getElementById("idle");
    const idles = Number(bar.dataset.idle);
    const asks = Number(bar.dataset.asks);
    let touched = Date.now();
    let leaving = false;

    /*
     * The browser's own history never grows, for it can't be emptied: each page takes the place of the one before, and where the
     * visitor came from is kept here, until he goes.
     */
    function trail() {
        return JSON.parse(sessionStorage.getItem(TRAIL) || "[]");
    }

    function remember() {
        const here = new URL(location.href);
        here.searchParams.delete("lang");
        const address = here.pathname + here.search;
        const before = trail();
        if (before[before.length - 1] !== address) {
            sessionStorage.setItem(TRAIL, JSON.stringify(before.concat(address)));
        }
    }

    function back() {
        const before = trail();
        const address = before.pop() || START;
        sessionStorage.setItem(TRAIL, JSON.stringify(before));
        location.replace(address);
    }

    function clearForms() {
        Array.from(document.forms).forEach((form) => form.reset());
    }

    function forget() {
        clearForms();
        sessionStorage.clear();
        localStorage.clear();
    }

    /* Asked first whether the server answers: else the terminal would stand before a browser's error until somebody comes. */
    function home() {
        leaving = true;
        forget();
        if (!atStart) {
            document.getElementById("main").replaceChildren();
        }
        fetch(START, { method: "HEAD", signal: AbortSignal.timeout(5000) })
            .then((answer) => {
                if (!answer.ok) {
                    throw new Error(String(answer.status));
                }
                location.replace(START + "?lang=zh");
            })
            .catch(() => setTimeout(home, 5000));
    }

    function stay() {
        touched = Date.now();
        dialog.close();
    }

    function watch() {
        const left = Math.ceil(idles + asks - (Date.now() - touched) / 1000);
        if (leaving || left > asks) {
            return;
        }
        /* The start page has nothing to lose, and is drawn anew so that it shows what is offered now. */
        if (left <= 0 || atStart) {
            home();
            return;
        }
        dialog.querySelector("[data-seconds]").textContent = left;
        if (!dialog.open) {
            dialog.showModal();
        }
    }

    function follow(event) {
        if (event.target.closest("[data-back]")) {
            event.stopImmediatePropagation();
            back();
            return;
        }
        const link = event.target.closest("a[href]");
        if (!link) {
            return;
        }
        event.preventDefault();
        const to = new URL(link.href);
        /* Nothing leads out, whatever a page says. */
        if (to.origin !== location.origin) {
            return;
        }
        if (to.hash && to.pathname + to.search === location.pathname + location.search) {
            location.replace(to.hash);
            return;
        }
        if (!link.hreflang) {
            remember();
        }
        location.replace(to.href);
    }

    function send(event) {
        const form = event.target;
        if (form.method === "dialog") {
            return;
        }
        remember();
        if (form.method === "get") {
            event.preventDefault();
            const to = new URL(form.action);
            to.search = new URLSearchParams(new FormData(form, event.submitter));
            location.replace(to.href);
        }
    }

    /* What the browser itself would go back to, by a swipe or a key, was another visitor's. */
    function refuseHistory(event) {
        const [how] = performance.getEntriesByType("navigation");
        if (event.persisted || (how && how.type === "back_forward")) {
            home();
        }
    }

    document.addEventListener("click", follow, true);
    document.addEventListener("submit", send);
    ["pointerdown", "keydown", "wheel"].forEach((name) =>
        document.addEventListener(name, stay, { capture: true, passive: true }),
    );
    /* A long press offers to open another window, or to save. */
    document.addEventListener("contextmenu", (event) => event.preventDefault());
    window.addEventListener("pageshow", refuseHistory);
    window.addEventListener("pagehide", clearForms);
    document.addEventListener("htmx:replacedInHistory", () => {
        const code = document.querySelector("[data-take-away]");
        code.src = "/kiosk/code?of=" + encodeURIComponent(location.pathname + location.search);
    });
    /* Else the browser offers the words of those before. */
    document.querySelectorAll("form").forEach((form) => (form.autocomplete = "off"));
    if (atStart) {
        forget();
        history.replaceState(null, "", START);
    }
    setInterval(watch, 1000);
})();
