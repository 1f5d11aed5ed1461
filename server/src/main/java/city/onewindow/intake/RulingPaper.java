package city.onewindow.intake;

import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.TextFaults;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 裁决文书: the organ's own document that says what it ruled, as somebody typed it; every part may be missing.
 *
 * @param document its number
 * @param reachedOn the day it reached who has to do what it says, from which every time that it sets, or the law, runs
 * @param rules what it rules, in its own words
 * @param remedy 补救措施 that it orders (行政诉讼法 第七十六条)
 */
public record RulingPaper(
        @Nullable RulingOrgan organ,
        @Nullable String organName,
        @Nullable String document,
        @Nullable LocalDate dated,
        @Nullable LocalDate reachedOn,
        @Nullable String rules,
        @Nullable String remedy) {

    private static final int LONGEST_NAME = 100;

    /** As an opinion or a reason. */
    private static final int LONGEST = 2000;

    /** Everything that is missing or can't be, where its reader may add more. */
    public List<Fault> faults(LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (organ == null) {
            faults.add(new Fault("/organ", "请选择是行政复议机关还是人民法院作出的。"));
        }
        TextFaults.demand(faults, "/organName", "作出机关的名称", text(organName), LONGEST_NAME);
        TextFaults.demand(faults, "/document", "裁决文书的文号（案号）", text(document), LONGEST_NAME);
        if (dated == null) {
            faults.add(new Fault("/dated", "请填写裁决文书的日期。"));
        }
        if (reachedOn == null || reachedOn.isAfter(today) || dated != null && reachedOn.isBefore(dated)) {
            faults.add(new Fault("/reachedOn", "请填写收到裁决文书的日期：不早于文书的日期，不晚于今天；期限从这一天起算。"));
        }
        TextFaults.demand(faults, "/rules", "裁决内容（主文）", text(rules), LONGEST);
        TextFaults.limit(faults, "/remedy", "补救措施", text(remedy), LONGEST);
        return faults;
    }

    public RulingOrgan mustOrgan() {
        return Objects.requireNonNull(organ);
    }

    public LocalDate mustReachedOn() {
        return Objects.requireNonNull(reachedOn);
    }

    /** The organ and its document, as the applicant's papers and everybody who verifies an old one are told. */
    public String named() {
        return name() + DayWords.of(Objects.requireNonNull(dated)) + "作出的" + number();
    }

    public String name() {
        return text(organName).strip();
    }

    public String number() {
        return text(document).strip();
    }

    public String said() {
        return text(rules).strip();
    }

    public String ordered() {
        return text(remedy).strip();
    }

    /** What it rules, and what remedy. */
    public String ruled() {
        return said() + (ordered().isEmpty() ? "" : "补救措施：" + ordered());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
