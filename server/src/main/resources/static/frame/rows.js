/*
 * Rows to fill in: added, removed and moved without loading the page anew. The blank row lies in a template; the inputs of a
 * row are named after its number.
 */
(function () {
    "use strict";

    const find = (selector, root) => (root || document).querySelector(selector);
    const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

    const told = (rows) => rows.dispatchEvent(new Event("change", { bubbles: true }));

    function renumber(rows) {
        const name = rows.dataset.rows;
        all(":scope > table > tbody > tr", rows).forEach((row, index) => {
            find("[data-row-number]", row).textContent = index + 1;
            const rename = (text) => text.replace(/\[(\d+|NEW)\]/, "[" + index + "]");
            const reident = (text) => text.replace(/-(\d+|NEW)--/, "-" + index + "--");
            all("[name]", row).forEach((input) => (input.name = input.name.startsWith(name) ? rename(input.name) : input.name));
            all("[value]", row).forEach((input) => {
                if (input.matches("[data-remove-row]")) {
                    input.value = rename(input.value);
                }
            });
            all("[id]", row).forEach((element) => (element.id = reident(element.id)));
            all("label[for]", row).forEach((label) => (label.htmlFor = reident(label.htmlFor)));
            all("[list]", row).forEach((input) => input.setAttribute("list", reident(input.getAttribute("list"))));
            all("[aria-describedby]", row).forEach((input) =>
                input.setAttribute("aria-describedby", reident(input.getAttribute("aria-describedby"))),
            );
        });
    }

    function add(rows) {
        const row = find("template[data-row]", rows).content.querySelector("tr").cloneNode(true);
        all("[data-needs-js]", row).forEach((element) => (element.hidden = false));
        find(":scope > table > tbody", rows).append(row);
        renumber(rows);
        find("input, select, textarea", row).focus();
        told(rows);
    }

    function remove(button) {
        const rows = button.closest("[data-rows]");
        const row = button.closest("tr");
        const next = row.nextElementSibling || row.previousElementSibling;
        row.remove();
        renumber(rows);
        (next ? find("input, select", next) : find("[data-add-row]", rows)).focus();
        told(rows);
    }

    /* Where a column numbers the rows, the numbers stay in their places: the rows exchange them. */
    function move(row, by) {
        const rows = row.closest("[data-rows]");
        const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
        if (!other) {
            return;
        }
        const focused = document.activeElement;
        by < 0 ? other.before(row) : other.after(row);
        const [mine, theirs] = [row, other].map((each) => find("[name$='.order'], [name$='.seq']", each));
        if (mine && theirs) {
            [mine.value, theirs.value] = [theirs.value, mine.value];
        }
        renumber(rows);
        focused.focus();
        told(rows);
    }

    /* Another script took rows out, or put them back. */
    document.addEventListener("rowschanged", (event) => renumber(event.target));

    document.addEventListener("click", (event) => {
        const pressed = event.target.closest("[data-add-row], [data-remove-row], [data-move-row]");
        if (!pressed) {
            return;
        }
        event.preventDefault();
        if (pressed.matches("[data-add-row]")) {
            add(pressed.closest("[data-rows]"));
        } else if (pressed.matches("[data-remove-row]")) {
            remove(pressed);
        } else {
            move(pressed.closest("tr"), Number(pressed.dataset.moveRow));
        }
    });

    document.addEventListener("keydown", (event) => {
        if (!event.altKey || event.ctrlKey || find("dialog[open]")) {
            return;
        }
        const active = document.activeElement || document.body;
        const row = active.closest("tr");
        if (event.code === "KeyA") {
            const rows = active.closest("[data-rows]") || find("[data-rows]");
            if (rows) {
                event.preventDefault();
                add(rows);
            }
        } else if ((event.code === "ArrowUp" || event.code === "ArrowDown") && row && find("[data-move-row]", row)) {
            event.preventDefault();
            move(row, event.code === "ArrowUp" ? -1 : 1);
        }
    });
})();
