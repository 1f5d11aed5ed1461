package city.onewindow.frame.web;

import city.onewindow.frame.FailureAnswers;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tells what the container or a filter refused before any handler saw it. */
@Controller
@PreAuthorize("permitAll()")
class FailurePages implements ErrorController {

    private final FailureAnswers answers;

    FailurePages(FailureAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object failed(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return cause instanceof Throwable thrown
                ? answers.tell(thrown, request, response)
                : answers.tell(status instanceof Integer code ? code : 404, request, response);
    }
}
