package city.onewindow.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads pages and sends forms over HTTP, as one person does: keeps cookies, follows no redirect. */
final class Browser {

    private final String home;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browser(String home) {
        this.home = home;
    }

    /** The text of a page that is there. */
    String get(String path) {
        return sent(HttpRequest.newBuilder(URI.create(home + path)).build(), 200);
    }

    /** Sends a form that is taken in and leads on to another page. */
    void post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        sent(
                HttpRequest.newBuilder(URI.create(home + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                302);
    }

    void signIn(String account, String password) {
        String token = hidden(get("/sign-in"), "_csrf");
        post("/sign-in", Map.of("name", account, "password", password, "_csrf", token));
    }

    /** What a page's form holds for itself. */
    static String hidden(String page, String name) {
        Matcher input =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        if (!input.find()) {
            throw new IllegalStateException(
                    "No form with " + name + " on the page. Maybe the reader may do nothing there.");
        }
        return input.group(1);
    }

    private String sent(HttpRequest request, int expected) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " answers "
                        + answer.statusCode() + " instead of " + expected);
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
