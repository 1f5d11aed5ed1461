package city.onewindow.frame.web;

import city.onewindow.frame.FailureAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Catches whatever a handler threw. */
@ControllerAdvice
class FailureHandler {

    private final FailureAnswers answers;

    FailureHandler(FailureAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    @Nullable
    Object failed(Exception cause, HttpServletRequest request, HttpServletResponse response) {
        // The browser went away: there is nobody to tell.
        return DisconnectedClientHelper.isClientDisconnectedException(cause)
                ? null
                : answers.tell(cause, request, response);
    }

    /** Not ours: the security filters send those who aren't signed in to the sign-in page, and refuse the others. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void passOn(RuntimeException denied) {
        throw denied;
    }
}
