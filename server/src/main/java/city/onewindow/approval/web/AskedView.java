package city.onewindow.approval.web;

import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import java.util.List;

/**
 * One question to the reader's department.
 *
 * @param fields of the answer; empty once it is given
 * @param answered as the department that asked sees it
 */
public record AskedView(
        String address,
        String item,
        List<Fact> facts,
        String question,
        List<MaterialLine> materials,
        List<FormGroup> form,
        List<Field> fields,
        ConsultationLine answered) {}
