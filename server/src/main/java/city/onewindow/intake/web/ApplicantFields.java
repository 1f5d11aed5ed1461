package city.onewindow.intake.web;

import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.intake.Applicant;
import city.onewindow.kernel.IdType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs by which an applicant and an agent are identified, in the reader's language. */
final class ApplicantFields {

    private static final int ID_LENGTH = 20;
    private static final int USCC_LENGTH = 18;
    /** With what is written before it and between its groups: +86 138 0000 0000. */
    private static final int PHONE_LENGTH = 25;

    private final ErrandForm form;
    private final Map<String, String> faults;
    private final ReaderWords words;

    /** @param faults what is wrong, by name of the input */
    ApplicantFields(ErrandForm form, Map<String, String> faults, ReaderWords words) {
        this.form = form;
        this.faults = faults;
        this.words = words;
    }

    List<Field> applicant() {
        return List.of(
                filled(Field.radio("kind", label("kind"), List.of(kind("PERSON"), kind("ORGANISATION")))),
                filled(Field.text("name", label("name")).longest(Applicant.LONGEST_NAME)),
                filled(Field.select("idType", label("idType"), personal()).shownWhen("kind == 'PERSON'")),
                filled(Field.text("idNumber", label("idNumber"))
                        .longest(ID_LENGTH)
                        .shownWhen("kind == 'PERSON'")),
                filled(Field.text("uscc", label("uscc")).longest(USCC_LENGTH).shownWhen("kind == 'ORGANISATION'")),
                filled(Field.of(Field.Kind.PHONE, "phone", label("phone"))
                        .longest(PHONE_LENGTH)
                        .hint(words.t("form.applicant.phone.abroad"))));
    }

    List<Field> agent() {
        return List.of(
                filled(Field.text("agentName", label("agentName")).longest(Applicant.LONGEST_NAME)),
                filled(Field.select("agentIdType", label("agentIdType"), personal())),
                filled(Field.text("agentIdNumber", label("agentIdNumber")).longest(ID_LENGTH)),
                filled(Field.of(Field.Kind.PHONE, "agentPhone", label("agentPhone"))
                        .longest(PHONE_LENGTH)
                        .hint(words.t("form.applicant.phone.abroad"))),
                filled(Field.text("authorisation", label("authorisation"))
                        .longest(Applicant.Agent.LONGEST_AUTHORISATION)));
    }

    private String label(String input) {
        return words.t("form.applicant." + input);
    }

    private Choice kind(String code) {
        return new Choice(code, words.t("form.applicant." + code));
    }

    private List<Choice> personal() {
        return Stream.of(IdType.values())
                .filter(type -> type != IdType.USCC)
                .map(type -> new Choice(type.name(), words.names().say(type.words())))
                .toList();
    }

    private Field filled(Field field) {
        String name = field.facts().name();
        return field.value(form.text(name)).required().autocomplete("off").error(faults.get(name));
    }
}
