package city.onewindow.intake.web;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads the number of an application as people type it at the counter: whole, or only the end of one of today's. */
@Component
class ApplicationNumbers {

    private static final Pattern WHOLE = Pattern.compile("\\d{6}-\\d{8}-\\d{6}");
    private static final Pattern WITHOUT_HYPHENS = Pattern.compile("(\\d{6})(\\d{8})(\\d{6})");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,6}");

    private final Centre centre;
    private final Clock clock;

    ApplicationNumbers(Centre centre, Clock clock) {
        this.centre = centre;
        this.clock = clock;
    }

    /** @throws Problem.InvalidInput if it can't be a number */
    String whole(String typed) {
        String text = typed.strip();
        if (WHOLE.matcher(text).matches()) {
            return text;
        }
        if (WITHOUT_HYPHENS.matcher(text).matches()) {
            return WITHOUT_HYPHENS.matcher(text).replaceFirst("$1-$2-$3");
        }
        if (SERIAL.matcher(text).matches()) {
            return "%s-%s-%06d"
                    .formatted(
                            centre.region(),
                            DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock)),
                            Integer.parseInt(text));
        }
        throw new Problem.InvalidInput("/q", "「" + text + "」不是申请编号。请输入完整编号，如 410300-20261124-000012；今天的也可以只输末尾的数字。");
    }
}
