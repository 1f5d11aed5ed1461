/*
 * While files are on their way, their material says so, and nothing else is sent or opened: the answer is a new page, and what
 * was chosen meanwhile, or the upload itself, would be lost.
 */
(function () {
    "use strict";

    const forms = Array.from(document.querySelectorAll("form[data-uploads]"));
    const tellerOf = (form) => document.getElementById(form.dataset.uploads);

    let sent = null;
    /* The browser asks whether to leave for the upload's own answer, too. */
    let own = false;

    document.addEventListener("submit", (event) => {
        const form = event.target;
        if (event.defaultPrevented || !forms.includes(form)) {
            return;
        }
        sent = form;
        own = true;
        /* Not disabled: what is disabled isn't sent. */
        forms.forEach((each) => (each.inert = true));
        if (form.querySelector("[type=file]").files.length) {
            tellerOf(form).textContent = tellerOf(form).dataset.working;
        }
    });

    /* On the window, so that nobody acts before. */
    window.addEventListener(
        "click",
        (event) => {
            if (sent && event.target.closest("a:not([target]), button")) {
                event.preventDefault();
                event.stopImmediatePropagation();
                tellerOf(sent).scrollIntoView({ block: "center" });
            }
        },
        true,
    );

    window.addEventListener("beforeunload", (event) => {
        if (sent && !own) {
            event.preventDefault();
        }
        own = false;
    });

    /* Who comes back to a page that the browser remembers finds it as it was. */
    window.addEventListener("pagehide", () => {
        sent = null;
        forms.forEach((each) => {
            each.inert = false;
            tellerOf(each).textContent = "";
        });
    });
})();
