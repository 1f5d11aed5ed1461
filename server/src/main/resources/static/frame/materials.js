/*
 * The rows of materials: Y, and on to the next one that is open. Each row is kept as it is changed, one after another, for
 * each answer carries the version that the next one names. Without JavaScript a row is sent whole.
 */
(function () {
    "use strict";

    const find = (selector, root) => (root || document).querySelector(selector);
    const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

    const materials = () => all("[data-material]");
    const isOpen = (material) => !material.matches(".is-done, [data-sent]");
    const isText = (element) => element.matches("input:not([type=radio], [type=checkbox], [type=file]), textarea, select");

    /* Rows to be sent, by id; and whether the last that happened to them was that everything was found in order. */
    const waiting = new Map();
    /* Rows whose answer could not be put in place because somebody was writing there. */
    const stale = new Set();
    let sending = null;

    function goTo(material) {
        if (material) {
            const button = find("[data-all-met]", material);
            (button.getClientRects().length ? button : find("summary", material)).focus();
            material.scrollIntoView({ block: "nearest" });
        }
    }

    function step(by) {
        const list = materials();
        const at = list.findIndex((material) => material.contains(document.activeElement));
        goTo(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))]);
    }

    function keep(material, allMet) {
        waiting.set(material.id, allMet);
        if (!sending) {
            sending = sendAll();
            window.saving.during(sending);
        }
    }

    async function sendAll() {
        const status = find("#kept");
        status.textContent = status.dataset.saving;
        let taken = true;
        while (taken && waiting.size) {
            const [id, allMet] = waiting.entries().next().value;
            waiting.delete(id);
            taken = await send(document.getElementById(id), allMet);
            if (!taken && !waiting.has(id)) {
                waiting.set(id, allMet);
            }
        }
        sending = null;
        const words = find("#toasts").dataset;
        status.textContent = taken ? words.saved : words.unsaved;
    }

    /* False if it was not taken: then it goes along with the next one. */
    async function send(material, allMet) {
        const form = find("form", material);
        const token = find("meta[name=csrf]");
        const body = new FormData(form);
        body.set("at-version", find("[data-now]").dataset.now);
        if (allMet) {
            body.set("all", "yes");
        }
        const answer = document.createElement("template");
        let response;
        try {
            response = await fetch(form.action, {
                method: "POST",
                body: body,
                headers: { "HX-Request": "true", [token.dataset.header]: token.content },
            });
            answer.innerHTML = await response.text();
        } catch (offline) {
            return refused(material, notice(find("#toasts").dataset.offline));
        }
        if (response.headers.get("HX-Redirect")) {
            location.assign(response.headers.get("HX-Redirect"));
            return false;
        }
        if (!response.ok) {
            return refused(material, answer.content);
        }
        show(material, answer.content);
        return true;
    }

    function refused(material, told) {
        delete material.dataset.sent;
        find("#toasts").append(told);
        return false;
    }

    function notice(words) {
        const notice = document.createElement("div");
        notice.className = "notice tone-bad";
        notice.textContent = words;
        return notice;
    }

    function show(material, answer) {
        const fresh = answer.firstElementChild;
        const active = document.activeElement;
        Array.from(answer.children)
            .slice(1)
            .forEach((piece) => document.getElementById(piece.id).replaceWith(piece));
        if (waiting.has(material.id) || (material.contains(active) && isText(active))) {
            stale.add(material.id);
            return;
        }
        stale.delete(material.id);
        const held = material.contains(active);
        const works = held && !!active.closest(".material-body");
        material.replaceWith(fresh);
        document.dispatchEvent(new CustomEvent("replaced"));
        if (works) {
            // Who works in the row goes on working there.
            find("details", fresh).open = true;
            document.getElementById(active.id)?.focus();
        } else if (find("form > .error", fresh) && !isText(document.activeElement)) {
            goTo(fresh);
        } else if (document.activeElement === document.body && !materials().some(isOpen)) {
            find("#decisions .button").focus();
        } else if (held) {
            goTo(fresh);
        }
    }

    document.addEventListener("change", (event) => {
        const form = event.target.closest("[data-keeps-row]");
        if (form) {
            keep(form.closest("[data-material]"), false);
        }
    });

    document.addEventListener("focusout", (event) => {
        const material = event.target.closest("[data-material]");
        if (material && stale.delete(material.id) && !waiting.has(material.id)) {
            keep(material, false);
        }
    });

    /* Before anybody else sees it; and on at once, for a clerk who knows the papers is faster than the network. */
    document.addEventListener(
        "submit",
        (event) => {
            const form = event.target;
            if (!form.matches("[data-keeps-row]")) {
                return;
            }
            event.preventDefault();
            const material = form.closest("[data-material]");
            const pressed = event.submitter;
            const allMet = !!pressed && pressed.matches("[data-all-met]");
            if (pressed && pressed.name === "drop") {
                pressed.closest("li").remove();
                find("[type=file]", form).focus();
            } else if (allMet) {
                all("[name=point]", form).forEach((point) => (point.checked = true));
                material.dataset.sent = "yes";
                const list = materials();
                const at = list.indexOf(material);
                goTo(list.slice(at + 1).concat(list.slice(0, at)).find(isOpen));
            }
            keep(material, allMet);
        },
        true,
    );

    document.addEventListener("keydown", (event) => {
        const active = document.activeElement || document.body;
        if (find("dialog[open]") || event.ctrlKey || event.metaKey) {
            return;
        }
        if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
            event.preventDefault();
            step(event.key === "ArrowDown" ? 1 : -1);
        } else if (!event.altKey && event.key.toLowerCase() === "y" && !isText(active)) {
            // Where a case's deferred materials come in, only the row that somebody is at.
            const material = active.closest("[data-material]") || (find("#decisions") && materials().find(isOpen));
            if (material) {
                event.preventDefault();
                find("[data-all-met]", material).click();
            }
        }
    });

    window.saving.join(() => waiting.size > 0);
    if (find("#decisions") && !location.hash && !find(".errors")) {
        goTo(materials().find(isOpen));
    }
})();
