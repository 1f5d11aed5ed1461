package city.onewindow.frame;

import city.onewindow.kernel.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Tells a failure in the form its caller can read: problem+json under /api, a toast to htmx, a small page within a
 * frame, else a whole one. */
@Component
public class FailureAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswers.class);

    private final Bundles bundles;

    FailureAnswers(Bundles bundles) {
        this.bundles = bundles;
    }

    /** @return a ResponseEntity or a ModelAndView, for the return value of a handler */
    public Object tell(Throwable cause, HttpServletRequest request, HttpServletResponse response) {
        return tell(Failure.of(cause, messages(request)), cause, request, response);
    }

    /** For what the container or a filter refused before any handler saw it. */
    public Object tell(int status, HttpServletRequest request, HttpServletResponse response) {
        return tell(new Failure(status, null, List.of()), null, request, response);
    }

    private Object tell(
            Failure failure,
            @org.jspecify.annotations.Nullable Throwable cause,
            HttpServletRequest request,
            HttpServletResponse response) {
        String number = failure.status() < 500 ? "" : newNumber();
        if (failure.status() >= 500) {
            LOG.error("{} {} failed, error number {}", request.getMethod(), RequestedPath.of(request), number, cause);
        }
        Messages messages = messages(request);
        if (RequestedPath.isApi(request)) {
            return problem(failure, number, messages, request);
        }
        boolean fragment = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        if (fragment) {
            response.setHeader("HX-Retarget", "#toasts");
            response.setHeader("HX-Reswap", "beforeend");
        }
        String view = fragment
                ? "frame/failure-toast"
                : RequestedPath.isEmbedded(request) ? "frame/failure-embedded" : "frame/failure";
        ModelAndView answer = new ModelAndView(view, Map.of("failure", failure, "number", number));
        answer.setStatus(org.springframework.http.HttpStatusCode.valueOf(failure.status()));
        return answer;
    }

    private static ResponseEntity<ProblemDetail> problem(
            Failure failure, String number, Messages messages, HttpServletRequest request) {
        String key = "frame.problem." + failure.told();
        ProblemDetail problem = ProblemDetail.forStatus(failure.status());
        problem.setType(URI.create("urn:onewindow:problem:" + failure.told()));
        problem.setTitle(messages.t(key + ".title"));
        problem.setDetail(failure.detail() == null ? messages.t(key + ".what") : failure.detail());
        problem.setInstance(URI.create(RequestedPath.of(request)));
        problem.setProperty(
                "errors", failure.faults().stream().map(FailureAnswers::error).toList());
        if (!number.isEmpty()) {
            problem.setProperty("number", number);
        }
        return ResponseEntity.status(failure.status())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .body(problem);
    }

    private static Map<String, String> error(Fault fault) {
        return Map.of("pointer", fault.pointer(), "message", fault.message());
    }

    /** Short enough to be read out over the telephone, found again in the log. */
    private static String newNumber() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()).toUpperCase(Locale.ROOT);
    }

    private Messages messages(HttpServletRequest request) {
        return bundles.in(RequestContextUtils.getLocale(request));
    }
}
