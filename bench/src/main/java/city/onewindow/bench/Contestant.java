package city.onewindow.bench;

/** One way to take a case from acceptance to its close, twenty transactions and the same flow for every contestant. */
interface Contestant {

    String name();

    /** Makes ready what the measured part starts from; not timed. */
    void prepare(int cases);

    /** A whole case, each act committed before the next. Called from several threads at once. */
    void runCase();
}
