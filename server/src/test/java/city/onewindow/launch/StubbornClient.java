package city.onewindow.launch;

import city.onewindow.identity.DemoAccounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the same submission with the same key until it is answered, whatever is killed meanwhile; notes what was acknowledged. */
final class StubbornClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;

    /** A POST that was answered as done. */
    record Acknowledged(String account, String path, String key, JsonNode answer) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final PackagedProgram program;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private int sentAgain;
    private boolean over;
    private @Nullable Throwable trouble;

    StubbornClient(PackagedProgram program) {
        this.program = program;
    }

    JsonNode post(String account, String path, Map<String, ?> body) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        JsonNode answer = send(account, "POST", path, key, body);
        synchronized (this) {
            acknowledged.add(new Acknowledged(account, path, key, answer));
            notifyAll();
        }
        return answer;
    }

    JsonNode get(String account, String path) throws InterruptedException {
        return send(account, "GET", path, UUID.randomUUID().toString(), Map.of());
    }

    JsonNode change(String account, String method, String path, Map<String, ?> body) throws InterruptedException {
        return send(account, method, path, UUID.randomUUID().toString(), body);
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** How often something had to be sent again. */
    synchronized int sentAgain() {
        return sentAgain;
    }

    /** Who waits for more shall not wait for one who can't go on. */
    synchronized void giveUp(Throwable why) {
        trouble = why;
        notifyAll();
    }

    /** Nobody submits anything any more. */
    synchronized void over() {
        over = true;
        notifyAll();
    }

    /**
     * Returns when so many more submissions were acknowledged, or there are to be no more.
     *
     * @throws IllegalStateException if somebody gave up
     */
    synchronized void awaitMore(int more) throws InterruptedException {
        int goal = acknowledged.size() + more;
        while (acknowledged.size() < goal && !over) {
            if (trouble != null) {
                throw new IllegalStateException(trouble);
            }
            wait();
        }
    }

    private JsonNode send(String account, String method, String path, String key, Map<String, ?> body)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Basic " + credentials(account))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < until) {
            try {
                program.awaitRunning();
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() < REFUSED) {
                    return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
                }
                last = response.statusCode() + " " + response.body();
                if (response.statusCode() < BROKEN) {
                    throw new IllegalStateException(method + " " + path + " was refused: " + last);
                }
            } catch (IOException lost) {
                last = lost.toString();
            }
            synchronized (this) {
                sentAgain++;
            }
        }
        throw new IllegalStateException(method + " " + path + " was never answered: " + last);
    }

    private static String credentials(String account) {
        return Base64.getEncoder()
                .encodeToString((account + ":" + DemoAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
