package city.onewindow.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends one event to one address, signed. */
@Component
class Post {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** For all of it, also for a body that trickles. */
    private static final Duration WHOLE = Duration.ofSeconds(15);

    private static final String NO_ANSWER = WHOLE.toSeconds() + " 秒内没有答复";

    private static final int GOOD_FROM = 200;
    private static final int GOOD_TO = 299;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private final Addresses addresses;
    private final JsonMapper json;
    private final Clock clock;

    Post(Addresses addresses, JsonMapper json, Clock clock) {
        this.addresses = addresses;
        this.json = json;
        this.clock = clock;
    }

    /** Whatever goes wrong on the way is an answer, too. */
    Answer send(Attempt attempt) {
        return addresses
                .refusal(attempt.url())
                .map(reason -> new Answer(false, reason))
                .orElseGet(() -> call(request(attempt)));
    }

    /** The signature is over the time as well, so that nobody can send an old message again later. */
    private HttpRequest request(Attempt attempt) {
        String body = json.writeValueAsString(attempt.event());
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create(attempt.url()))
                .timeout(WHOLE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "OneWindow")
                .header("OneWindow-Event", String.valueOf(attempt.event().id()))
                .header("OneWindow-Timestamp", timestamp)
                .header("OneWindow-Signature", attempt.signing().sign(attempt.secret(), timestamp + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private Answer call(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> sent = http.sendAsync(request, head -> new FirstPart());
        try {
            HttpResponse<String> response = sent.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
            int status = response.statusCode();
            // PostgreSQL keeps no NUL in a text.
            String told = response.body().replace("\0", "").strip();
            return new Answer(
                    status >= GOOD_FROM && status <= GOOD_TO, "HTTP " + status + (told.isEmpty() ? "" : "\n" + told));
        } catch (TimeoutException late) {
            sent.cancel(true);
            return new Answer(false, NO_ANSWER);
        } catch (ExecutionException failed) {
            return new Answer(false, why(failed.getCause()));
        } catch (InterruptedException ended) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer(false, "发送时本系统正在停机");
        }
    }

    /** In words that say who has to look where; the rest by the name that its programmer finds it by. */
    private static String why(@Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "没有连通：" + CONNECT.toSeconds() + " 秒内没有连上，请看网络和防火墙";
        }
        if (cause instanceof HttpTimeoutException) {
            return NO_ANSWER;
        }
        if (cause instanceof ConnectException) {
            return "没有连通："
                    + (cause.getCause() instanceof UnresolvedAddressException ? "找不到这个主机名" : "这个地址和端口没有程序接收，或者网络不通");
        }
        if (cause instanceof SSLHandshakeException) {
            return "没有连通：HTTPS 握手不成功，多半是对方的证书不被信任、已经过期，或者与地址不符（" + cause.getMessage() + "）";
        }
        return cause instanceof IOException ? "对方中断了连接（" + cause + "）" : "没有连通：" + cause;
    }
}
