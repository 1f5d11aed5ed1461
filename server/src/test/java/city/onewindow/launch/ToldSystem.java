package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department's system that is never down itself: it is told what happens at its address, and reads the feed as well. */
final class ToldSystem implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_MILLIS = 300_000;

    private final StubbornClient client;
    private final String department;
    private final HttpServer server;

    /** Numbers of events that came, in the order in which each came first, by matter. */
    private final Map<String, List<Long>> pushed = new HashMap<>();

    private final Set<Long> known = new HashSet<>();
    private final List<Long> read = new ArrayList<>();
    private String cursor = "";

    private ToldSystem(StubbornClient client, String department, HttpServer server) {
        this.client = client;
        this.department = department;
        this.server = server;
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
    }

    static ToldSystem of(StubbornClient client, String department) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ToldSystem system = new ToldSystem(client, department, server);
        server.start();
        client.change(
                "manager",
                "PUT",
                "/api/endpoints/" + department,
                Map.of("url", "http://127.0.0.1:" + server.getAddress().getPort() + "/", "signing", "HMAC_SM3"));
        return system;
    }

    String department() {
        return department;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode event = JSON.readTree(exchange.getRequestBody().readAllBytes());
            keep(
                    event.get("id").asLong(),
                    event.get("number").asString() + " " + event.get("item").asString());
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private synchronized void keep(long event, String matter) {
        if (known.add(event)) {
            pushed.computeIfAbsent(matter, first -> new ArrayList<>()).add(event);
            notifyAll();
        }
    }

    /** What is in the feed by now. */
    void read() throws InterruptedException {
        JsonNode page;
        do {
            page = client.get(department + "-system", "/api/feed?size=100&after=" + cursor);
            StreamSupport.stream(page.get("events").spliterator(), false)
                    .map(event -> event.get("id").asLong())
                    .forEach(read::add);
            cursor = page.get("cursor").asString();
        } while (page.get("more").asBoolean());
    }

    /**
     * Waits until all that is to be told has come.
     *
     * @param events numbers of what happened to the department's matters, in their order
     */
    synchronized void check(List<Long> events) throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!known.containsAll(events) && System.currentTimeMillis() < until) {
            wait(PATIENCE_MILLIS / 100);
        }
        assertThat(known).as("events that were sent").containsExactlyInAnyOrderElementsOf(events);
        pushed.forEach((matter, theirs) ->
                assertThat(theirs).as("events of %s in their order", matter).isSorted());
        assertThat(read).as("events in the feed, each once").isEqualTo(events);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
