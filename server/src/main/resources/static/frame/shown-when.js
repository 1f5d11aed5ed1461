/*
 * Tells whether an expression of the catalog holds: q == 'a', q in ['a','b'], area >= 200, born < '2008-01-01', and, or, not,
 * parentheses. What the server writes (city.onewindow.catalog.Expression), and no more; a test runs both over the same expressions.
 */
(function () {
    "use strict";

    const TOKEN = /\s*([<>=]=|[<>]|in\b|and\b|or\b|not\b|[()[\],]|'[^']*'|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

    const NUMBER = /^(-?)(\d{1,18})(?:\.(\d{1,9}))?$/;
    const DATE = /^\d{4}-\d{2}-\d{2}$/;

    const SIGNS = {
        "<": (value, bound) => value < bound,
        "<=": (value, bound) => value <= bound,
        "==": (value, bound) => value === bound,
        ">=": (value, bound) => value >= bound,
        ">": (value, bound) => value > bound,
    };

    function tokens(text) {
        const found = [];
        TOKEN.lastIndex = 0;
        while (TOKEN.lastIndex < text.trimEnd().length) {
            const match = TOKEN.exec(text);
            if (!match) {
                throw new Error("Unreadable expression: " + text);
            }
            found.push(match[1]);
        }
        return found;
    }

    /* A text in the order of the decimals that the server compares: a number of the browser's has no more than 15 sure digits. */
    function decimal(text) {
        const [, minus, whole, part = ""] = NUMBER.exec(text);
        const digits = whole.padStart(18, "0") + part.padEnd(9, "0");
        return minus && /[1-9]/.test(digits) ? "-" + digits.replace(/\d/g, (digit) => 9 - digit) : "0" + digits;
    }

    /* What is no such value is never above or below. */
    function compared(value, form, read, sign, bound) {
        return value !== null && form.test(value) && SIGNS[sign](read(value), read(bound));
    }

    window.shownWhen = function (text, values) {
        const rest = tokens(text);
        const next = () => rest.shift();
        const literal = () => next().slice(1, -1);

        function any() {
            let holds = both();
            while (rest[0] === "or") {
                next();
                holds = both() || holds;
            }
            return holds;
        }

        function both() {
            let holds = one();
            while (rest[0] === "and") {
                next();
                holds = one() && holds;
            }
            return holds;
        }

        function one() {
            if (rest[0] === "not") {
                next();
                return !one();
            }
            if (rest[0] === "(") {
                next();
                const holds = any();
                next();
                return holds;
            }
            const name = next();
            const sign = next();
            const value = name in values ? values[name] : null;
            if (sign === "in") {
                const allowed = [];
                while (next() !== "]") {
                    if (rest[0] !== "]") {
                        allowed.push(literal());
                    }
                }
                return allowed.includes(value);
            }
            if (!rest[0].startsWith("'")) {
                return compared(value, NUMBER, decimal, sign, next());
            }
            return sign === "==" ? value === literal() : compared(value, DATE, String, sign, literal());
        }

        return rest.length === 0 || any();
    };
})();
