/*
 * What is typed is kept before the page is left and before anything is decided on it. Those who keep (keep.js,
 * materials.js) tell here what is under way; whatever leads away from the page waits for it.
 */
(function () {
    "use strict";

    const KEPT = "[data-keeps-at], [data-keeps-row]";

    const keepers = [];
    let underWay = 0;
    let waitingAct = null;
    /* Typed into, but not left yet: the browser tells of a change only when a field is left. */
    let typing = null;

    document.addEventListener("input", (event) => (typing = event.target.closest(KEPT) ? event.target : null), true);
    document.addEventListener("change", () => (typing = null), true);

    function tellTyped() {
        if (typing && typing.isConnected) {
            typing.dispatchEvent(new Event("change", { bubbles: true }));
        }
        typing = null;
    }

    function ended() {
        underWay--;
        if (underWay === 0 && waitingAct) {
            const act = waitingAct;
            waitingAct = null;
            act();
        }
    }

    window.saving = {
        /** Something is being kept until the promise ends, well or not. */
        during(promise) {
            underWay++;
            promise.then(ended, ended);
        },

        /** Asked when the page is about to be left: whether something could not be kept. */
        join(hasUnkept) {
            keepers.push(hasUnkept);
        },

        /** Does it once everything is kept: at once if nothing is under way. */
        before(act) {
            tellTyped();
            if (underWay === 0) {
                act();
            } else {
                waitingAct = act;
            }
        },
    };

    const isOwn = (form) => form.matches(KEPT);

    function leadsOn(pressed) {
        return pressed.matches("a")
            ? pressed.matches("[data-dialog], [href]:not([target], [download], [href^='#'])")
            : pressed.type === "submit" && !!pressed.form && pressed.form.method !== "dialog" && !isOwn(pressed.form);
    }

    /* What was pressed may have been drawn anew meanwhile. */
    function sameAs(pressed) {
        const mark = pressed.dataset.alt
            ? "[data-alt='" + pressed.dataset.alt + "']"
            : pressed.matches("a") && "a[href='" + CSS.escape(pressed.getAttribute("href")) + "']";
        return pressed.isConnected || !mark ? pressed : document.querySelector(mark) || pressed;
    }

    /* On the window, so that nobody asks or sends before. */
    window.addEventListener(
        "click",
        (event) => {
            const pressed = event.target.closest("a, button");
            if (!pressed || !leadsOn(pressed) || event.ctrlKey || event.metaKey || event.shiftKey) {
                return;
            }
            tellTyped();
            if (underWay) {
                event.preventDefault();
                event.stopImmediatePropagation();
                window.saving.before(() => sameAs(pressed).click());
            }
        },
        true,
    );

    window.addEventListener(
        "submit",
        (event) => {
            const form = event.target;
            if (isOwn(form)) {
                // What is being typed goes along.
                typing = null;
            } else if (form.method !== "dialog" && underWay) {
                event.preventDefault();
                event.stopImmediatePropagation();
                window.saving.before(() => form.requestSubmit(event.submitter));
            }
        },
        true,
    );

    /* Nobody confirms what is not on the screen yet: while an act waits, keys do nothing but call it off. */
    window.addEventListener(
        "keydown",
        (event) => {
            if (waitingAct) {
                event.preventDefault();
                event.stopImmediatePropagation();
                if (event.key === "Escape") {
                    waitingAct = null;
                }
            }
        },
        true,
    );

    window.addEventListener("beforeunload", (event) => {
        if (underWay || typing || keepers.some((hasUnkept) => hasUnkept())) {
            event.preventDefault();
        }
    });
})();
