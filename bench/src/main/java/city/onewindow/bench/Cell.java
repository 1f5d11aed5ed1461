package city.onewindow.bench;

import java.util.concurrent.TimeUnit;

/**
 * One measurement: a contestant, a number of threads, some seconds.
 *
 * @param perSecond whole pieces a second
 * @param javaMillis CPU of this process a piece
 * @param postgresMillis CPU of the server a piece
 */
record Cell(double perSecond, double javaMillis, double postgresMillis) {

    static Cell measure(Contestant contestant, int threads, int seconds) throws Exception {
        Cpu before = Cpu.now(contestant.postmaster());
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        int pieces = AtOnce.run(threads, thread -> until(end, contestant)).stream()
                .mapToInt(Integer::intValue)
                .sum();
        double elapsed = (System.nanoTime() - begin) / 1e9;
        Cpu used = Cpu.now(contestant.postmaster()).minus(before);
        return new Cell(pieces / elapsed, used.java() / pieces, used.postgres() / pieces);
    }

    private static int until(long end, Contestant contestant) {
        int pieces = 0;
        while (System.nanoTime() < end) {
            contestant.run();
            pieces++;
        }
        return pieces;
    }
}
