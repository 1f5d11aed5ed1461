package city.onewindow.frame;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What a failed call is told, whatever it failed by.
 *
 * @param status the HTTP status
 * @param detail what went wrong here; null where the texts of the status say all there is to say
 * @param faults what to mend, each with its place
 * @param inChinese whether detail and faults are in Chinese whatever the page's language, as those of a {@link Problem} are
 */
public record Failure(int status, @Nullable String detail, List<Fault> faults, boolean inChinese) {

    public Failure {
        faults = List.copyOf(faults);
    }

    Failure(int status, @Nullable String detail, List<Fault> faults) {
        this(status, detail, faults, false);
    }

    static Failure of(HttpStatusCode status) {
        return new Failure(status.value(), null, List.of());
    }

    static Failure of(Throwable cause, Messages messages) {
        if (cause instanceof Problem problem) {
            return of(problem);
        }
        if (cause instanceof NoResourceFoundException) {
            return of(HttpStatus.NOT_FOUND);
        }
        if (cause instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.failure(unreadable, messages);
        }
        return BadRequest.failure(cause, messages)
                .orElseGet(() -> of(
                        cause instanceof ErrorResponse known
                                ? known.getStatusCode()
                                : HttpStatus.INTERNAL_SERVER_ERROR));
    }

    private static Failure of(Problem problem) {
        List<Fault> faults = problem instanceof Problem.InvalidInput invalid ? invalid.faults() : List.of();
        return new Failure(status(problem), problem.getMessage(), faults, true);
    }

    static int status(Problem problem) {
        if (problem instanceof Problem.InvalidInput) {
            return 422;
        }
        return problem instanceof Problem.NotFound ? 404 : problem instanceof Problem.Conflict ? 409 : 403;
    }

    /** The lang attribute of detail and faults; null where they are in the page's language. */
    public @Nullable String language(Page page) {
        return inChinese ? page.chinese() : null;
    }

    /** Whether the page's language can say it only in general: the words of the case itself come after, in Chinese. */
    public boolean isToldInGeneral(Page page) {
        return detail == null || language(page) != null;
    }

    /** The status whose texts tell it: one of those the bundles know, or 400 or 500 for the rest. */
    public int told() {
        return switch (status) {
            case 400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 500, 503 -> status;
            default -> status < 500 ? 400 : 500;
        };
    }
}
