package city.onewindow.launch;

import city.onewindow.approval.Matter;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.kernel.CitizenId;
import city.onewindow.kernel.CreditCode;
import city.onewindow.kernel.IdType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Applicants that nobody is: names put together by lot, numbers that only their check characters make right. */
final class MadeUp {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚";
    private static final String TRADES = "餐饮商贸科技建材文化物流园林食品";
    private static final String DIGITS = "0123456789";
    private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String DIVISION = "410303";
    private static final LocalDate OLDEST = LocalDate.of(1960, 1, 1);
    private static final int DAYS_OF_BIRTH = 45 * 365;

    private static final int PHOTO_WIDTH = 480;
    private static final int PHOTO_HEIGHT = 640;

    private final RandomGenerator random;

    MadeUp(RandomGenerator random) {
        this.random = random;
    }

    /** As a department would number it; empty where the centre does. */
    static String certificateNumber(Matter matter) {
        return matter.numberedByDepartment()
                ? "示例字第%s%02d号".formatted(matter.number().replaceAll("^\\d+|-", ""), matter.seq())
                : "";
    }

    Applicant person() {
        return new Applicant(Applicant.Kind.PERSON, name(), IdType.ID_CARD, citizenId(), phone(), maybeAgent());
    }

    Applicant organisation() {
        String name = "洛阳" + pick(GIVEN) + pick(GIVEN) + two(TRADES) + "有限公司";
        return new Applicant(Applicant.Kind.ORGANISATION, name, IdType.USCC, creditCode(), phone(), maybeAgent());
    }

    String name() {
        return pick(SURNAMES) + pick(GIVEN) + (random.nextBoolean() ? pick(GIVEN) : "");
    }

    /** As it should be: in the usual way, each point met. */
    static CheckedMaterial brought(MergedMaterial material) {
        return new CheckedMaterial(
                material.key(),
                Dossier.usualWay(material),
                IntStream.range(0, material.reviewPoints().size()).boxed().toList(),
                "",
                List.of());
    }

    /** A grey picture, large enough for any form; who it shows is nobody. */
    static byte[] photo() {
        var picture = new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var content = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toByteArray();
    }

    String citizenId() {
        String birth = OLDEST.plusDays(random.nextInt(DAYS_OF_BIRTH)).format(DateTimeFormatter.BASIC_ISO_DATE);
        String body = DIVISION + birth + signs(DIGITS, 3);
        return (DIGITS + "X")
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(number -> CitizenId.refusal(number).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private String creditCode() {
        String body = "91" + DIVISION + signs(CREDIT_SIGNS, 9);
        return CREDIT_SIGNS
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(code -> CreditCode.refusal(code).isEmpty())
                .findFirst()
                // The last two of the nine are the organisation code's own check: try another body.
                .orElseGet(this::creditCode);
    }

    private Applicant.@Nullable Agent maybeAgent() {
        return random.nextInt(3) > 0
                ? null
                : new Applicant.Agent(name(), IdType.ID_CARD, citizenId(), phone(), "授权委托书，代为提交材料、领取结果");
    }

    private String phone() {
        return "138" + signs(DIGITS, 8);
    }

    private String pick(String from) {
        return String.valueOf(from.charAt(random.nextInt(from.length())));
    }

    /** Two signs that belong together. */
    private String two(String from) {
        int at = random.nextInt(from.length() / 2) * 2;
        return from.substring(at, at + 2);
    }

    private String signs(String from, int count) {
        var signs = new StringBuilder();
        while (signs.length() < count) {
            signs.append(pick(from));
        }
        return signs.toString();
    }
}
