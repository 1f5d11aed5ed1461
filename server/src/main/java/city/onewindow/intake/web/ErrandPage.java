package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Merge;
import city.onewindow.frame.Link;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.window.WindowList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first page out of what was typed on it.
 *
 * @param values of the form as far as it is filled in already: questions may hang on them
 */
record ErrandPage(
        Catalog catalog,
        WindowList list,
        String action,
        @Nullable DossierBar bar,
        Map<String, String> values,
        boolean demo,
        ReaderWords words) {

    /** @throws Problem.NotAllowed for a clerk without a window */
    static String windowOf(Actor actor) {
        if (actor.window() == null) {
            throw new Problem.NotAllowed("您的账号还没有分配窗口，不能收件。请联系系统管理员。");
        }
        return actor.window();
    }

    ErrandView show(ErrandForm form, List<Fault> faults) {
        Map<String, String> departments =
                catalog.departments().stream().collect(Collectors.toMap(Department::code, Department::shortName));
        Map<String, String> byInput = new LinkedHashMap<>();
        faults.forEach(fault -> byInput.putIfAbsent(form.inputOf(fault.pointer()), fault.message()));
        ApplicantFields fields = new ApplicantFields(form, byInput, words);
        Merge merge = null;
        String refusal = "";
        if (form.hasPicked()) {
            try {
                Errand errand = errand(form);
                merge = Merge.of(catalog, errand);
            } catch (Problem.InvalidInput wrong) {
                refusal = wrong.faults().get(0).message();
            }
        }
        return new ErrandView(
                action,
                bar,
                form,
                list.oneThings().stream()
                        .map(thing -> pick(
                                form,
                                thing.code(),
                                thing.name(),
                                thing.members().size() + " 个事项",
                                form.thing().equals(thing.code())))
                        .toList(),
                list.items().stream()
                        .map(item -> pick(
                                form,
                                item.code(),
                                item.name(),
                                departments.getOrDefault(item.department(), ""),
                                form.items().contains(item.code())))
                        .toList(),
                merge,
                refusal,
                departments,
                fields.applicant(),
                fields.agent(),
                byInput.entrySet().stream()
                        .map(fault -> new Link(fault.getValue(), "#f-" + fault.getKey()))
                        .toList(),
                demo);
    }

    /** @throws Problem.InvalidInput for a wrong choice */
    Errand errand(ErrandForm form) {
        return form.choice().in(catalog, values);
    }

    /** What is wrong with the inputs named; those that nobody has come to yet are no fault. */
    static Map<String, String> touched(ErrandForm form, Set<String> inputs) {
        Map<String, String> answers = new LinkedHashMap<>(form.answers());
        if (inputs.stream().anyMatch(input -> input.startsWith("agent") || input.equals("authorisation"))) {
            answers.put("q_agent", "yes");
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        form.application(answers).applicant().faults().forEach(fault -> {
            String input = form.inputOf(fault.pointer());
            if (inputs.contains(input)) {
                wrong.putIfAbsent("f-" + input, fault.message());
            }
        });
        return wrong;
    }

    private static ErrandView.Pick pick(ErrandForm form, String code, String name, String note, boolean picked) {
        String words = (name + " " + code).toLowerCase(Locale.ROOT);
        boolean found = words.contains(form.find().toLowerCase(Locale.ROOT));
        return new ErrandView.Pick(code, name, note, words, picked, !found && !picked);
    }
}
