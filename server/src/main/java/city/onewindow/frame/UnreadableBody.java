package city.onewindow.frame;

import city.onewindow.kernel.Fault;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Says where a JSON body stops making sense. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Failure failure(HttpMessageNotReadableException unreadable, Messages messages) {
        if (unreadable.getCause() instanceof StreamReadException broken) {
            String where = messages.t(
                    "frame.problem.malformed",
                    broken.getLocation().getLineNr(),
                    broken.getLocation().getColumnNr());
            return new Failure(400, where, List.of(new Fault("", where)));
        }
        if (unreadable.getCause() instanceof DatabindException wrong) {
            String pointer = pointer(wrong);
            String what = what(wrong, pointer, messages);
            return new Failure(400, what, List.of(new Fault(pointer, what)));
        }
        return new Failure(400, messages.t("frame.problem.no-body"), List.of());
    }

    private static String what(DatabindException wrong, String pointer, Messages messages) {
        Class<?> wanted = wrong instanceof InvalidFormatException given ? given.getTargetType() : Object.class;
        if (wanted.isEnum()) {
            return messages.t("frame.problem.wrong-choice", pointer, allowed(wanted));
        }
        if (wanted == OffsetDateTime.class) {
            return messages.t("frame.problem.wrong-time", pointer);
        }
        return messages.t(wanted == LocalDate.class ? "frame.problem.wrong-day" : "frame.problem.wrong-value", pointer);
    }

    /** The names that an enum knows, as a message lists them. */
    static String allowed(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(one -> ((Enum<?>) one).name())
                .collect(Collectors.joining(", "));
    }

    private static String pointer(DatabindException wrong) {
        return wrong.getPath().stream().map(UnreadableBody::segment).collect(Collectors.joining());
    }

    private static String segment(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return name == null ? "/" + reference.getIndex() : Fault.step(name);
    }
}
