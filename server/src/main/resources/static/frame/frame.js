/* The little that pages need beyond htmx. Everything here only helps: each page works without it. */
(function () {
    "use strict";

    const find = (selector, root) => (root || document).querySelector(selector);
    const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

    /* Buttons that do nothing without JavaScript are hidden until it is there. */
    function wake(root) {
        all("[data-needs-js]", root).forEach((element) => (element.hidden = false));
    }

    /* Toasts */
    function toast(text, bad) {
        const notice = document.createElement("div");
        notice.className = "notice " + (bad ? "tone-bad" : "tone-good");
        const words = document.createElement("p");
        words.textContent = text;
        notice.append(words);
        find("#toasts").append(notice);
    }

    /* Good news goes away by itself; bad news waits for its reader. */
    function watchToasts() {
        const toasts = find("#toasts");
        new MutationObserver((changes) => {
            for (const change of changes) {
                for (const added of change.addedNodes) {
                    if (added.nodeType === Node.ELEMENT_NODE && !added.classList.contains("tone-bad")) {
                        setTimeout(() => added.remove(), 6000);
                    }
                }
            }
        }).observe(toasts, { childList: true });
        toasts.addEventListener("click", (event) => {
            const notice = event.target.closest(".notice");
            if (notice && !event.target.closest("a, button")) {
                notice.remove();
            }
        });
    }

    /* Large type without loading the page anew; the cookie is the server's own. */
    function toggleType(link) {
        const large = document.documentElement.dataset.type !== "large";
        document.documentElement.dataset.type = large ? "large" : "normal";
        document.cookie = "type=" + (large ? "large" : "normal") + ";path=/;max-age=31536000;samesite=lax";
        link.textContent = large ? link.dataset.normal : link.dataset.large;
    }

    /* Fields that depend on others: data-shown-when */
    function showDependents(form) {
        const values = {};
        new FormData(form).forEach((value, name) => {
            if (typeof value === "string") {
                values[name] = name in values ? values[name] + "|" + value.trim() : value.trim();
            }
        });
        all("[data-shown-when]", form).forEach((element) => {
            const shown = window.shownWhen(element.dataset.shownWhen, values);
            element.hidden = !shown;
            all("input, select, textarea", element).forEach((input) => (input.disabled = !shown));
            /* What is marked as a must under some answers, the browser misses under these, before anything is asked or sent. */
            const label = element.matches(".must") && element.closest("label");
            if (label) {
                label.control.required = shown;
            }
        });
    }

    function settleDependents(root) {
        all("form", root).forEach((form) => {
            /* A field that is hidden may decide over another: settle, but never for ever. */
            for (let turn = 0; turn < 4; turn++) {
                showDependents(form);
            }
        });
    }

    /* data-ticks="name": ticks or clears all the form's boxes of that name. */
    document.addEventListener("change", (event) => {
        if (event.target.matches("[data-ticks]")) {
            all("[name='" + event.target.dataset.ticks + "']", event.target.form).forEach(
                (box) => (box.checked = event.target.checked),
            );
        }
    });

    /* data-asks-for="id": what is typed there is asked for while the box is ticked. */
    function settleAsked(box) {
        find("#" + CSS.escape(box.dataset.asksFor)).disabled = !box.checked;
    }

    document.addEventListener("change", (event) => event.target.matches("[data-asks-for]") && settleAsked(event.target));
    window.addEventListener("pageshow", () => all("[data-asks-for]").forEach(settleAsked));

    document.addEventListener("change", (event) => {
        if (event.target.form && find("[data-shown-when]", event.target.form)) {
            settleDependents(event.target.form.parentElement);
        }
    });

    document.addEventListener("click", (event) => {
        const target = event.target.closest("[data-opens], [data-toggles-type], [data-back], [data-fills], [data-prints]");
        if (!target) {
            return;
        }
        if (target.matches("[data-opens]")) {
            find("#" + target.dataset.opens).showModal();
        } else if (target.matches("[data-back]")) {
            history.back();
        } else if (target.matches("[data-prints]")) {
            window.print();
        } else if (target.matches("[data-fills]")) {
            new URLSearchParams(target.dataset.fills).forEach((value, name) => {
                const input = find("[name='" + name + "']");
                input.value = value;
                input.focus();
            });
        } else {
            event.preventDefault();
            toggleType(target);
        }
    });

    /* What a code stands for is written beside it. */
    function nameChoice(input) {
        const option = input.list && Array.from(input.list.options).find((each) => each.value === input.value.trim());
        let name = input.nextElementSibling;
        if (!name || !name.matches(".choice-name")) {
            name = document.createElement("span");
            name.className = "choice-name";
            input.after(name);
        }
        name.textContent = option ? option.label : "";
    }

    /* Who types the name, or a district's without the last character, means its code. */
    function takeName(input) {
        const typed = input.value.trim();
        const options = Array.from(input.list ? input.list.options : []);
        const meant = options.filter((each) => typed && [each.label, each.label.slice(0, -1)].includes(typed));
        if (meant.length === 1 && !options.some((each) => each.value === typed)) {
            input.value = meant[0].value;
        }
    }

    document.addEventListener("input", (event) => {
        if (event.target.matches("[data-names-choice]")) {
            nameChoice(event.target);
        }
    });
    document.addEventListener(
        "change",
        (event) => {
            if (event.target.matches("[data-names-choice]")) {
                takeName(event.target);
                nameChoice(event.target);
            }
        },
        true,
    );

    /* Keys */
    function isTyping(element) {
        return element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    }

    function nextError() {
        const wrong = all("[aria-invalid='true']").filter((element) => element.offsetParent);
        const at = wrong.findIndex((element) => element.contains(document.activeElement));
        const next = wrong[(at + 1) % wrong.length];
        if (next) {
            (next.matches("fieldset") ? find("input", next) || next : next).focus();
        }
    }

    document.addEventListener("keydown", (event) => {
        const active = document.activeElement || document.body;
        if (find("dialog[open]")) {
            return;
        }
        /* From no field, as from the list of errors, it sends the page's form, if there is only one to be sent. */
        const sends = all("[data-enter-moves] [data-submits]").filter((button) => button.offsetParent);
        const form = active.form || (sends.length === 1 && !active.matches("a[href], summary") ? sends[0].form : null);
        if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && form) {
            event.preventDefault();
            const submits = find("[data-submits]", form);
            submits ? submits.click() : form.requestSubmit();
        } else if (event.altKey && !event.ctrlKey && /^Digit[1-9]$/.test(event.code)) {
            const entry = find("[data-key='" + event.code.slice(5) + "']");
            if (entry) {
                event.preventDefault();
                entry.click();
            }
        } else if (event.altKey && event.code === "KeyN") {
            event.preventDefault();
            nextError();
        } else if (!event.altKey && !event.ctrlKey && !event.metaKey && !isTyping(active)) {
            const opened = event.key === "/" ? find("[data-search]") : event.key === "?" ? find("[data-opens='keys']") : null;
            if (opened) {
                event.preventDefault();
                event.key === "/" ? opened.focus() : opened.click();
            }
        }
    });

    /* htmx: the token against forged requests, and what to say when the network fails */
    document.addEventListener("htmx:configRequest", (event) => {
        const token = find("meta[name=csrf]");
        if (token) {
            event.detail.headers[token.dataset.header] = token.content;
        }
    });

    document.addEventListener("htmx:beforeSwap", (event) => {
        const answer = event.detail.xhr;
        const told = answer.status < 400 || answer.status === 422 || answer.getResponseHeader("HX-Retarget");
        if (!told) {
            event.detail.shouldSwap = false;
            toast(find("#toasts").dataset.broken, true);
        }
    });

    ["htmx:sendError", "htmx:timeout"].forEach((name) =>
        document.addEventListener(name, () => toast(find("#toasts").dataset.offline, true)),
    );

    /* A piece of the page was drawn anew, by htmx or by materials.js. */
    ["htmx:afterSettle", "replaced"].forEach((name) =>
        document.addEventListener(name, () => {
            wake(document);
            settleDependents(document);
        }),
    );

    document.addEventListener("htmx:afterSettle", (event) => {
        const errors = find(".errors", event.detail.elt);
        if (errors) {
            errors.focus();
        }
    });

    /* A form sent twice by an impatient finger is sent once. What opens beside the page changes nothing, and the next button is meant. */
    document.addEventListener("submit", (event) => {
        const form = event.target;
        const beside = (event.submitter?.formTarget || form.target) === "_blank";
        if (event.defaultPrevented || form.method !== "post" || form.matches("[hx-post]") || beside) {
            return;
        }
        if (form.dataset.sending) {
            event.preventDefault();
        } else {
            form.dataset.sending = "yes";
            /* An answer that is a file leaves the page as it is. */
            setTimeout(() => delete form.dataset.sending, 8000);
        }
    });
    window.addEventListener("pageshow", () => all("form[data-sending]").forEach((form) => delete form.dataset.sending));

    /* Paper can't be unfolded: what is folded is printed open, and folded again afterwards. */
    const unfolded = [];
    window.addEventListener("beforeprint", () => {
        all("details:not([open], [name])").forEach((folded) => {
            folded.open = true;
            unfolded.push(folded);
        });
    });
    window.addEventListener("afterprint", () => unfolded.splice(0).forEach((each) => (each.open = false)));

    /* Where what goes on sideways is cut, the page that is open isn't what is cut off. */
    function showCurrent(row) {
        const current = find("[aria-current]", row);
        const over = current ? current.getBoundingClientRect().right - row.getBoundingClientRect().right : 0;
        row.scrollLeft += Math.max(0, over);
    }

    watchToasts();
    all(".top-nav, .rail-nav, .tabs").forEach(showCurrent);
    wake(document);
    all("[data-names-choice]").forEach(nameChoice);
    settleDependents(document);
    find(".errors")?.focus();

    /* A form that somebody came to fill in begins where it is still empty, unless the page has something to tell first. */
    const begins = find("form[data-begins]");
    if (begins && !location.hash && !find(".errors, .notice[role]") && document.activeElement === document.body) {
        const stops = all("input:not([type=hidden], [type=file], [type=radio], [type=checkbox]), select, textarea", begins);
        stops.find((stop) => stop.required && !stop.value && !stop.disabled && !stop.readOnly && stop.offsetParent)?.focus();
    }
})();
