package city.onewindow.frame;

/** How something stands, told by a word, a shape and a colour together: colour alone reaches nobody who can't see it. */
public enum Tone {
    /** Not begun, or of no consequence now. */
    IDLE(Icon.MINUS),
    /** Under way. */
    INFO(Icon.INFO),
    /** Stands still by law or by agreement. */
    PAUSED(Icon.PAUSE),
    /** Done, granted, right. */
    GOOD(Icon.CHECK),
    /** Needs somebody soon. */
    WARN(Icon.BANG),
    /** Wrong, denied, overdue. */
    BAD(Icon.CROSS);

    private final Icon icon;

    Tone(Icon icon) {
        this.icon = icon;
    }

    public Icon icon() {
        return icon;
    }

    /** The class name its colours hang on. */
    public String css() {
        return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
