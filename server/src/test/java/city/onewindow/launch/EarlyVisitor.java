package city.onewindow.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;

/** Asks again and again for a page at a port that nobody listens on yet. */
final class EarlyVisitor implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 500;

    private final int port;
    private final Thread asking = new Thread(this::ask, "early visitor");
    private volatile boolean answered;
    private volatile boolean done;

    EarlyVisitor() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        asking.start();
    }

    String port() {
        return String.valueOf(port);
    }

    boolean wasAnswered() {
        return answered;
    }

    private void ask() {
        while (!answered && !done) {
            try {
                var asked = (HttpURLConnection)
                        URI.create("http://localhost:" + port + "/").toURL().openConnection();
                asked.setConnectTimeout(PATIENCE_MILLIS);
                asked.setReadTimeout(PATIENCE_MILLIS);
                answered = asked.getResponseCode() > 0;
            } catch (IOException nobodyThere) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        done = true;
        asking.join();
    }
}
