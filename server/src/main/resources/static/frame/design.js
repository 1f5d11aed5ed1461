/*
 * Edges of a one-thing's graph are drawn and removed here: by mouse from box to box, by keyboard in the panel of a box. What is
 * changed is the cell of the items' table below, which is saved as if it were typed; the answer brings the graph drawn anew.
 */
(function () {
    "use strict";

    const form = document.getElementById("editor");
    const picture = document.getElementById("picture");
    const said = document.getElementById("design-said");
    if (!form || !picture || !said) {
        return;
    }
    const all = (selector, root) => Array.from(root.querySelectorAll(selector));

    /* Names, for numbers change with the rows: whose panel is open, and from where the next click draws. */
    let chosen = null;
    let source = null;

    const stepOf = (item) => all("[data-step]", picture).find((step) => step.dataset.step === item);
    const panelOf = (step) => document.getElementById(step.dataset.panel);

    /* Only where there is JavaScript a box is something to press. */
    function ready() {
        all("svg", picture).forEach((svg) => svg.setAttribute("role", "group"));
        all("[data-step]", picture).forEach((step) => {
            const open = step.dataset.step === chosen;
            step.setAttribute("tabindex", "0");
            step.setAttribute("role", "button");
            step.setAttribute("aria-label", step.dataset.label);
            step.setAttribute("aria-expanded", String(open));
            step.setAttribute("aria-controls", step.dataset.panel);
            panelOf(step).hidden = !open;
        });
    }

    function show(item) {
        chosen = item;
        ready();
    }

    const filled = (text, before, item) => text.replaceAll("{0}", before).replaceAll("{1}", item);

    function say(text, before, item) {
        said.textContent = filled(text, before, item);
    }

    const sayHow = () => say(all("[data-step]", picture).length > 1 ? said.dataset.how : "", "", "");

    /* The rows of the table below */
    const rows = () => all("[data-rows='one-things.csv'] > table > tbody > tr", form);
    const cell = (row, column) => row.querySelector("[name$='." + column + "']");
    const rowOf = (item) => rows().find((row) => cell(row, "item").value.trim() === item);
    const listed = (text) =>
        text
            .split(/[;；]/)
            .map((name) => name.trim())
            .filter((name) => name !== "");

    function write(input, names) {
        input.value = names.join(";");
        input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /** Draws the edge, or removes it if it is there. */
    function turn(before, item) {
        const row = rowOf(item);
        if (!row) {
            return;
        }
        const input = cell(row, "after_items");
        const names = listed(input.value);
        const drawn = names.includes(before);
        write(input, drawn ? names.filter((name) => name !== before) : names.concat(before));
        say(drawn ? said.dataset.removed : said.dataset.drawn, before, item);
        const undo = document.createElement("button");
        undo.type = "button";
        undo.className = "button plain small";
        undo.textContent = said.dataset.undo;
        undo.addEventListener("click", () => {
            turn(before, item);
            sayHow();
        });
        said.append(" ", undo);
    }

    /** From one box to another, by mouse. */
    function connect(before, item) {
        const box = all("input", panelOf(stepOf(item))).find((input) => input.dataset.before === before);
        if (box.disabled) {
            say(said.dataset.ring, before, item);
        } else if (box.checked) {
            say(said.dataset.there, before, item);
        } else {
            turn(before, item);
        }
    }

    function press(item) {
        if (source === null) {
            source = item;
            show(item);
            say(said.dataset.chosen, item, "");
        } else if (source === item) {
            source = null;
            show(null);
            sayHow();
        } else {
            const before = source;
            source = null;
            show(item);
            connect(before, item);
        }
    }

    function close() {
        const step = chosen !== null && stepOf(chosen);
        source = null;
        show(null);
        sayHow();
        if (step) {
            step.focus();
        }
    }

    function drop(item) {
        source = null;
        chosen = null;
        rows().forEach((row) => {
            const input = cell(row, "after_items");
            const names = listed(input.value);
            if (names.includes(item)) {
                write(input, names.filter((name) => name !== item));
            }
        });
        const row = rowOf(item);
        if (row) {
            row.querySelector("[data-remove-row]").click();
        }
        document.getElementById("f-add-item").focus();
    }

    picture.addEventListener("click", (event) => {
        const step = event.target.closest("[data-step]");
        const edge = event.target.closest("path[data-before], button[data-before]");
        const dropped = event.target.closest("[data-drops]");
        if (step) {
            press(step.dataset.step);
        } else if (edge) {
            source = null;
            turn(edge.dataset.before, edge.dataset.item);
        } else if (dropped) {
            drop(dropped.dataset.drops);
        } else if (event.target.closest("[data-closes-panel]")) {
            close();
        }
    });

    picture.addEventListener("change", (event) => {
        if (event.target.matches("input[data-before]")) {
            source = null;
            turn(event.target.dataset.before, event.target.dataset.item);
        }
    });

    /* Under other answers: they go along with what is saved, and the answer shows what they come to. */
    document.addEventListener("change", (event) => {
        if (event.target.matches("[data-tries]")) {
            form.dispatchEvent(new Event("change"));
        }
    });

    picture.addEventListener("keydown", (event) => {
        const step = event.target.closest("[data-step]");
        if (step && (event.key === "Enter" || event.key === " ")) {
            event.preventDefault();
            source = null;
            sayHow();
            show(step.dataset.step);
            const panel = panelOf(step);
            (panel.querySelector("input:enabled") || panel.querySelector("button")).focus();
        } else if (event.key === "Escape" && chosen !== null) {
            close();
        }
    });

    /* The graph is drawn anew under whoever works in it: what was open stays open, what had the focus has it again. */
    let before = null;

    document.addEventListener("htmx:oobBeforeSwap", (event) => {
        const id = event.detail.target.id;
        if (id === "graph" || id === "merged") {
            const flow = document.getElementById("design-flow");
            before = {
                open: all("details[open][id]", event.detail.target).map((details) => details.id),
                focus: event.detail.target.contains(document.activeElement) ? document.activeElement : null,
                left: flow ? flow.scrollLeft : 0,
            };
        }
    });

    document.addEventListener("htmx:oobAfterSwap", (event) => {
        const id = event.detail.target.id;
        if (!before || (id !== "graph" && id !== "merged")) {
            return;
        }
        ready();
        all("[data-needs-js]", document.getElementById(id)).forEach((element) => (element.hidden = false));
        before.open
            .map((open) => document.getElementById(open))
            .filter((details) => details)
            .forEach((details) => (details.open = true));
        const flow = document.getElementById("design-flow");
        if (id === "graph" && flow) {
            flow.scrollLeft = before.left;
        }
        if (before.focus) {
            const again = document.getElementById(before.focus.id) || document.querySelector("#design-edges > summary");
            if (again) {
                again.focus({ preventScroll: true });
            }
        }
        before = null;
    });

    ready();
    sayHow();
})();
