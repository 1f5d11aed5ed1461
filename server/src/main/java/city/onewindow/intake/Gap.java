package city.onewindow.intake;

import city.onewindow.kernel.Fault;
import java.util.List;

/**
 * One thing that stands between an application and its acceptance, in the words of the one-time notice.
 *
 * @param pointer where: {@code /form/element}, {@code /answers/question} or {@code /materials/key}
 * @param what the field or the material; 情形 for a question
 * @param problem what is missing or wrong
 * @param remedy what to do about it
 * @param ground why it is demanded: law and article; empty for fields
 * @param ofCentre whether the centre has to see to it and may not ask the applicant (国务院关于在线政务服务的若干规定 第十条)
 */
public record Gap(String pointer, String what, String problem, String remedy, String ground, boolean ofCentre) {

    public boolean concerns(String material) {
        return pointer.equals("/materials/" + material);
    }

    public boolean concernsMaterial() {
        return pointer.startsWith("/materials/");
    }

    public boolean concernsField(String code) {
        return pointer.equals("/form/" + code);
    }

    /** Those that the applicant has to mend, and may be told. */
    static List<Gap> demanded(List<Gap> gaps) {
        return gaps.stream().filter(gap -> !gap.ofCentre).toList();
    }

    public Fault toFault() {
        return new Fault(pointer, what + "：" + problem + "。" + remedy);
    }
}
