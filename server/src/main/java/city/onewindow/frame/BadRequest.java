package city.onewindow.frame;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says which parameter, header or part of a call is missing or can't be read, and what it must be. */
final class BadRequest {

    private BadRequest() {}

    /** @return empty if the cause is none of these */
    static Optional<Failure> failure(Throwable cause, Messages messages) {
        if (cause instanceof MissingServletRequestParameterException missing) {
            String name = missing.getParameterName();
            return told(new Fault("/" + name, messages.t("frame.problem.missing", name)));
        }
        if (cause instanceof MissingRequestHeaderException missing) {
            String name = missing.getHeaderName();
            String key =
                    name.equals(IdempotencyKey.HEADER) ? "frame.problem.missing-key" : "frame.problem.missing-header";
            return told(new Fault("/" + name, messages.t(key, name)));
        }
        if (cause instanceof MissingServletRequestPartException missing) {
            String name = missing.getRequestPartName();
            return told(new Fault("/" + name, messages.t("frame.problem.missing-part", name)));
        }
        if (cause instanceof HttpMediaTypeNotSupportedException wrong) {
            MediaType type = wrong.getContentType();
            String given = type == null ? messages.t("frame.problem.no-media") : type.toString();
            String accepted = wrong.getSupportedMediaTypes().stream()
                    .filter(MediaType::isConcrete)
                    .map(MediaType::toString)
                    .collect(Collectors.joining(", "));
            Fault fault =
                    new Fault("/" + HttpHeaders.CONTENT_TYPE, messages.t("frame.problem.wrong-media", given, accepted));
            return Optional.of(new Failure(415, fault.message(), List.of(fault)));
        }
        if (cause instanceof MethodArgumentTypeMismatchException wrong) {
            return told(wrongType(wrong.getName(), wrong.getRequiredType(), messages));
        }
        if (cause instanceof BindException wrong) {
            return Optional.of(wrong.getFieldErrors().stream()
                            .map(FieldError::getField)
                            .map(name -> wrongType(name, wrong.getFieldType(name), messages))
                            .toList())
                    .filter(faults -> !faults.isEmpty())
                    .map(faults -> new Failure(400, faults.get(0).message(), faults));
        }
        return Optional.empty();
    }

    private static Fault wrongType(String name, @Nullable Class<?> type, Messages messages) {
        String what = type != null && type.isEnum()
                ? messages.t("frame.problem.wrong-choice", name, UnreadableBody.allowed(type))
                : messages.t("frame.problem.wrong-type", name);
        return new Fault("/" + name, what);
    }

    private static Optional<Failure> told(Fault fault) {
        return Optional.of(new Failure(400, fault.message(), List.of(fault)));
    }
}
