import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.*;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.spec.*;
import java.time.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.Stream;

/**
 * A department's own system, as small as it can be and still lose nothing: it learns which matters have opened, from the feed or pushed,
 * and grants each. It may be killed at any moment and started again with the same journal.
 *
 * <p>Two rules carry it: what came is in the journal before it is acknowledged, and a message's id follows from its event, so that what is
 * sent again after a restart is the same message to OneWindow.
 */
public final class DepartmentSystem {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern SIGNED = Pattern.compile("ed25519=(.+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String home;
    private final String credentials;
    private final Journal journal;

    private DepartmentSystem(String home, String credentials, Journal journal) {
        this.home = home;
        this.credentials = credentials;
        this.journal = journal;
    }

    public static void main(String[] args) throws Exception {
        String way = args.length < 5 ? "" : args[4];
        if (!way.equals("pull") && !(way.equals("push") && args.length > 6)) {
            System.err.println("Usage: HOME ACCOUNT PASSWORD JOURNAL (pull [AFTER] | push PORT PUBLIC_KEY [TOLERANCE_SECONDS])");
            System.exit(2);
        }
        String credentials = Base64.getEncoder().encodeToString((args[1] + ":" + args[2]).getBytes(StandardCharsets.UTF_8));
        DepartmentSystem system = new DepartmentSystem(args[0], credentials, new Journal(Path.of(args[3])));
        if (way.equals("push")) {
            long tolerance = args.length > 7 ? Long.parseLong(args[7]) : 300;
            KeySpec key = new X509EncodedKeySpec(Base64.getDecoder().decode(args[6]));
            system.listen(Integer.parseInt(args[5]), KeyFactory.getInstance("Ed25519").generatePublic(key), tolerance);
        }
        String first = way.equals("pull") && args.length > 5 ? args[5] : "0";
        while (true) {
            boolean more = false;
            try {
                more = way.equals("pull") && system.pull(first);
                system.work();
            } catch (IOException unreachable) {
                System.out.println("OneWindow can't be reached, or refuses; trying again: " + unreachable);
            }
            Thread.sleep(more ? 0 : POLL.toMillis());
        }
    }

    /** @return whether there is more to read at once */
    private boolean pull(String first) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("/api/feed?size=100&after=" + journal.cursor(first)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode() + " " + answer.body());
        }
        Map<?, ?> page = (Map<?, ?>) Json.read(answer.body());
        for (Object event : (List<?>) page.get("events")) {
            take((Map<?, ?>) event);
        }
        // After the events, so that a cursor is never ahead of what is kept.
        journal.moveCursor((String) page.get("cursor"));
        return "true".equals(page.get("more"));
    }

    private void listen(int port, PublicKey key, long tolerance) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(receive(exchange, key, tolerance), -1);
            }
        });
        server.start();
        System.out.println("listening " + server.getAddress().getPort());
    }

    /** 204 only when it is kept; anything else is sent again. */
    private int receive(HttpExchange exchange, PublicKey key, long tolerance) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String timestamp = String.valueOf(exchange.getRequestHeaders().getFirst("OneWindow-Timestamp"));
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("OneWindow-Signature"));
        if (!isGenuine(timestamp, body, signature, key)
                || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > tolerance) {
            System.out.println("refused what OneWindow didn't sign, or not now");
            return 401;
        }
        take((Map<?, ?>) Json.read(new String(body, StandardCharsets.UTF_8)));
        return 204;
    }

    private static boolean isGenuine(String timestamp, byte[] body, String signature, PublicKey key) {
        Matcher value = SIGNED.matcher(signature);
        if (!timestamp.matches("\\d{1,12}") || !value.matches()) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            check.update(body);
            return check.verify(Base64.getDecoder().decode(value.group(1)));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private void take(Map<?, ?> event) throws IOException {
        String[] fact = Stream.of("id", "number", "item", "act")
                .map(name -> String.valueOf(event.get(name)))
                .toArray(String[]::new);
        if (journal.keep(new Event(fact[0], fact[1], fact[2], fact[3], OffsetDateTime.now().toString()))) {
            System.out.println("event " + String.join(" ", fact));
        }
    }

    /** Whatever should have been sent for what is in the journal and isn't there as sent. */
    private void work() throws IOException, InterruptedException {
        for (Event event : journal.events()) {
            if (event.act().equals("OPEN")) {
                report(event, 1, "ACCEPTED", "");
                report(event, 2, "STEP", "\"step\":\"审查\",\"recommendation\":\"GRANT\",\"opinion\":\"系统核验通过。\",");
                report(event, 3, "RESULT", "\"outcome\":\"GRANT\",\"opinion\":\"符合条件，准予。\",\"certificateNumber\":\"示例字第"
                        + event.number() + "-" + event.item() + "号\",");
            }
        }
    }

    private void report(Event event, int place, String kind, String more) throws IOException, InterruptedException {
        String id = messageId(event, place);
        if (journal.isSent(id)) {
            return;
        }
        String follows = place == 1 ? "null" : "\"" + messageId(event, place - 1) + "\"";
        // The same bytes each time, so that the same id never has two contents: all of it is from the journal.
        String body = "{\"kind\":\"%s\",\"number\":\"%s\",\"item\":\"%s\",%s\"at\":\"%s\",\"follows\":%s}"
                .formatted(kind, event.number(), event.item(), more, event.at(), follows);
        System.out.println("sending " + id);
        HttpRequest.Builder request = request("/api/messages")
                .header("Idempotency-Key", id)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        // What was taken, or refused for good, is not sent again; everything else is: a wrong password is mended some day.
        if (!Set.of(200, 201, 404, 409, 422).contains(answer.statusCode())) throw new IOException("HTTP " + answer.statusCode());
        Object state = ((Map<?, ?>) Json.read(answer.body())).get("state");
        journal.sent(id, state == null ? "HTTP-" + answer.statusCode() : state.toString());
        System.out.println("sent " + id + " " + (state == null ? answer.body() : state));
    }

    private static String messageId(Event event, int place) {
        return "event-" + event.id() + "-" + place;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(home + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + credentials);
    }

    /** @param at when it was taken in here */
    private record Event(String id, String number, String item, String act, String at) {}

    /** What it knows, one line a fact, on the disk before anybody is told so. */
    private static final class Journal {

        private final FileChannel file;
        private final Map<String, Event> events = new LinkedHashMap<>();
        private final Set<String> sent = new HashSet<>();
        private String cursor = "";

        Journal(Path path) throws IOException {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            String known = Files.readString(path);
            // A line that has no end was being written when the system was killed: nobody was told of it.
            String whole = known.substring(0, known.lastIndexOf('\n') + 1);
            whole.lines().forEach(line -> remember(line.split("\t")));
            file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            file.position(file.size());
        }

        private void remember(String[] fact) {
            switch (fact[0]) {
                case "event" -> events.put(fact[1], new Event(fact[1], fact[2], fact[3], fact[4], fact[5]));
                case "cursor" -> cursor = fact[1];
                default -> sent.add(fact[1]);
            }
        }

        private void write(String... fact) throws IOException {
            ByteBuffer line = ByteBuffer.wrap((String.join("\t", fact) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
            remember(fact);
        }

        /** @return false if it is there already: what is told twice is the same */
        synchronized boolean keep(Event event) throws IOException {
            boolean known = events.containsKey(event.id());
            if (!known) {
                write("event", event.id(), event.number(), event.item(), event.act(), event.at());
            }
            return !known;
        }

        synchronized List<Event> events() {
            return new ArrayList<>(events.values());
        }

        synchronized String cursor(String first) {
            return cursor.isEmpty() ? first : cursor;
        }

        synchronized void moveCursor(String to) throws IOException {
            if (!to.equals(cursor)) {
                write("cursor", to);
            }
        }

        synchronized boolean isSent(String messageId) {
            return sent.contains(messageId);
        }

        synchronized void sent(String messageId, String state) throws IOException {
            write("sent", messageId, state);
        }
    }

    /** Reads JSON into maps, lists and texts (numbers and truth as they are written), for Java itself has no reader. */
    private static final class Json {

        private static final Pattern TOKEN = Pattern.compile("\\s*([{}\\[\\],:]|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s{}\\[\\],:\"]+)");

        private final List<String> tokens = new ArrayList<>();
        private int next;

        static Object read(String text) {
            Json json = new Json();
            TOKEN.matcher(text).results().forEach(token -> json.tokens.add(token.group(1)));
            return json.value();
        }

        private Object value() {
            String token = tokens.get(next++);
            return switch (token.charAt(0)) {
                case '{' -> object();
                case '[' -> list();
                case '"' -> text(token);
                default -> token.equals("null") ? null : token;
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> read = new LinkedHashMap<>();
            while (!tokens.get(next).equals("}")) {
                String name = text(tokens.get(next));
                next += 2; // with the colon
                read.put(name, value());
                next += tokens.get(next).equals(",") ? 1 : 0;
            }
            next++;
            return read;
        }

        private List<Object> list() {
            List<Object> read = new ArrayList<>();
            while (!tokens.get(next).equals("]")) {
                read.add(value());
                next += tokens.get(next).equals(",") ? 1 : 0;
            }
            next++;
            return read;
        }

        private static String text(String token) {
            return token.substring(1, token.length() - 1);
        }
    }
}
