package city.onewindow.bench;

/** One of those that do the same piece of work, such as taking a case from acceptance to its close. */
interface Contestant {

    String name();

    /** Process of the PostgreSQL that works for it. */
    long postmaster();

    /** The whole piece, each act committed before the next. Called from several threads at once. */
    void run();
}
