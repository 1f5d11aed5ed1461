package city.onewindow.notice;

/** The unit of OFD, from that of PDF. */
final class Millimetres {

    private static final double OF_A_POINT = 25.4 / 72;
    private static final double STEPS = 1000;

    private Millimetres() {}

    /** To a thousandth, finer than any printer. */
    static double of(double points) {
        return exact(points * OF_A_POINT);
    }

    static double exact(double millimetres) {
        return Math.round(millimetres * STEPS) / STEPS;
    }
}
