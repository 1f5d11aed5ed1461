package city.onewindow.intake.web;

import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.kernel.IdType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs by which an applicant and an agent are identified. */
final class ApplicantFields {

    private static final int ID_LENGTH = 20;
    private static final int USCC_LENGTH = 18;
    private static final int PHONE_LENGTH = 11;

    private final ErrandForm form;
    private final Map<String, String> faults;

    /** @param faults what is wrong, by name of the input */
    ApplicantFields(ErrandForm form, Map<String, String> faults) {
        this.form = form;
        this.faults = faults;
    }

    List<Field> applicant() {
        return List.of(
                filled(Field.radio(
                        "kind", "申请人是", List.of(new Choice("PERSON", "个人"), new Choice("ORGANISATION", "单位")))),
                filled(Field.text("name", "姓名（名称）").longest(100)),
                filled(Field.select("idType", "证件类型", personal()).shownWhen("kind == 'PERSON'")),
                filled(Field.text("idNumber", "证件号码").longest(ID_LENGTH).shownWhen("kind == 'PERSON'")),
                filled(Field.text("uscc", "统一社会信用代码").longest(USCC_LENGTH).shownWhen("kind == 'ORGANISATION'")),
                filled(Field.of(Field.Kind.PHONE, "phone", "手机号码").longest(PHONE_LENGTH)));
    }

    List<Field> agent() {
        return List.of(
                filled(Field.text("agentName", "经办人姓名").longest(50)),
                filled(Field.select("agentIdType", "经办人证件类型", personal())),
                filled(Field.text("agentIdNumber", "经办人证件号码").longest(ID_LENGTH)),
                filled(Field.of(Field.Kind.PHONE, "agentPhone", "经办人手机号码").longest(PHONE_LENGTH)),
                filled(Field.text("authorisation", "授权依据和范围").longest(200)));
    }

    private static List<Choice> personal() {
        return Stream.of(IdType.values())
                .filter(type -> type != IdType.USCC)
                .map(type -> new Choice(type.name(), type.words()))
                .toList();
    }

    private Field filled(Field field) {
        String name = field.facts().name();
        return field.value(form.text(name)).required().autocomplete("off").error(faults.get(name));
    }
}
