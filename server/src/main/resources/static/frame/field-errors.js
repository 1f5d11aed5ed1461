/* Puts what is wrong with a field at the field, for eyes and for screen readers, and takes it away again. */
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

    window.fieldErrors = { clear, place };
})();
