package city.onewindow.approval.web;

import city.onewindow.approval.CertificateNumbers;
import city.onewindow.approval.Matter;
import city.onewindow.frame.Field;
import org.jspecify.annotations.Nullable;

/** Where the number of a result is typed: a must for a certificate, which its department numbers. */
final class CertificateField {

    private CertificateField() {}

    static Field of(String name, String label, Matter matter, @Nullable String typed, @Nullable String error) {
        Field field = Field.text(name, label).value(typed).autocomplete("off").error(error);
        return matter.numberedByDepartment()
                ? field.hint("「" + matter.result() + "」上的编号，由部门编定。").required()
                : field.hint("留空则编为 " + CertificateNumbers.usual(matter));
    }
}
