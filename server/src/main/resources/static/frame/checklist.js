/* The one-time notice as a checklist: what the applicant has ready is ticked, and stays ticked in this browser. */
(function () {
    "use strict";

    const boxes = Array.from(document.querySelectorAll("[data-tick]"));
    const said = document.querySelector("[data-ticked]");
    const place = "ticked:" + location.pathname;

    function kept() {
        try {
            return new Set(JSON.parse(localStorage.getItem(place)) || []);
        } catch (unreadable) {
            return new Set();
        }
    }

    function keep() {
        /* Another selection under the same address has other boxes: what is ticked there stays. */
        const ticked = kept();
        boxes.forEach((box) => (box.checked ? ticked.add(box.dataset.tick) : ticked.delete(box.dataset.tick)));
        try {
            localStorage.setItem(place, JSON.stringify(Array.from(ticked)));
        } catch (full) {
            /* A browser that keeps nothing still shows what was ticked until the page is left. */
        }
    }

    function tell() {
        const ticked = boxes.filter((box) => box.checked).length;
        said.textContent =
            ticked === boxes.length ? said.dataset.all : said.dataset.words.replace("#", ticked).replace("#", boxes.length);
    }

    /* The address and its code carry what was ticked when they were made; what is ticked since, they don't know of. */
    function uncarry() {
        const address = new URL(location.href);
        if (address.searchParams.has("ticked")) {
            address.searchParams.delete("ticked");
            history.replaceState(null, "", address);
            document.querySelectorAll("[data-carried]").forEach((code) => (code.hidden = true));
        }
    }

    if (boxes.length === 0 || !said) {
        return;
    }
    const before = kept();
    boxes.forEach((box) => {
        box.checked = box.defaultChecked || before.has(box.dataset.tick);
        box.addEventListener("change", () => {
            keep();
            tell();
            uncarry();
        });
    });
    keep();
    tell();
})();
