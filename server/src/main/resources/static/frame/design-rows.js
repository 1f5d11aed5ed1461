/*
 * The tables below a one-thing's graph: which rows name an item, and how it is taken out of all of them in one act that can be
 * taken back.
 */
(function () {
    "use strict";

    const form = document.getElementById("editor");
    if (!form) {
        return;
    }
    const all = (selector, root) => Array.from(root.querySelectorAll(selector));
    const rowsIn = (file) => all("[data-rows='" + file + "'] > table > tbody > tr", form);
    const itemRows = () => rowsIn("one-things.csv");
    const cell = (row, column) => row.querySelector("[name$='." + column + "']");
    const rowOf = (item) => itemRows().find((row) => cell(row, "item").value.trim() === item);
    const split = (text, sign) =>
        text
            .split(sign)
            .map((name) => name.trim())
            .filter((name) => name !== "");
    const listed = (text) => split(text, /[;；]/);

    const EXPECTED = ["expected_items", "expected_materials", "expected_fields"];

    /**
     * What would be wrong with the item gone: rows that name it, or what only it asks for.
     *
     * @param own the item's own materials and data elements, which no other item of the one-thing has
     */
    function naming(item, own) {
        const gone = [item].concat(own);
        const isGone = (name) => gone.includes(name.replace(/^!/, ""));
        const speaksOf = (row) => {
            const target = cell(row, "target").value.trim();
            return isGone(target) || target.startsWith(item + "::");
        };
        const expects = (row) => EXPECTED.some((column) => split(cell(row, column).value, "|").some(isGone));
        return {
            isGone,
            waits: itemRows().filter((row) => listed(cell(row, "after_items").value).includes(item)),
            effects: rowsIn("situation-effects.csv").filter(speaksOf),
            examples: rowsIn("situation-examples.csv").filter(expects),
        };
    }

    const effectSaid = (row) =>
        cell(row, "question_code").value +
        "=" +
        cell(row, "answer").value +
        " " +
        cell(row, "effect").selectedOptions[0].text +
        " " +
        cell(row, "target").value;

    /** All of it in words; empty if nothing names the item. */
    function named(item, own, words) {
        const found = naming(item, own);
        const told = (text, rows, name) =>
            rows.length ? [text.replace("{0}", rows.length).replace("{1}", rows.map(name).join("；"))] : [];
        return []
            .concat(
                told(words.dropWaits, found.waits, (row) => cell(row, "item").value),
                told(words.dropEffects, found.effects, effectSaid),
                told(words.dropExamples, found.examples, (row) => cell(row, "given_answers").value || words.dropDefault),
            )
            .join("；");
    }

    /** Saved as one. What it returns puts back what it took, but for what somebody has changed since. */
    function drop(item, own) {
        const found = naming(item, own);
        const back = [];
        const write = (input, value) => {
            const was = input.value;
            if (was !== value) {
                input.value = value;
                back.unshift(() => (input.value = input.value === value ? was : input.value));
            }
        };
        const remove = (row) => {
            const body = row.parentElement;
            const next = row.nextElementSibling;
            row.remove();
            back.unshift(() => (next && next.parentElement === body ? next.before(row) : body.append(row)));
        };
        found.waits.forEach((row) => {
            const input = cell(row, "after_items");
            write(
                input,
                listed(input.value)
                    .filter((name) => name !== item)
                    .join(";"),
            );
        });
        found.examples
            .flatMap((row) => EXPECTED.map((column) => cell(row, column)))
            .forEach((input) =>
                write(
                    input,
                    split(input.value, "|")
                        .filter((name) => !found.isGone(name))
                        .join("|"),
                ),
            );
        found.effects.forEach(remove);
        itemRows()
            .filter((row) => cell(row, "item").value.trim() === item)
            .forEach(remove);
        save();
        return () => {
            back.forEach((put) => put());
            save();
        };
    }

    function save() {
        all("[data-rows]", form).forEach((table) => table.dispatchEvent(new Event("rowschanged", { bubbles: true })));
        form.dispatchEvent(new Event("change", { bubbles: true }));
    }

    window.designRows = { cell, itemRows, rowOf, listed, named, drop };
})();
