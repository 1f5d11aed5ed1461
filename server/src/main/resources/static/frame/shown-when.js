/*
 * Tells whether an expression of the catalog holds: q == 'a', q in ['a','b'], and, or, not, parentheses.
 * The same language as city.onewindow.catalog.Expression; a test runs both over the same expressions.
 */
(function () {
    "use strict";

    const TOKEN = /\s*(==|in\b|and\b|or\b|not\b|[()[\],]|'[^']*'|[A-Za-z_]\w*)/y;

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
            const allowed = [];
            if (next() === "==") {
                allowed.push(literal());
            } else {
                while (next() !== "]") {
                    if (rest[0] !== "]") {
                        allowed.push(literal());
                    }
                }
            }
            return name in values && allowed.includes(values[name]);
        }

        return rest.length === 0 || any();
    };
})();
