/*
 * A telephone's photograph is ten times as large as what a form takes, and hardly anybody can make it smaller himself: a
 * picture that is too large is redrawn here before it is sent. What can't be goes as it is, and the server says what is wrong.
 */
(function () {
    "use strict";

    /* Pixels of the longer side, and how good a JPEG, the best first. */
    const SIDES = [1600, 1200, 900, 700];
    const QUALITIES = [0.85, 0.7];

    function drawn(picture, scale, quality) {
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(picture.width * scale);
        canvas.height = Math.round(picture.height * scale);
        const paper = canvas.getContext("2d");
        /* JPEG knows nothing of transparency, and would show it black. */
        paper.fillStyle = "#fff";
        paper.fillRect(0, 0, canvas.width, canvas.height);
        paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
        return new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
    }

    async function smaller(file, limits) {
        const picture = await createImageBitmap(file);
        for (const side of SIDES) {
            const scale = Math.min(1, side / Math.max(picture.width, picture.height));
            if (picture.width * scale < limits.leastWidth || picture.height * scale < limits.leastHeight) {
                break;
            }
            for (const quality of QUALITIES) {
                const jpeg = await drawn(picture, scale, quality);
                if (jpeg && jpeg.size <= limits.mostKb * 1024) {
                    return new File([jpeg], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
                }
            }
        }
        return file;
    }

    const seen = new WeakSet();
    let drawing = null;

    function tell(input) {
        document.getElementById("kept").textContent = input.dataset.working;
    }

    /* Who goes on while a photograph is not sent yet takes it along; the server then leads on. */
    window.addEventListener(
        "submit",
        (event) => {
            const input = event.target.matches("[data-keeps-at]") && Array.from(document.querySelectorAll("[data-most-kb]")).find((each) => each.files.length);
            if (!input) {
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            tell(input);
            const go = document.createElement("input");
            Object.assign(go, { type: "hidden", name: "go", value: event.submitter ? event.submitter.value : "" });
            input.form.querySelector("[name=go]")?.remove();
            input.form.append(go);
            if (!drawing) {
                input.form.requestSubmit();
            }
        },
        true,
    );

    /* On the window, so that it isn't sent before. */
    window.addEventListener(
        "change",
        async (event) => {
            const input = event.target;
            const file = input.matches("[data-most-kb]") && input.files[0];
            if (!file || seen.has(file) || file.size <= input.dataset.mostKb * 1024 || !file.type.startsWith("image/")) {
                return;
            }
            event.stopImmediatePropagation();
            tell(input);
            drawing = smaller(file, input.dataset).catch(() => file);
            const mine = drawing;
            window.saving.during(mine);
            const redrawn = await mine;
            if (drawing === mine) {
                drawing = null;
            }
            if (input.files[0] !== file) {
                return; /* Another one was chosen meanwhile. */
            }
            const chosen = new DataTransfer();
            chosen.items.add(redrawn);
            input.files = chosen.files;
            seen.add(input.files[0]);
            input.dispatchEvent(new Event("change", { bubbles: true }));
        },
        true,
    );
})();
