package city.onewindow.intake.web;

import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.intake.IdType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs by which an applicant and an agent are identified. */
final class ApplicantFields {

    private static final int ID_LENGTH = 18;
    private static final int PHONE_LENGTH = 11;

    private final ErrandForm form;
    private final Map<String, String> faults;

    /** @param faults what is wrong, by name of the input */
    ApplicantFields(ErrandForm form, Map<String, String> faults) {
        this.form = form;
        this.faults = faults;
    }

    List<Field> applicant() {
        List<Choice> personal = Stream.of(IdType.values())
                .filter(type -> type != IdType.USCC)
                .map(type -> new Choice(type.name(), type.words()))
                .toList();
        return List.of(
                filled(Field.radio(
                        "kind", "申请人是", List.of(new Choice("PERSON", "个人"), new Choice("ORGANISATION", "单位")))),
                filled(Field.text("name", "姓名（名称）").longest(100)),
                filled(Field.select("idType", "证件类型", personal).shownWhen("kind == 'PERSON'")),
                filled(Field.text("idNumber", "证件号码").longest(20).shownWhen("kind == 'PERSON'")),
                filled(Field.text("uscc", "统一社会信用代码").longest(ID_LENGTH).shownWhen("kind == 'ORGANISATION'")),
                filled(Field.of(Field.Kind.PHONE, "phone", "手机号码").longest(PHONE_LENGTH)));
    }

    List<Field> agent() {
        return List.of(
                filled(Field.text("agentName", "经办人姓名").longest(50)),
                filled(Field.text("agentIdNumber", "经办人身份证号码").longest(ID_LENGTH)),
                filled(Field.of(Field.Kind.PHONE, "agentPhone", "经办人手机号码").longest(PHONE_LENGTH)),
                filled(Field.text("authorisation", "授权依据和范围").longest(200)));
    }

    private Field filled(Field field) {
        String name = field.facts().name();
        return field.value(form.text(name)).required().autocomplete("off").error(faults.get(name));
    }
}
