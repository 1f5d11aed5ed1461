/* What makes a counter quick: everything by keyboard. Each page works without it. */
(function () {
    "use strict";

    const find = (selector, root) => (root || document).querySelector(selector);
    const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
    const visible = (element) => element.offsetParent !== null || element.getClientRects().length > 0;
    const isTyping = (element) => element.matches("input:not([type=radio], [type=checkbox], [type=file]), textarea, select");

    /* Dialogs by link, so that without JavaScript the browser shows the target */
    function openDialog(id) {
        const dialog = document.getElementById(id);
        dialog.removeAttribute("open");
        dialog.showModal();
        /* Not the cross, with which Enter would close it: what is wrong, else what is filled in first. */
        if (document.activeElement.closest(".dialog-head")) {
            const wrong = find("[aria-invalid='true']", dialog);
            const controls = "form:not([method='dialog']) :is(input:not([type='hidden']), textarea, select, button)";
            const first = wrong && wrong.matches("fieldset") ? find("input", wrong) : wrong || find(controls, dialog);
            first?.focus();
        }
    }

    document.addEventListener("click", (event) => {
        const link = event.target.closest("a[data-dialog]");
        if (!link) {
            return;
        }
        event.preventDefault();
        if (link.getAttribute("aria-disabled") !== "true") {
            openDialog(link.hash.slice(1));
        }
    });

    /* Enter goes on to the next input, from several lines, too, where Shift+Enter makes a new one; Ctrl+Enter sends. */
    function enterMoves(event, form) {
        const stops = all("input:not([type=hidden]), select, textarea, button:not(.reason *)", form).filter(
            (stop) => !stop.disabled && stop.tabIndex >= 0 && visible(stop) && !stop.matches("[name=remove-row], [data-add-row]"),
        );
        const here = event.target;
        const sameGroup = (stop) => stop.type === "radio" && here.type === "radio" && stop.name === here.name;
        const next = stops.slice(stops.indexOf(here) + 1).find((stop) => !sameGroup(stop) && (stop.type !== "radio" || stop.checked || !find("[name='" + stop.name + "']:checked", form)));
        if (next) {
            event.preventDefault();
            next.focus();
        }
    }

    /* Finding by name or initials */
    function search(input) {
        const picks = input.closest("[data-picks]");
        const typed = input.value.trim().toLowerCase();
        let some = false;
        all("[data-words]", picks).forEach((pick) => {
            const found = typed === "" || pick.dataset.words.includes(typed);
            pick.hidden = !found && !find("input:checked", pick);
            some = some || (found && !pick.matches("[data-other]"));
        });
        const items = find(".pick-items", picks);
        items.open = typed !== "" ? all(".pick-item", picks).some((item) => !item.hidden) : !!find("[name=item]:checked", items);
        find("[data-none]", picks).hidden = some;
    }

    function pickFirst(input) {
        const picks = input.closest("[data-picks]");
        const typed = input.value.trim().toLowerCase();
        const first = all("[data-words]:not([data-other])", picks).find((pick) => !pick.hidden && pick.dataset.words.includes(typed));
        const box = first && find("input", first);
        if (typed && box && !box.checked) {
            box.click();
            if (box.type === "checkbox") {
                input.select();
            } else {
                input.value = "";
                search(input);
                focusAfterSwap = "#questions input:checked, [name=name]";
            }
        } else if (!typed || box) {
            // What is chosen is not taken back by a second Enter: it goes on.
            (find("#questions input:checked") || find("[name=name]")).focus();
        }
    }

    let focusAfterSwap = "";

    document.addEventListener("input", (event) => {
        if (event.target.matches("[data-finds]")) {
            search(event.target);
        }
    });

    /* One or the other: a one-thing, or items. */
    document.addEventListener("change", (event) => {
        const picks = event.target.closest("[data-picks]");
        if (picks && event.target.name === "thing" && event.target.value) {
            all("[name=item]:checked", picks).forEach((item) => (item.checked = false));
        } else if (picks && event.target.name === "item") {
            find("#thing-").checked = true;
        }
        if (event.target.matches("[data-writes]")) {
            const reason = find("textarea", event.target.form);
            const usual = all("[data-writes]", event.target.form).map((ground) => ground.dataset.writes);
            if (reason.value.trim() === "" || usual.includes(reason.value)) {
                reason.value = event.target.dataset.writes;
            }
        }
        if (event.target.matches("[data-sends-form]")) {
            event.target.form.requestSubmit();
        }
    }, true);

    /* Only while nobody went on by himself: those who type ahead are not called back. */
    document.addEventListener("htmx:afterSettle", () => {
        const next = focusAfterSwap && find(focusAfterSwap);
        focusAfterSwap = "";
        if (next && document.activeElement.matches("body, [data-finds]")) {
            next.focus();
        }
    });

    /* Keys */
    document.addEventListener("keydown", (event) => {
        const active = document.activeElement || document.body;
        const dialog = find("dialog[open]");
        if (dialog) {
            const sends = find("[data-submits]", dialog);
            if (event.ctrlKey && event.key === "Enter" && sends && !sends.disabled) {
                event.preventDefault();
                sends.form.requestSubmit(sends);
            }
            return;
        }
        const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
        if (plain && event.key === "Enter" && !event.isComposing && active.matches("[data-finds]")) {
            event.preventDefault();
            pickFirst(active);
        } else if (plain && event.key === "Enter" && !event.isComposing && !event.shiftKey && active.closest("[data-enter-moves]") && active.matches("input, select, textarea")) {
            enterMoves(event, active.closest("[data-enter-moves]"));
        } else if (plain && event.key === "F1" && active.closest(".field, .table-field")) {
            const reason = find(".reason", active.closest(".table-field") || active.closest(".field"));
            if (reason) {
                event.preventDefault();
                reason.open = !reason.open;
            }
        } else if (event.altKey && !event.ctrlKey && /^Key[A-Z]$/.test(event.code)) {
            const found = () => all("[data-alt='" + event.code.slice(3).toLowerCase() + "']").find(visible);
            if (found()) {
                event.preventDefault();
                // What can't be pressed now may be pressed when everything is kept.
                window.saving.before(() => found()?.click());
            }
        } else if (plain && !isTyping(active)) {
            const target = find("[data-press='" + CSS.escape(event.key.toLowerCase()) + "']");
            if (target) {
                event.preventDefault();
                target.click();
            }
        }
    });

    /* Why a field is asked is for those who wonder: F1, not a stop on the way through the form. */
    all("[data-enter-moves] .reason > summary").forEach((summary) => (summary.tabIndex = -1));
    document.addEventListener("focusout", (event) => {
        const field = event.target.closest && event.target.closest(".field, .table-field");
        const open = field && find(".reason[open]", field);
        if (open && !field.contains(event.relatedTarget)) {
            open.open = false;
        }
    });

    all("dialog[data-opened]").forEach((dialog) => openDialog(dialog.id));
    all("[data-finds]").forEach((input) => input.value && search(input));

    /* The page a browser took out of its memory shows what was true then. */
    window.addEventListener("pageshow", (event) => {
        if (event.persisted) {
            location.reload();
        }
    });
})();
