package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.DemoAccounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to the API as the demo accounts do. */
final class ApiClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String home;

    ApiClient(int port) {
        this.home = "http://localhost:" + port;
    }

    JsonNode get(String account, String path) {
        return ok(send(request(account, path).GET()));
    }

    JsonNode post(String account, String path, Map<String, ?> body) {
        return ok(call(account, "POST", path, body));
    }

    JsonNode put(String account, String path, Map<String, ?> body) {
        return ok(call(account, "PUT", path, body));
    }

    JsonNode patch(String account, String path, Map<String, ?> body) {
        return ok(call(account, "PATCH", path, body));
    }

    /** Any answer, also a refusal. */
    HttpResponse<String> call(String account, String method, String path, Map<String, ?> body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Hands in a file, and answers its id. */
    String upload(String account, String path, String name, byte[] content) {
        String line = "\r\n";
        String head = "--part" + line + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\""
                + line + "Content-Type: application/octet-stream" + line + line;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes((line + "--part--" + line).getBytes(StandardCharsets.UTF_8));
        return ok(send(request(account, path)
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))))
                .get("id")
                .asString();
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String account, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + path));
        if (!account.isEmpty()) {
            String credentials = account + ":" + DemoAccounts.PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as("%s %s: %s", response.request().method(), response.uri(), response.body())
                .isBetween(200, 299);
        return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    }
}
