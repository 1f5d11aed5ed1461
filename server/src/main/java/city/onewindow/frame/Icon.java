package city.onewindow.frame;

/** The few signs pages use, drawn on a 24 × 24 grid with strokes; always beside a word, never instead of one. */
public enum Icon {
    CHECK("M5 12.5 10 17.5 19.5 7"),
    CROSS("M6 6 18 18M18 6 6 18"),
    BANG("M12 5v9M12 18v1"),
    INFO("M12 10v8M12 5.5v1"),
    PAUSE("M8.5 6v12M15.5 6v12"),
    CLOCK("M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2"),
    SEARCH("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20.5 20.5"),
    PLUS("M12 5v14M5 12h14"),
    MINUS("M5 12h14"),
    NEXT("M9 5l7 7-7 7"),
    BACK("M15 5l-7 7 7 7"),
    UP("M5 15l7-7 7 7"),
    DOWN("M5 9l7 7 7-7"),
    HELP("M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.4 9.7a2.6 2.6 0 1 1 3.9 2.2c-.9.5-1.3 1-1.3 2M12 16.2v.5"),
    HOME("M3.5 11.5 12 4l8.5 7.5M6 9.5v10.5h12V9.5M10 20v-5.5h4V20"),
    PRINT("M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z"),
    FILE("M6 3.5h8l4 4v13H6zM14 3.5v4h4"),
    PHONE(
            "M6 3.5h3.5l1.5 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2 4.5 1.5V18a2.5 2.5 0 0 1-2.7 2.5C10 20 4 14 3.5 6.2A2.5 2.5 0 0 1 6 3.5Z"),
    PLACE("M12 21s7-6.2 7-11.2a7 7 0 1 0-14 0C5 14.8 12 21 12 21ZM12 7.5a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z"),
    PERSON("M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6"),
    COMPANY("M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8 8h3M8 12h3M8 16h3"),
    WINDOW("M4 4h16v16H4zM4 11h16M12 11v9");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The SVG path data. */
    public String path() {
        return path;
    }
}
