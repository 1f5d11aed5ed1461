package city.onewindow.connection.web;

import city.onewindow.connection.Messages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;

/** Keeps the bytes of a message as they came, beside what is read from them: what the program doesn't know is kept, too. */
@Component
class ReceivedBody extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().endsWith(MessagesApi.PATH);
    }

    /** One byte more than is taken, so that a longer one is seen to be longer. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new ContentCachingRequestWrapper(request, Messages.LARGEST + 1), response);
    }

    static byte[] of(HttpServletRequest request) {
        return Objects.requireNonNull(WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class))
                .getContentAsByteArray();
    }
}
