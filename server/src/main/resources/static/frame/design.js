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
        const step = item !== null && stepOf(item);
        if (step) {
            panelOf(step).scrollIntoView({ block: "nearest" });
        }
    }

    const filled = (text, before, item) => text.replaceAll("{0}", before).replaceAll("{1}", item);

    function say(text, before, item) {
        said.textContent = filled(text, before, item);
    }

    const sayHow = () => say(all("[data-step]", picture).length > 1 ? said.dataset.how : "", "", "");

    const { cell, itemRows: rows, rowOf, listed } = window.designRows;

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
        offerUndo(() => turn(before, item));
    }

    function offerUndo(act) {
        const undo = document.createElement("button");
        undo.type = "button";
        undo.className = "button plain small";
        undo.textContent = said.dataset.undo;
        undo.addEventListener("click", () => {
            act();
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

    const ownOf = (button) => button.dataset.own.split("|").filter(Boolean);

    /* On the window: the question is asked on the document, and tells what goes along. */
    window.addEventListener(
        "click",
        (event) => {
            const button = event.target.closest("[data-drops]");
            if (button) {
                const along = window.designRows.named(button.dataset.drops, ownOf(button), said.dataset);
                button.dataset.confirmNote = along ? filled(said.dataset.dropAlong, along, "") : said.dataset.dropAlone;
            }
        },
        true,
    );

    function drop(item, own) {
        const along = window.designRows.named(item, own, said.dataset);
        const undo = window.designRows.drop(item, own);
        source = null;
        chosen = null;
        say(along ? said.dataset.droppedAlong : said.dataset.dropped, item, along);
        offerUndo(undo);
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
            drop(dropped.dataset.drops, ownOf(dropped));
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
            // What is worked at may have moved out of sight with the new edge.
            const open = flow.querySelector("[data-step][aria-expanded='true']");
            if (open) {
                const box = open.getBoundingClientRect();
                const seen = flow.getBoundingClientRect();
                flow.scrollLeft += Math.max(0, box.right - seen.right) - Math.max(0, seen.left - box.left);
            }
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
