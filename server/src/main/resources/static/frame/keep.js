/*
 * A form kept field by field as it is left (data-keeps-at), or only checked (data-checks). The server answers with the
 * errors at the fields, ready to be put in place; whatever it did not take stays to be sent again. Without JavaScript the
 * form is sent whole.
 */
(function () {
    "use strict";

    const find = (selector, root) => (root || document).querySelector(selector);
    const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

    const baseOf = (name) => name.split("[")[0];

    function watch(form) {
        const keeps = form.dataset.keepsAt;
        /* Left but not yet sent; and sent, but wrong: those go along each time, for another field may mend them. */
        const waiting = new Set();
        const wrong = new Set();
        /* One after another: each answer carries the version that the next one names. */
        let sending = null;

        function body(names) {
            const sent = new URLSearchParams();
            new FormData(form).forEach((value, name) => {
                if (typeof value === "string" && (!keeps || names.includes(baseOf(name)) || name === "at-version")) {
                    sent.append(name, value);
                }
            });
            names.forEach((name) => sent.append("keep", name));
            return sent;
        }

        function showErrors(names, answer) {
            names.forEach((name) => {
                all("[name]", form)
                    .filter((input) => baseOf(input.name) === name)
                    .forEach((input) => window.fieldErrors.clear(input));
            });
            all("[data-error-of]", answer).forEach((error) => {
                const input = document.getElementById(error.dataset.errorOf);
                if (input) {
                    window.fieldErrors.place(input, error);
                }
            });
            window.fieldErrors.relist();
        }

        function settle(answer) {
            const kept = answer.firstElementChild;
            const status = find("#kept");
            if (kept.dataset.keptAt) {
                status.textContent = find("#toasts").dataset.saved + " " + kept.dataset.keptAt;
                all("[data-version]").forEach((input) => (input.value = kept.dataset.version));
            }
            ["progress", "dossier-tabs"].forEach((id) => {
                const fresh = find("#" + id, answer);
                if (fresh) {
                    document.getElementById(id).replaceWith(fresh);
                }
            });
        }

        /* What was typed asks for other fields: the form goes whole, so that what is wrong comes back with it. */
        function redraw(name) {
            const place = document.createElement("input");
            Object.assign(place, { type: "hidden", name: "at", value: name });
            form.append(place);
            form.requestSubmit();
        }

        async function send() {
            const names = Array.from(waiting);
            waiting.clear();
            const token = find("meta[name=csrf]");
            const answer = document.createElement("template");
            let response;
            try {
                response = await fetch(keeps || form.dataset.checks, {
                    method: "POST",
                    body: body(names),
                    headers: { "HX-Request": "true", [token.dataset.header]: token.content },
                });
                answer.innerHTML = await response.text();
            } catch (offline) {
                return lost(names, null);
            }
            if (response.headers.get("HX-Redirect")) {
                lost(names, null);
                location.assign(response.headers.get("HX-Redirect"));
            } else if (response.ok) {
                const refused = all("[data-error-of]", answer.content).map((error) => error.dataset.errorOf);
                names
                    .filter((name) => refused.some((id) => id === "f-" + name || id.startsWith("f-" + name + "-")))
                    .forEach((name) => wrong.add(name));
                showErrors(names, answer.content);
                settle(answer.content);
                if (answer.content.firstElementChild.hasAttribute("data-redraws")) {
                    redraw(names[0]);
                }
            } else {
                lost(names, answer.content);
            }
        }

        /* Not taken: it goes along with the next field. */
        function lost(names, told) {
            names.forEach((name) => waiting.add(name));
            const toasts = find("#toasts");
            if (keeps) {
                find("#kept").textContent = toasts.dataset.unsaved;
            }
            if (told && told.firstElementChild) {
                toasts.append(told);
            }
        }

        function keep(name) {
            if (keeps) {
                const status = find("#kept");
                status.textContent = status.dataset.saving;
            }
            waiting.add(name);
            wrong.forEach((other) => waiting.add(other));
            wrong.clear();
            const mine = (sending || Promise.resolve())
                .then(() => (waiting.size ? send() : null))
                .catch((fault) => {
                    /* Of this page. It mustn't stand in the way of what is sent next, nor of the form. */
                    console.error(fault);
                    lost([name], null);
                });
            sending = mine;
            /* Forgotten at once: to send a form again while it is being sent is nothing to the browser, and the click would be lost. */
            mine.then(() => (sending = sending === mine ? null : sending));
            window.saving.during(mine);
        }

        form.addEventListener("change", (event) => {
            const rows = event.target.closest("[data-rows]");
            const name = rows ? rows.dataset.rows : event.target.name && baseOf(event.target.name);
            if (name && !event.target.matches("[data-not-kept], [type=hidden], [type=search]")) {
                keep(name);
            }
        });

        form.addEventListener("submit", (event) => {
            if (sending) {
                event.preventDefault();
                sending.then(() => form.requestSubmit(event.submitter || undefined));
            } else {
                waiting.clear();
                wrong.clear();
            }
        });
        /* A file has a form of its own, after which the page comes back: what isn't kept here goes along, each once, so as to be kept or to come back, too. */
        function bring(event) {
            const names = new Set([...waiting, ...wrong]);
            all("[name][aria-invalid=true]", form).forEach((input) => names.add(baseOf(input.name)));
            body(Array.from(names)).forEach((value, name) => name !== "at-version" && event.formData.append(name, value));
            waiting.clear();
            wrong.clear();
        }

        /* On the window, where nobody holds it back any more. Only then, for whoever reads a form's data without sending it (frame.js) is told of it, too. */
        window.addEventListener("submit", (event) => {
            if (event.target.matches("form[data-brings-wrong]") && !event.defaultPrevented) {
                event.target.addEventListener("formdata", bring, { once: true });
            }
        });
        if (keeps) {
            window.saving.join(() => waiting.size + wrong.size > 0);
        }
    }

    all("form[data-keeps-at], form[data-checks]").forEach(watch);
})();
