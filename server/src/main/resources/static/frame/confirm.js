/*
 * Asks before something is sent: data-confirm="question" on a submit button. Where the question hangs on a choice, data-confirm-chosen
 * is the choice's name: its words stand for {} in the question, its hint is told below. What the element of the id data-confirm-also
 * says is told besides, as it is by then. Nothing is asked about what can't be sent: the browser says first what is missing.
 */
(function () {
    "use strict";

    const find = (selector, root) => (root || document).querySelector(selector);

    let confirmed, asked;

    function goOn(button) {
        confirmed = button;
        button.click();
        confirmed = null;
    }

    /* What stands beside the button that was ticked. */
    function chosen(button) {
        const name = button.dataset.confirmChosen;
        const input = name && find("[name='" + name + "']:checked", button.form);
        return input && input.closest("label").querySelector("span");
    }

    function tellNote() {
        const choice = chosen(asked);
        const also = asked.dataset.confirmAlso && find("#" + asked.dataset.confirmAlso);
        const note = find("#confirm [data-note]");
        const told = [choice && find("small", choice), also].map((each) => each && each.textContent.trim().replace(/\s+/g, " "));
        note.textContent = [...told, asked.dataset.confirmNote].filter(Boolean).join("\n");
        note.hidden = !note.textContent;
    }

    document.addEventListener("htmx:oobAfterSwap", () => find("#confirm").open && tellNote());

    function ask(button) {
        const dialog = find("#confirm");
        const choice = chosen(button);
        find("#confirm-text").textContent = button.dataset.confirm.replace("{}", choice ? choice.firstChild.data.trim() : "");
        asked = button;
        tellNote();
        const yes = find("[data-yes]", dialog);
        yes.textContent = button.dataset.confirmYes || yes.dataset.default;
        yes.classList.toggle("danger", button.classList.contains("danger"));
        dialog.returnValue = "no";
        dialog.addEventListener(
            "close",
            () => {
                if (dialog.returnValue === "yes") {
                    /* What is being kept meanwhile would hold the click up, and have it ask once more. */
                    window.saving ? window.saving.before(() => goOn(button)) : goOn(button);
                }
            },
            { once: true },
        );
        dialog.showModal();
    }

    function maySend(button) {
        return button.type !== "submit" || !button.form || button.form.noValidate || button.formNoValidate || button.form.reportValidity();
    }

    document.addEventListener(
        "click",
        (event) => {
            const button = event.target.closest("[data-confirm]");
            if (button && button !== confirmed) {
                event.preventDefault();
                event.stopImmediatePropagation();
                if (maySend(button)) {
                    ask(button);
                }
            }
        },
        true,
    );
})();
