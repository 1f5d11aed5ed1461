/*
 * Puts what is wrong with a field at the field, for eyes and for screen readers, and takes it away again. The list before the
 * form, with which the page came, follows: what was mended leaves it, and comes back if it is spoilt again.
 */
(function () {
    "use strict";

    function holderOf(input) {
        return input.closest("td") || input.closest(".field");
    }

    function clear(input) {
        const holder = holderOf(input);
        if (!holder) {
            return;
        }
        [input, holder, input.closest("[data-rows]")].forEach((marked) => marked && marked.removeAttribute("aria-invalid"));
        holder.querySelectorAll(":scope > .error").forEach((error) => error.remove());
        const rows = input.closest("[data-rows]");
        if (rows) {
            rows.querySelectorAll(":scope > .error").forEach((error) => error.remove());
        }
        describe(input, input.id + "-error", false);
    }

    function place(input, error) {
        const holder = input.matches("fieldset") ? input : holderOf(input);
        const old = document.getElementById(error.id);
        if (old) {
            old.remove();
        }
        input.setAttribute("aria-invalid", "true");
        holder.append(error);
        describe(input, error.id, true);
    }

    function describe(input, id, on) {
        const ids = (input.getAttribute("aria-describedby") || "").split(" ").filter((each) => each && each !== id);
        if (on) {
            ids.push(id);
        }
        if (ids.length) {
            input.setAttribute("aria-describedby", ids.join(" "));
        } else {
            input.removeAttribute("aria-describedby");
        }
    }

    const IN_SIGHT = 8;
    const targetOf = (entry) => document.getElementById(entry.querySelector("a").hash.slice(1));
    /* A row that was removed took its cells along: nothing there is wrong any more. */
    const isWrong = (target) => target?.getAttribute("aria-invalid") === "true" && target.offsetParent !== null;

    const list = document.querySelector(".errors");
    const told = list ? Array.from(list.querySelectorAll("li")) : [];
    /* What stands at no field can't be seen to be mended. */
    const watched = told.filter((entry) => targetOf(entry)?.getAttribute("aria-invalid") === "true");

    let shown = told;

    function wordsOf(entry) {
        const error = watched.includes(entry) && document.getElementById(targetOf(entry).id + "-error");
        return error ? error.textContent.trim() : entry.textContent.trim();
    }

    function relist() {
        if (!list) {
            return;
        }
        const left = told.filter((entry) => !watched.includes(entry) || isWrong(targetOf(entry)));
        const asShown = (entry, at) => entry === shown[at] && entry.textContent.trim() === wordsOf(entry);
        if (left.length === shown.length && left.every(asShown)) {
            return;
        }
        shown = left;
        left.forEach((entry) => (entry.querySelector("a").textContent = wordsOf(entry)));
        const held = list.contains(document.activeElement) && document.activeElement;
        /* It was read out as the page came; whoever mends a field isn't interrupted by it. */
        list.removeAttribute("role");
        list.querySelector("ul").replaceChildren(...left.slice(0, IN_SIGHT));
        const more = list.querySelector("details");
        if (more) {
            more.querySelector("ul").replaceChildren(...left.slice(IN_SIGHT));
            more.hidden = left.length <= IN_SIGHT;
            say(more.querySelector("summary"), left.length - IN_SIGHT);
        }
        say(list.querySelector("[data-left]"), left.length);
        list.hidden = left.length === 0;
        if (held) {
            held.focus({ preventScroll: true });
        }
    }

    function say(element, count) {
        element.textContent = element.dataset.left.replace("{}", count);
    }

    window.fieldErrors = { clear, place, relist };
})();
